import type { SafeText } from '../../render/safe-text.js';
import { type Cell, cells, fromCells } from '../../render/width/cells.js';
import { width } from '../../render/width.js';

/**
 * Whether the terminal breaks lines anew when its window is made narrower, as most do. xterm and GNU screen cut them.
 */
export function breaksLinesAnew(
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (environment['TMUX'] !== undefined) return true;
  return environment['XTERM_VERSION'] === undefined && environment['STY'] === undefined;
}

/** How many rows lines take on a screen that is so wide. */
export const rowCount = (lines: readonly SafeText[], columns: number): number =>
  lines.reduce((sum, line) => sum + rowsOf(line, columns).length, 0);

/** The first so many rows of lines, as lines: of the last one perhaps only its beginning. */
export function firstRows(lines: readonly SafeText[], columns: number, count: number): SafeText[] {
  const first: SafeText[] = [];
  let left = count;
  for (const line of lines) {
    if (left <= 0) break;
    const rows = rowsOf(line, columns);
    first.push(left >= rows.length ? line : fromCells(rows.slice(0, left).flat()));
    left -= rows.length;
  }
  return first;
}

/** A line as a terminal breaks it: wherever it is full, a wide character whole. */
function rowsOf(line: SafeText, columns: number): Cell[][] {
  if (width(line) <= columns) return [[...cells(line)]];
  const rows: Cell[][] = [[]];
  let used = 0;
  for (const cell of cells(line)) {
    if (used + cell.columns > columns && used > 0) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(cell);
    used += cell.columns;
  }
  return rows;
}
