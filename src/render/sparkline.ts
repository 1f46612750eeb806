import { join, type SafeText, safe } from './safe-text.js';
import type { Symbols } from './symbols.js';

/**
 * Figures as a row of small columns; a missing figure is a space. More figures than `columns` are averaged beside each
 * other. The scale goes from `low` to `high`, and further where a figure is beyond; without them from the lowest to the
 * highest figure. Where all is the same height, that is half.
 */
export function sparkline(
  values: readonly (number | undefined)[],
  columns: number,
  symbols: Symbols,
  scale: Partial<Record<'low' | 'high', number>> = {},
): SafeText {
  const shown = resample(values.map(finite), Math.max(1, Math.floor(columns)));
  const known = shown.filter((value) => value !== undefined);
  const { low: lowest = Number.POSITIVE_INFINITY, high: highest = Number.NEGATIVE_INFINITY } =
    scale;
  const low = known.reduce((least, value) => Math.min(least, value), lowest);
  const high = known.reduce((most, value) => Math.max(most, value), highest);
  return join(
    shown.map((value) => (value === undefined ? safe` ` : step(value, low, high, symbols.spark))),
  );
}

const finite = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;

function step(value: number, low: number, high: number, steps: readonly SafeText[]): SafeText {
  const top = steps.length - 1;
  if (high === low) return steps[Math.floor(top / 2)] ?? safe` `;
  // Halves first: the distance between the two largest numbers there are would be infinite.
  const height = (value / 2 - low / 2) / (high / 2 - low / 2);
  return steps[Math.round(height * top)] ?? safe` `;
}

function resample(
  values: readonly (number | undefined)[],
  columns: number,
): (number | undefined)[] {
  if (values.length <= columns) return [...values];
  return Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * values.length) / columns);
    const to = Math.floor(((column + 1) * values.length) / columns);
    return average(values.slice(from, to).filter((value) => value !== undefined));
  });
}

function average(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value / values.length, 0);
}
