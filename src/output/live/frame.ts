import { join, type SafeText, safe } from '../../render/safe-text.js';
import { lineEdits } from './line-edits.js';
import { createPen } from './pen.js';
import type { Place, Position } from './place.js';
import { createRow, isBlank, type Row } from './row.js';

/*
 * What a terminal is told to do, as text: ECMA-48, and synchronised output (mode 2026), which terminals that do not
 * know it pass over.
 */
const SYNC_BEGIN = safe`\x1b[?2026h`;
const SYNC_END = safe`\x1b[?2026l`;
const CLEAR_TO_LINE_END = safe`\x1b[K`;

/** Where nothing was written yet. */
const EMPTY = createRow(safe``, 1);

/** What turns one frame into the next. */
export interface Change {
  before: readonly Row[];
  after: readonly Row[];
  /** How wide the screen is. */
  columns: number;
}

/** Text that a terminal shows at once, where it can. Nothing stays nothing. */
export const atOnce = (text: SafeText): SafeText =>
  text === '' ? text : safe`${SYNC_BEGIN}${text}${SYNC_END}`;

/**
 * The text that turns the lines before into the lines after. Only what differs is written. Also a terminal that shows
 * each byte as it comes never shows fewer lines with something on them than there are before or after.
 */
export function changeText({ before, after, columns }: Change, place: Place): SafeText {
  const grown = after.length - before.length;
  const edits = editsByLine(before, after, columns);
  const pen = createPen();
  // Whoever types without being asked may have moved the cursor to the side.
  let at: Position = { line: Math.max(before.length, after.length) };
  const written = edits.map(({ line, from, to, cells, clearsRest, isSteady }) => {
    const text = safe`${place.move(at, { line, column: from })}${pen.write(cells)}`;
    // Behind the last column of the screen the cursor stands on it.
    at = isSteady && to < columns ? { line, column: to } : { line };
    // A line is cleared in the colour that is on.
    return clearsRest ? safe`${text}${pen.reset()}${CLEAR_TO_LINE_END}` : text;
  });
  return join([
    ...(grown > 0 ? [place.grow(grown)] : []),
    ...(written.length > 0 ? [place.begin, ...written, place.end] : []),
    ...(grown < 0 ? [place.shrink(-grown, after.length)] : []),
  ]);
}

/** What is to be written, line by line: lines that are to be empty come last. */
function editsByLine(before: readonly Row[], after: readonly Row[], columns: number) {
  const changed = after.flatMap((row, line) => {
    const old = before[line] ?? EMPTY;
    return row.text === old.text ? [] : [{ line, old, row }];
  });
  const filled = changed.filter(({ row }) => hasInk(row));
  const emptied = changed.filter(({ row }) => !hasInk(row));
  return [...filled, ...emptied].flatMap(({ line, old, row }) =>
    lineEdits(old, row, columns).map((edit) => ({ ...edit, line })),
  );
}

const hasInk = (row: Row): boolean => row.grid().cells.some((cell) => !isBlank(cell));
