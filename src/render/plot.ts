import { axisRange, type Range, tickColumns } from '../domain/axis.js';
import { columnAt, type PlotCell, type PlotPoint, plotGrid } from '../domain/plot-grid.js';
import type { BarLook } from './bar.js';
import { join, type SafeText, safe, spaces } from './safe-text.js';
import type { Paint } from './theme.js';
import { pad, width } from './width.js';

/** A figure over time, and how its axes are labelled. */
export interface Plot {
  /** In the order of time. */
  points: readonly PlotPoint[];
  /** The first and the last moment of the time axis, so that plots below each other share it. */
  times: Range;
  /** Moments that are marked on the time axis. */
  marks?: readonly number[];
  /** Where the axis of the figure ends at least, such as 100 for a percentage. */
  fullScale?: number;
  formatValue: (value: number) => SafeText;
  formatTime: (timeMs: number) => SafeText;
  paint?: Paint;
}

const ROWS = 7;
/** Below this many columns for the figure itself a plot says nothing. */
const FEWEST_COLUMNS = 12;

/** The figures of an axis that are written beside it: the ends and the middle. */
const labelsOf = ({
  points,
  fullScale,
  formatValue,
}: Plot): { range: Range; labels: SafeText[] } => {
  const range = axisRange(
    points.flatMap(({ value }) => value ?? []),
    fullScale,
  );
  const middle = range.low / 2 + range.high / 2;
  return { range, labels: [range.high, middle, range.low].map(formatValue) };
};

/** The columns that the labels left of a plot take; plots below each other line up when they get the widest. */
export const plotLabelColumns = (plot: Plot): number =>
  Math.max(...labelsOf(plot).labels.map(width));

/**
 * A figure over time as lines of at most `columns` columns, with an axis for the figure on the left and one for the
 * time below. Nothing where it is too narrow or there is no sample.
 */
export function plot(
  plot: Plot,
  columns: number,
  look: BarLook,
  labelColumns = plotLabelColumns(plot),
): SafeText[] {
  const inner = columns - labelColumns - 2;
  if (inner < FEWEST_COLUMNS || plot.points.every(({ value }) => value === undefined)) return [];
  const { range, labels } = labelsOf(plot);
  const grid = plotGrid(plot.points, plot.times, range, { columns: inner, rows: ROWS });
  const side = look.theme.faint(look.symbols.axisSide);
  const lines = grid.map((cells, row) => {
    const label = look.theme.faint(
      pad(labels[(row * 2) / (ROWS - 1)] ?? safe``, labelColumns, 'right'),
    );
    return safe`${label} ${side}${drawCells(cells, plot.paint ?? look.theme.active, look)}`;
  });
  return [...lines, ...timeAxis(plot, inner, labelColumns, look)];
}

function drawCells(
  cells: readonly PlotCell[],
  paint: Paint,
  { symbols, theme }: BarLook,
): SafeText {
  const last = cells.findLastIndex((cell) => cell !== undefined);
  const drawn = cells.slice(0, last + 1).map((cell) => {
    if (cell === undefined) return safe` `;
    return cell === 'point' ? paint(symbols.plotPoint) : theme.faint(symbols.separator);
  });
  return join(drawn);
}

function timeAxis(
  { times, marks = [], formatTime }: Plot,
  columns: number,
  labelColumns: number,
  { symbols, theme }: BarLook,
): SafeText[] {
  const labelWidth = Math.max(width(formatTime(times.low)), width(formatTime(times.high)));
  const ticks =
    times.high > times.low
      ? tickColumns(columns, labelWidth)
      : tickColumns(columns, labelWidth).slice(0, 1);
  const axis = Array<SafeText>(columns).fill(symbols.axis);
  for (const column of ticks) axis[column] = symbols.axisTick;
  for (const timeMs of marks) axis[columnAt(timeMs, times, columns)] = symbols.milestone;
  const space = spaces(labelColumns);
  const line = theme.faint(safe`${space} ${symbols.axisCorner}${join(axis)}`);
  const labels = tickLabels(ticks, columns, times, formatTime);
  return ticks.length === 0 ? [line] : [line, theme.faint(safe`${space}  ${labels}`)];
}

function tickLabels(
  ticks: readonly number[],
  columns: number,
  times: Range,
  formatTime: Plot['formatTime'],
): SafeText {
  let line = safe``;
  for (const column of ticks) {
    const timeMs = times.low + ((times.high - times.low) * column) / Math.max(1, columns - 1);
    const label = formatTime(Math.round(timeMs / 1000) * 1000);
    const start = Math.min(
      Math.max(0, column - Math.floor(width(label) / 2)),
      columns - width(label),
    );
    line = safe`${pad(line, Math.max(start, width(line)))}${label}`;
  }
  return line;
}
