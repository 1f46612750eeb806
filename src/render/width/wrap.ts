import type { SafeText } from '../safe-text.js';
import { type Cell, cells, fromCells } from './cells.js';

/** Japanese line breaking (JIS X 4051): these do not begin a line, … */
const NOT_FIRST =
  /^[、。，．・：；？！ー～…」』）】〉》〕］｝々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ%)\]},.:;?!]/;
/** … and these do not end one. */
const NOT_LAST = /^[「『（【〈《〔［｛([{]/;

/** One column a character and no line end: most lines of most pages, and a tenth of the work. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/**
 * A text in lines of at most `columns` (at least one character each): cut at spaces, between Japanese characters, and
 * inside a word only where it is longer than a line. The spaces at a cut are left out; a colour ends with each line
 * and begins again on the next.
 */
export function wrap(text: SafeText, columns: number): SafeText[] {
  // A pipe has no width; its lines can be long, and measuring each of their parts takes the square of that.
  if (columns === Number.POSITIVE_INFINITY) return text.split('\n') as SafeText[];
  if (text.length <= columns && PRINTABLE_ASCII.test(text)) return [text];
  return paragraphs(cells(text)).flatMap((line) => rowsOf(line, columns).map(fromCells));
}

function paragraphs(text: Iterable<Cell>): Cell[][] {
  const lines: Cell[][] = [[]];
  for (const cell of text) {
    if (cell.character === '\n') lines.push([]);
    else lines.at(-1)?.push(cell);
  }
  return lines;
}

function rowsOf(line: readonly Cell[], columns: number): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let used = 0;
  for (const cell of line) {
    while (row.length > 0 && used + cell.columns > columns) {
      const end = isSpace(cell) ? row.length : cutBefore([...row, cell]);
      rows.push(withoutEndSpaces(row.slice(0, end)));
      row = row.slice(end);
      used = columnsIn(row);
    }
    const isAtCut = rows.length > 0 && row.length === 0;
    if (isAtCut && isSpace(cell)) continue;
    row.push(cell);
    used += cell.columns;
  }
  if (rows.length === 0) return [row];
  return row.length > 0 ? [...rows, withoutEndSpaces(row)] : rows;
}

const columnsIn = (row: readonly Cell[]) => row.reduce((sum, cell) => sum + cell.columns, 0);

const isSpace = (cell: Cell) => cell.character === ' ';

const withoutEndSpaces = (row: Cell[]) =>
  row.slice(0, row.findLastIndex((cell) => !isSpace(cell)) + 1);

/** Where to cut a row that its last cell made too long: at the last good place, else right before that cell. */
function cutBefore(row: readonly Cell[]): number {
  const last = row.length - 1;
  const first = row.findIndex((cell) => !isSpace(cell));
  const good = row.findLastIndex((cell, index) => index > first && canCut(row[index - 1], cell));
  return good > 0 ? good : last;
}

function canCut(before: Cell | undefined, after: Cell): boolean {
  if (before === undefined || isSpace(after)) return false;
  if (isSpace(before)) return true;
  const isWide = before.columns === 2 || after.columns === 2;
  return isWide && !NOT_LAST.test(before.character) && !NOT_FIRST.test(after.character);
}
