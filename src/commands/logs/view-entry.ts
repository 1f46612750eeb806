import type { LogEntry } from '../../contract/index.js';
import { levelName } from '../../domain/log-level.js';
import type { Look } from '../../render/look.js';
import { inline, join, logLines, type SafeText, safe, spaces } from '../../render/safe-text.js';
import type { Paint } from '../../render/theme.js';
import { pad, truncate, width, wrap } from '../../render/width.js';
import { type EntryColumns, STACKED_INDENT, usedBy } from './entry-columns.js';
import { clockOf } from './entry-time.js';
import { hasColor } from './has-color.js';
import { levelPaint } from './level-paint.js';
import { belowView } from './view-below.js';

/** A part of an entry's first line. */
interface Part {
  name: 'time' | 'level' | 'component' | 'stage';
  text: SafeText;
  columns: number;
  paint: Paint;
}

/** What decides beside the look how an entry is shown. */
export interface EntryOptions {
  showsDetails: boolean;
  /** It is older than one above it. */
  isLate?: boolean;
}

/** An entry on a terminal: its parts and message, and below them what has no room there and its details. */
export function entryView(
  entry: LogEntry,
  columns: EntryColumns,
  look: Look,
  options: EntryOptions,
): SafeText[] {
  const parts = partsOf(entry, columns, look);
  const shown = parts.filter((part) => part.columns > 0);
  const lastText = columns.isStacked
    ? shown.findLastIndex(({ text }) => text !== '')
    : shown.length;
  const head = join(
    shown.slice(0, lastText + 1).map((part, place) => cell(part, place < lastText, look)),
    safe`  `,
  );
  const cut = parts.filter(({ text, columns: room }) => width(text) > room);
  const below = belowView(entry, cut, indentBelow(columns), look, options);
  return [
    ...firstLines(head, messageLines(entry, columns, look, options), columns, look),
    ...below,
  ];
}

function partsOf(entry: LogEntry, columns: EntryColumns, look: Look): Part[] {
  const { theme } = look;
  const level = inline(levelName(entry.level) ?? '-');
  return [
    { name: 'time', text: clockOf(entry, look), columns: columns.time, paint: theme.faint },
    { name: 'level', text: level, columns: columns.level, paint: levelPaint(entry, look) },
    {
      name: 'component',
      text: inline(entry.component ?? ''),
      columns: columns.component,
      paint: theme.plain,
    },
    { name: 'stage', text: inline(entry.stage ?? ''), columns: columns.stage, paint: theme.faint },
  ];
}

/** The last part of a line needs no spaces to the next one. */
function cell({ text, columns, paint }: Part, isFollowed: boolean, look: Look): SafeText {
  const cut = truncate(text, columns, look.symbols.ellipsis);
  return paint(isFollowed ? pad(cut, columns) : cut);
}

function messageLines(
  entry: LogEntry,
  columns: EntryColumns,
  look: Look,
  { isLate = false }: EntryOptions,
): SafeText[] {
  const { theme, messages } = look;
  const [first = safe``, ...others] = logLines(entry.message ?? '', { color: hasColor(look) });
  const mark = theme.caution(inline(messages.events.cameLate));
  const lines = [isLate ? safe`${first}  ${mark}` : first, ...others];
  return lines.flatMap((line) => wrap(line, columns.message));
}

function firstLines(
  head: SafeText,
  message: readonly SafeText[],
  { isStacked }: EntryColumns,
  look: Look,
): SafeText[] {
  if (isStacked) return [...wrap(head, look.width), ...indented(message, STACKED_INDENT)];
  const [first = safe``, ...others] = message;
  return [safe`${head}  ${first}`, ...indented(others, width(head) + 2)];
}

const indented = (lines: readonly SafeText[], columns: number): SafeText[] =>
  lines
    .filter((line, index) => line !== '' || index > 0)
    .map((line) => safe`${spaces(columns)}${line}`);

/** Details begin below the component, so that times and levels stay alone in their columns. */
const indentBelow = ({ isStacked, time, level }: EntryColumns): number =>
  isStacked ? STACKED_INDENT : usedBy(time, level);
