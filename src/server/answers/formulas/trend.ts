import type { Trend } from '../../../contract/index.js';
import type { Measurement } from './usage.js';

/** A change of less than this share of the mean, over all that was looked at, is none. */
const DEAD_BAND = 0.1;

/** Two points are on a line whatever they mean. */
const FEWEST_POINTS = 3;

/**
 * By which share of its mean a figure changes over the measurements: `slope × span ÷ |mean|`, with the slope of the
 * line of least squares, `Σ(t−t̄)(v−v̄) ÷ Σ(t−t̄)²`. 0.5 is a rise by half of the mean. `undefined` of fewer than
 * three measurements, without time between them, or with a mean of 0 unless all are 0 (then nothing changes: 0).
 */
export function relativeChange(measurements: readonly Measurement[]): number | undefined {
  const count = measurements.length;
  if (count < FEWEST_POINTS) return undefined;
  let [timeSum, valueSum, first, last] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { timeMs, value } of measurements) {
    timeSum += timeMs;
    valueSum += value;
    first = Math.min(first, timeMs);
    last = Math.max(last, timeMs);
  }
  const [meanTime, meanValue] = [timeSum / count, valueSum / count];
  let [covariance, variance] = [0, 0];
  for (const { timeMs, value } of measurements) {
    covariance += (timeMs - meanTime) * (value - meanValue);
    variance += (timeMs - meanTime) ** 2;
  }
  if (variance === 0) return undefined;
  if (meanValue === 0) return measurements.every(({ value }) => value === 0) ? 0 : undefined;
  return ((covariance / variance) * (last - first)) / Math.abs(meanValue);
}

/**
 * Where a figure is going: Improving when it rises by {@link DEAD_BAND} or more ({@link relativeChange}), Declining
 * when it falls so, else Stable. The words tell the direction of the figure, not whether that is good.
 */
export function trendOf(measurements: readonly Measurement[]): Trend | undefined {
  const change = relativeChange(measurements);
  if (change === undefined) return undefined;
  if (Math.abs(change) < DEAD_BAND) return 'Stable';
  return change > 0 ? 'Improving' : 'Declining';
}
