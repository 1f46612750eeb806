import { join, type SafeText, safe } from './safe-text.js';
import type { Symbols } from './symbols.js';

/**
 * Figures as a row of small columns, the lowest and the highest of them setting the scale; a missing figure is a
 * space. More figures than `columns` are averaged beside each other. Figures that are all the same stand at half height.
 */
export function sparkline(
  values: readonly (number | undefined)[],
  columns: number,
  symbols: Symbols,
): SafeText {
  const shown = resample(values.map(finite), Math.max(1, Math.floor(columns)));
  const known = shown.filter((value) => value !== undefined);
  const low = known.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = known.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
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
