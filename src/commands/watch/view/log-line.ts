import type { GapEvent, LogEvent } from '../../../domain/events/job-event.js';
import { entryDetails } from '../../../domain/log-details.js';
import { levelName } from '../../../domain/log-level.js';
import { openFacts } from '../../../render/facts.js';
import type { Look } from '../../../render/look.js';
import { inline, join, logLines, type SafeText, safe, spaces } from '../../../render/safe-text.js';
import { truncate, width, wrap } from '../../../render/width.js';
import { clockOf } from '../../logs/entry-time.js';
import { gapParts } from '../../logs/gap-parts.js';
import { hasColor } from '../../logs/has-color.js';
import { levelPaint } from '../../logs/level-paint.js';
import { inColumns } from './line.js';

const CLOCK = 8;
const LEVEL = 5;
const COMPONENT = 20;

/** Narrower than this, components leave the line, and what goes on below begins at the left. */
const LEAST_WIDTH_FOR_COMPONENT = 76;
const NARROW_INDENT = 2;

/** Details are said behind a message; of many the first are enough here. */
const MOST_DETAILS = 8;

/** An entry in at most `most` rows: time, level, component and message, and faintly its details behind it. */
export function logRows({ entry, late }: LogEvent, most: number, look: Look): SafeText[] {
  const { theme, messages } = look;
  const isWide = look.width >= LEAST_WIDTH_FOR_COMPONENT;
  const level = inColumns(inline(levelName(entry.level) ?? '-'), LEVEL, look);
  const head = [
    theme.faint(inColumns(clockOf(entry, look), CLOCK, look)),
    levelPaint(entry, look)(level),
    ...(isWide ? [inColumns(inline(entry.component ?? ''), COMPONENT, look)] : []),
  ];
  const mark = late === true ? [theme.caution(inline(messages.events.cameLate))] : [];
  return below(join(head, safe`  `), [...mark, ...messageParts(entry, most, look)], most, look);
}

function messageParts(entry: LogEvent['entry'], most: number, look: Look): SafeText[] {
  const lines = (entry.message ?? '').split('\n', most + 1).map((line) => line.trim());
  const shown = logLines(lines.slice(0, most).join('\n'), { color: hasColor(look) });
  const message = lines.length > most ? [...shown, look.symbols.ellipsis] : shown;
  const details = openFacts(entryDetails(entry).slice(0, MOST_DETAILS), look).map(([name, value]) =>
    look.theme.faint(safe`${name} ${value}`),
  );
  // All that an entry tells is one text here: rows are short, and the whole is for `jobtrack logs`.
  return [join(message, safe` `), ...details].filter((part) => part !== '');
}

/** A part of the log that can't be read any more. */
export function gapRows(gap: GapEvent, most: number, look: Look): SafeText[] {
  const { caution } = look.theme;
  return below(caution(look.symbols.warning), gapParts(gap, look).map(caution), most, look);
}

/** A head and what is told behind it; what does not fit goes on below, and the last row is cut. */
function below(head: SafeText, parts: readonly SafeText[], most: number, look: Look): SafeText[] {
  const isWide = look.width >= LEAST_WIDTH_FOR_COMPONENT;
  const narrowIndent = most === 1 ? 0 : NARROW_INDENT;
  const indent = isWide ? width(head) + 2 : narrowIndent;
  const columns = Math.max(1, look.width - indent);
  const { ellipsis } = look.symbols;
  const text = join(isWide ? parts : [head, ...parts], safe`  `);
  // The rows that are shown, and one more that tells whether there are more.
  const rows = wrap(truncate(text, columns * (most + 1), ellipsis), columns);
  const last = rows.slice(most - 1, most + 1);
  const shown =
    rows.length <= most
      ? rows
      : [...rows.slice(0, most - 1), truncate(join(last, safe` `), columns, ellipsis)];
  const [first = safe``, ...others] = shown;
  const start = isWide ? safe`${head}  ${first}` : first;
  return [start, ...others.map((row) => safe`${spaces(indent)}${row}`)];
}
