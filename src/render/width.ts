import { type SafeText, safe, spaces } from './safe-text/brand.js';
import { COLOUR_CODE } from './style.js';
import { type Cell, cells, fromCells } from './width/cells.js';
import { characters, columnsOf } from './width/characters.js';

export { wrap } from './width/wrap.js';

const COLOUR = new RegExp(COLOUR_CODE, 'g');
const PRINTABLE_ASCII = /^[ -~]*$/;

/** How many terminal columns a line takes: colour codes none, East Asian wide characters and emoji two. */
export function width(text: SafeText): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let columns = 0;
  for (const character of characters(text.replace(COLOUR, ''))) columns += columnsOf(character);
  return columns;
}

/**
 * A line cut to `columns`, with the ellipsis in place of what is missing. Neither a character nor a colour is cut in
 * two; a wide character that does not fit leaves one column free.
 */
export function truncate(text: SafeText, columns: number, ellipsis: SafeText = safe`…`): SafeText {
  if (width(text) <= columns) return text;
  const mark = width(ellipsis) <= columns ? ellipsis : safe``;
  const start = fitting(text, columns - width(mark));
  const codes = start.at(-1)?.codes ?? '';
  return fromCells([
    ...start,
    ...Array.from(cells(mark), (cell) => ({ ...cell, codes: cell.codes || codes })),
  ]);
}

/** The first characters of a line that fit into `columns`. */
function fitting(text: SafeText, columns: number): Cell[] {
  const start: Cell[] = [];
  let room = columns;
  for (const cell of cells(text)) {
    room -= cell.columns;
    if (room < 0) break;
    start.push(cell);
  }
  return start;
}

/** A line filled with spaces to `columns`, or cut where it is longer. `align` says where the text stands. */
export function pad(text: SafeText, columns: number, align: 'left' | 'right' = 'left'): SafeText {
  if (columns === Infinity) return text;
  const line = truncate(text, columns);
  const space = spaces(columns - width(line));
  return align === 'left' ? safe`${line}${space}` : safe`${space}${line}`;
}
