import type { BarLook } from './bar.js';
import { join, type SafeText } from './safe-text.js';
import type { Paint } from './theme.js';

/** One part of a whole: how much it is, in the unit of the others, and how it is drawn. */
export interface Proportion {
  amount: number;
  glyph: SafeText;
  paint: Paint;
}

/** A bar of exactly `columns` columns in which every part has its share; empty when there is nothing to divide. */
export function proportionBar(
  parts: readonly Proportion[],
  columns: number,
  { symbols }: BarLook,
): SafeText {
  const inner = columns - symbols.barOpen.length - symbols.barClose.length;
  const counts = divide(
    parts.map(({ amount }) => (amount > 0 && Number.isFinite(amount) ? amount : 0)),
    inner,
  );
  if (counts.every((count) => count === 0)) return join([]);
  const drawn = parts.map(({ glyph, paint }, index) =>
    paint(glyph.repeat(counts[index] ?? 0) as SafeText),
  );
  return join([symbols.barOpen, ...drawn, symbols.barClose]);
}

/** Shares out whole cells by the largest remainder, so that they come to exactly `cells`. */
function divide(amounts: readonly number[], cells: number): number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0 || cells <= 0) return amounts.map(() => 0);
  const exact = amounts.map((amount) => (amount / total) * cells);
  const counts = exact.map(Math.floor);
  const left = Math.round(cells - counts.reduce((sum, count) => sum + count, 0));
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value % 1 }))
    .sort((a, b) => b.rest - a.rest);
  for (const { index } of byRemainder.slice(0, left)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
