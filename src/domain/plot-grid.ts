import type { Range } from './axis.js';

/** A figure at a moment; undefined where it is not known. */
export interface PlotPoint {
  timeMs: number;
  value: number | undefined;
}

/** What stands in a cell of a plot: a sample, the line between two, or nothing. */
export type PlotCell = 'point' | 'line' | undefined;

/** A step this many times longer than the usual one is a hole in the samples, and no line is drawn over it. */
const GAP_FACTOR = 3;

/** The cells of a plot, the highest row first. `points` are in the order of time. Takes time linear in points and cells. */
export function plotGrid(
  points: readonly PlotPoint[],
  times: Range,
  values: Range,
  size: { columns: number; rows: number },
): PlotCell[][] {
  const grid = Array.from({ length: size.rows }, () =>
    Array<PlotCell>(size.columns).fill(undefined),
  );
  const longestMs = usualStepMs(points) * GAP_FACTOR;
  let previous: { column: number; row: number; timeMs: number } | undefined;
  for (const { timeMs, value } of points) {
    if (value === undefined) {
      previous = undefined;
      continue;
    }
    const column = columnAt(timeMs, times, size.columns);
    const row = size.rows - 1 - Math.round(fractionIn(value, values) * (size.rows - 1));
    if (previous !== undefined && timeMs - previous.timeMs <= longestMs)
      connect(grid, previous, { column, row });
    set(grid, row, column, 'point');
    previous = { column, row, timeMs };
  }
  return grid;
}

/** The column of a moment on a time axis. */
export const columnAt = (timeMs: number, times: Range, columns: number): number =>
  Math.round(fractionIn(timeMs, times) * (columns - 1));

function fractionIn(value: number, { low, high }: Range): number {
  if (high <= low) return 0;
  // Halves first: the distance between the two largest numbers there are would be infinite.
  return Math.min(1, Math.max(0, (value / 2 - low / 2) / (high / 2 - low / 2)));
}

function usualStepMs(points: readonly PlotPoint[]): number {
  const steps = points
    .slice(1)
    .map(({ timeMs }, index) => timeMs - (points[index]?.timeMs ?? timeMs));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}

interface Place {
  column: number;
  row: number;
}

/** A line whose rows are filled where it is steep, so that it has no holes. */
function connect(grid: PlotCell[][], from: Place, to: Place): void {
  const columns = Math.max(1, to.column - from.column);
  let above = from.row;
  for (let step = 1; step <= columns; step++) {
    const row = Math.round(from.row + ((to.row - from.row) * step) / columns);
    const isLast = step === columns;
    const towards = Math.sign(row - above);
    for (let at = above + towards; at !== row && towards !== 0; at += towards) {
      set(grid, at, Math.min(from.column + step, to.column), 'line');
    }
    if (!isLast) set(grid, row, from.column + step, 'line');
    above = row;
  }
}

function set(grid: PlotCell[][], row: number, column: number, cell: PlotCell): void {
  const cells = grid[row];
  if (cells !== undefined && cells[column] !== 'point') cells[column] = cell;
}
