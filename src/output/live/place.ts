import { join, type SafeText, safe } from '../../render/safe-text.js';

/** Where the cursor is, counted from 0. Nobody can tell the column where terminals do not agree on a width. */
export interface Position {
  line: number;
  column?: number;
}

/**
 * Where a frame stands: how its lines are reached. Lines and columns are counted from 0. Between two frames the cursor
 * is at the start of the line below the last one, on the main screen.
 */
export interface Place {
  /** Makes room for so many more lines below the last one. */
  grow(lines: number): SafeText;
  /** Begins to write in a frame of so many lines. */
  begin: SafeText;
  /** Moves from one place to another. */
  move(from: Position, to: Required<Position>): SafeText;
  /** Ends writing, in whichever colour, and goes back to the terminal's own. */
  end: SafeText;
  /** Clears the last lines of a frame that is to be so many lines shorter. */
  shrink(lines: number, left: number): SafeText;
}

const NOTHING = safe``;
const CLEAR_BELOW = safe`\x1b[J`;

/** So many rows up. */
export const up = (rows: number): SafeText => moved(rows, safe`A`);

/** So many rows down, where there are any: a line end would scroll a window that has just been made lower. */
const down = (rows: number): SafeText => moved(rows, safe`B`);

function moved(rows: number, direction: SafeText): SafeText {
  if (rows === 0) return NOTHING;
  return rows === 1 ? safe`\x1b[${direction}` : safe`\x1b[${rows}${direction}`;
}

/** To a column, in as few bytes as it takes: a few backspaces are shorter than any sequence. */
function toColumn(column: number, from: number | undefined): SafeText {
  if (column === from) return NOTHING;
  if (column === 0) return safe`\r`;
  const back = from === undefined ? 0 : from - column;
  return back > 0 && back <= 4 ? repeated(safe`\b`, back) : safe`\x1b[${column + 1}G`;
}

const repeated = (text: SafeText, count: number): SafeText =>
  join(Array.from({ length: count }, () => text));

/**
 * Below what was printed before. Nobody knows on which row of the screen that is, so all moves are relative, and the
 * cursor goes back to where the terminal itself has kept it, with the colour that it had there (DECSC, DECRC).
 */
export const belowPrinted: Place = {
  grow: (lines) => repeated(safe`\n`, lines),
  begin: safe`\x1b7`,
  move: (from, to) => {
    const rows = to.line > from.line ? down(to.line - from.line) : up(from.line - to.line);
    return safe`${rows}${toColumn(to.column, from.column)}`;
  },
  end: safe`\x1b8`,
  shrink: (lines) => safe`${up(lines)}${CLEAR_BELOW}`,
};

/** On the alternate screen, all of it. */
export const wholeScreen: Place = {
  grow: () => NOTHING,
  begin: NOTHING,
  move: (_from, { line, column }) => safe`\x1b[${line + 1};${column + 1}H`,
  end: safe`\x1b[m`,
  shrink: (_lines, left) => safe`\x1b[${left + 1};1H${CLEAR_BELOW}`,
};
