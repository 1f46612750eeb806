import type { JobState } from '../../../domain/events/watch-state.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe } from '../../../render/safe-text.js';
import { statusSymbol } from '../../../render/symbols.js';
import { statusPaint } from '../../../render/theme.js';
import { truncate, width } from '../../../render/width.js';
import { word } from '../../../render/words.js';
import type { Glance } from './glance.js';
import { edges } from './line.js';
import { percentCell } from './percent.js';

/** Of an id that there is no room for: the first group of a GUID. */
export const SHORT_ID = 8;

/** A name is cut down to this before the id leaves the line. */
const LEAST_NAME = 24;

/**
 * Which job it is and how it stands: `● Customer Journey Analysis  Running` and, at the right edge, as much of the id
 * as there is room for. `isAlone` is for a screen of one row, where the line also tells how far the job is.
 */
export function titleLine(job: JobState, glance: Glance, isAlone: boolean, look: Look): SafeText {
  const { theme, symbols, messages } = look;
  const paint = statusPaint(theme, glance.status);
  const tail = [
    isAlone ? percentCell(glance.percentage, look) : safe``,
    glance.status === undefined ? safe`` : paint(word('status', glance.status, messages)),
  ].filter((part) => part !== '');
  const tailColumns = tail.reduce((sum, part) => sum + 2 + width(part), 0);
  const name = inline(job.jobName ?? job.jobId);
  const id = job.jobName === undefined ? '' : idFor(job.jobId, width(name), tailColumns, look);
  const room = look.width - 2 - tailColumns - (id === '' ? 0 : id.length + 2);
  const shown = theme.strong(truncate(name, Math.max(1, room), symbols.ellipsis));
  const left = join([safe`${signOf(glance, look)} ${shown}`, ...tail], safe`  `);
  return edges(left, theme.faint(inline(id)), look);
}

/** The sign of a job's status; one that was not seen yet is still to come. */
export function signOf({ isKnown, status }: Glance, { symbols, theme }: Look): SafeText {
  const known = isKnown ? status : 'Pending';
  return statusPaint(theme, known)(statusSymbol(symbols, known));
}

function idFor(jobId: string, nameColumns: number, tailColumns: number, look: Look): string {
  const room = look.width - 2 - tailColumns - 2;
  if (room - nameColumns >= jobId.length) return jobId;
  const short = jobId.slice(0, SHORT_ID);
  return room - Math.min(nameColumns, LEAST_NAME) >= short.length ? short : '';
}
