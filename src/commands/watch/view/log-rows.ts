import type { GapEvent, LogEvent } from '../../../domain/events/job-event.js';
import type { JobState } from '../../../domain/events/watch-state.js';
import { countedLevel } from '../../../domain/log-level.js';
import type { Look } from '../../../render/look.js';
import type { SafeText } from '../../../render/safe-text.js';
import { createLayoutCache } from './layout-cache.js';
import { gapRows, logRows } from './log-line.js';

/** A grave entry goes on below itself, up to so many rows; others are cut. */
const MOST_ROWS = 3;

const layouts = createLayoutCache<readonly SafeText[]>();

/** The newest lines of a log in at most `rows` rows, oldest first; one that does not fit as a whole is cut to a row. */
export function lastLogRows(
  lines: JobState['lines'],
  rows: number,
  nowMs: number,
  look: Look,
): SafeText[] {
  const shown: (readonly SafeText[])[] = [];
  let left = rows;
  for (let index = lines.length - 1; index >= 0 && left > 0; index -= 1) {
    const line = lines[index];
    if (line === undefined) break;
    const whole = layOut(line, MOST_ROWS, nowMs, look);
    const fitting = whole.length <= left ? whole : layOut(line, left, nowMs, look);
    shown.push(fitting);
    left -= fitting.length;
  }
  return shown.reverse().flat();
}

function layOut(
  line: LogEvent | GapEvent,
  most: number,
  nowMs: number,
  look: Look,
): readonly SafeText[] {
  return layouts(line, { nowMs, look, variant: String(most) }, () => {
    if (line.type === 'gap') return gapRows(line, most, look);
    const isGrave = ['WARN', 'ERROR'].includes(countedLevel(line.entry.level));
    return logRows(line, isGrave ? most : 1, look);
  });
}
