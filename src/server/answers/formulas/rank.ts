/** How a job compares with past ones: shares of them in whole percent, 100 together. */
export type Comparison = Record<'fasterThan' | 'similarTo' | 'slowerThan', number>;

/** Two speeds that differ by no more than this share of the other's are similar. */
const SIMILAR = 0.1;

/**
 * The percentile of a speed among those of past jobs, 0 to 100 in whole points: `(slower ones + half of the equal
 * ones) ÷ all`. `undefined` without past jobs.
 */
export function percentileRank(
  speed: number | undefined,
  past: readonly number[],
): number | undefined {
  if (speed === undefined || past.length === 0) return undefined;
  const slower = past.filter((other) => other < speed).length;
  const equal = past.filter((other) => other === speed).length;
  return Math.round(((slower + equal / 2) / past.length) * 100);
}

/**
 * How many of the past jobs a speed beats, equals and misses, where within ±10 % of the past one is equal. Shares are
 * rounded so that they are 100 together. `undefined` without past jobs.
 */
export function compareSpeeds(
  speed: number | undefined,
  past: readonly number[],
): Comparison | undefined {
  if (speed === undefined || past.length === 0) return undefined;
  const share = (count: number): number => Math.round((count / past.length) * 100);
  const fasterThan = share(past.filter((other) => speed > other * (1 + SIMILAR)).length);
  const slowerThan = share(past.filter((other) => speed < other * (1 - SIMILAR)).length);
  // Two halves that are both rounded up would be 101.
  const slower = Math.min(slowerThan, 100 - fasterThan);
  return { fasterThan, similarTo: 100 - fasterThan - slower, slowerThan: slower };
}
