/** A percentage within 0 and 100. */
export const clampPercent = (percent: number): number => Math.min(100, Math.max(0, percent));

/**
 * `part ÷ whole × 100`, within 0 and 100. `undefined` when either is unknown, no finite number, or the whole is not
 * above 0: a share of nothing says nothing.
 */
export function percentOf(part: number | undefined, whole: number | undefined): number | undefined {
  if (part === undefined || whole === undefined || !(whole > 0)) return undefined;
  const percent = (part / whole) * 100;
  return Number.isFinite(percent) ? clampPercent(percent) : undefined;
}

/** `sum ÷ count`; `undefined` of no values. */
export function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value, or the mean of the two middle ones; `undefined` of no values. One odd run does not move it. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** A figure with at most so many decimals. */
export function rounded(value: number | undefined, decimals: number): number | undefined {
  if (value === undefined) return undefined;
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

/** A percentage of progress with one decimal; only what is done to the last bit is 100. */
export const shownProgress = (percent: number | undefined): number | undefined =>
  percent === undefined || percent >= 100 ? percent : Math.min(99.9, rounded(percent, 1) ?? 0);
