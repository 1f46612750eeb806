const ROUND_STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;

/** The lowest and the highest figure of an axis. */
export interface Range {
  low: number;
  high: number;
}

/** The round number that an axis for figures up to `highest` ends at: 100 for 85, 1,500 for 1,427; 1 for 0. */
export function roundCeiling(highest: number): number {
  if (!(highest > 0)) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(highest));
  if (magnitude === 0 || !Number.isFinite(magnitude * 10)) return highest;
  const step = ROUND_STEPS.find((candidate) => candidate * magnitude >= highest * (1 - 1e-9)) ?? 10;
  // Through text, because 3 × 0.1 is 0.30000000000000004.
  return Number((step * magnitude).toPrecision(6));
}

/** The range of an axis: from 0, unless a figure is below it, to a round number, or to `fullScale` where figures have a natural end. */
export function axisRange(values: readonly number[], fullScale = 0): Range {
  const highest = values.reduce((most, value) => Math.max(most, value), fullScale);
  const lowest = values.reduce((least, value) => Math.min(least, value), 0);
  return { low: lowest < 0 ? -roundCeiling(-lowest) : 0, high: roundCeiling(highest) };
}

/**
 * Where the labels of a time axis stand: the columns of their ticks, evenly spread, the first and the last at the ends.
 * As many as `columns` has room for, at most six; none when not even one fits.
 */
export function tickColumns(columns: number, labelColumns: number): number[] {
  if (columns < labelColumns) return [];
  for (let count = 6; count >= 2; count--) {
    const apart = (columns - 1) / (count - 1);
    const needed = count === 2 ? labelColumns * 2 + 1 : labelColumns * 1.5 + 2;
    if (apart >= needed)
      return Array.from({ length: count }, (_, index) => Math.round(index * apart));
  }
  return [0];
}
