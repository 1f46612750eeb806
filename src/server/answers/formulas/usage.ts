import { clampPercent } from './shares.js';

/** A measured figure and when it was measured, in milliseconds since 1970. */
export interface Measurement {
  timeMs: number;
  value: number;
}

/**
 * What share of the cores it may use a job keeps busy, 0 to 100: one busy core of 2 is 50. Samples are reported so; a
 * reporter that adds up its cores is cut at 100.
 */
export const cpuShare = (cpuPercent: number | undefined): number | undefined =>
  cpuPercent === undefined ? undefined : clampPercent(cpuPercent);

/**
 * The mean over time: `Σ value × (time until the next measurement) ÷ Σ time`. Measurements whose time goes back count
 * for nothing. `undefined` when no time lies between them, so of one, too.
 */
export function timeWeightedMean(measurements: readonly Measurement[]): number | undefined {
  let totalMs = 0;
  let sum = 0;
  for (const [index, { timeMs, value }] of measurements.entries()) {
    const heldMs = (measurements[index + 1]?.timeMs ?? timeMs) - timeMs;
    if (heldMs <= 0) continue;
    totalMs += heldMs;
    sum += value * heldMs;
  }
  return totalMs > 0 ? sum / totalMs : undefined;
}

/** The highest value; `undefined` of none. */
export function peak(measurements: readonly Measurement[]): number | undefined {
  let highest: number | undefined;
  for (const { value } of measurements) {
    if (highest === undefined || value > highest) highest = value;
  }
  return highest;
}
