import { type SafeText, trimEnd } from '../../render/safe-text.js';
import { type Cell, cells } from '../../render/width/cells.js';
import { truncate, width } from '../../render/width.js';

/** One line of a frame. What costs time is computed when it is first asked for. */
export interface Row {
  /** The line as it was handed over: the same line again is the same row. */
  source: SafeText;
  /** What is written of it: no wider than the screen, no spaces at its end. */
  text: SafeText;
  /** How wide `text` is. */
  columns: number;
  grid(): Grid;
}

/** The characters of a row by the column that they stand in. */
interface Grid {
  cells: readonly Cell[];
  /**
   * Up to which column every terminal agrees on where characters stand. Behind a joined emoji, say, some terminals
   * are further left than others, so from there on a row can only be written to its end.
   */
  steady: number;
}

/** Stands for every further column of a wide character. */
export const TAIL: Cell = { character: '', columns: 0, codes: '' };

/** What stands where nothing was written. */
export const NOTHING: Cell = { character: ' ', columns: 1, codes: '' };

/** A row of a screen that is so wide. */
export function createRow(source: SafeText, screenColumns: number): Row {
  const row = rowOf(source, screenColumns);
  const isFull = row.columns === screenColumns;
  // Of a line that may end earlier than computed, the rest has to be cleared: that takes a column to stand on.
  return isFull && row.grid().steady < screenColumns ? rowOf(source, screenColumns - 1) : row;
}

function rowOf(source: SafeText, screenColumns: number): Row {
  const columns = width(source);
  const text = trimEnd(columns <= screenColumns ? source : truncate(source, screenColumns));
  let grid: Grid | undefined;
  return {
    source,
    text,
    columns: text === source ? columns : width(text),
    grid: () => {
      grid ??= gridOf(text);
      return grid;
    },
  };
}

/** Several code points as one character, and those that became wide with Unicode 9. */
const UNSTEADY = /^\p{Emoji_Presentation}|^[\s\S]{2}/u;

function gridOf(text: SafeText): Grid {
  const row: Cell[] = [];
  let steady = Number.POSITIVE_INFINITY;
  let start = 0;
  for (const cell of cells(text)) {
    if (cell.columns > 0) {
      start = row.length;
      row.push(cell);
      while (row.length < start + cell.columns) row.push(TAIL);
      if (UNSTEADY.test(cell.character)) steady = Math.min(steady, start);
    } else if (row.length > 0) {
      // A mark stands on the character before it, whatever colour came between.
      const marked = row[start] ?? NOTHING;
      row[start] = { ...marked, character: marked.character + cell.character };
      steady = Math.min(steady, start);
    }
  }
  return { cells: row, steady };
}

/** Whether a cell holds nothing but its background. */
export const isBlank = ({ character }: Cell): boolean =>
  character === ' ' || character === '\u3000' || character === '';

/** An underline or a background is seen on a space; any other colour is not. */
const SEEN_ON_SPACE = /(?:^|;)(?:4|4\d|10\d)(?:;|$)/;

/** Whether a colour is seen where nothing but a space is written in it. */
export const isSeenOnSpace = (codes: string): boolean => codes !== '' && SEEN_ON_SPACE.test(codes);

/** Whether a cell is a space on which its colour is not seen. */
export const isPlainSpace = ({ character, codes }: Cell): boolean =>
  character === ' ' && !isSeenOnSpace(codes);

/** Whether two cells look the same. */
export const isSameCell = (one: Cell, other: Cell): boolean =>
  one === other ||
  (one.character === other.character &&
    (one.codes === other.codes || (isPlainSpace(one) && isPlainSpace(other))));
