import { join, type SafeText, safe } from './safe-text.js';
import type { Paint } from './theme.js';

/** One column of a drawn row; its sign is one column wide. */
export interface Cell {
  sign: SafeText;
  paint: Paint | undefined;
}

/** A row without anything in it. */
export const emptyCells = (columns: number): Cell[] =>
  Array.from({ length: columns }, () => ({ sign: safe` `, paint: undefined }));

/** Puts a sign into the columns `from` to `to`, both included, over what was there. */
export function fill(cells: Cell[], from: number, to: number, sign: SafeText, paint: Paint): void {
  for (let column = from; column <= to && column < cells.length; column += 1) {
    cells[column] = { sign, paint };
  }
}

/** Puts a text into a row whose characters are all one column wide. */
export function write(cells: Cell[], from: number, text: SafeText, paint: Paint): void {
  [...text].forEach((sign, index) => {
    cells[from + index] = { sign: sign as SafeText, paint };
  });
}

/** A row without the empty columns at its end. */
export function trimCells(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex(({ paint }) => paint !== undefined) + 1);
}

/** A row as text, each run of one paint painted once. */
export function paintCells(cells: readonly Cell[]): SafeText {
  const runs: { paint: Paint | undefined; signs: SafeText[] }[] = [];
  for (const { sign, paint } of cells) {
    const run = runs.at(-1);
    if (run !== undefined && run.paint === paint) run.signs.push(sign);
    else runs.push({ paint, signs: [sign] });
  }
  return join(
    runs.map(({ paint, signs }) => (paint === undefined ? join(signs) : paint(join(signs)))),
  );
}
