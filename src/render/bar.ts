import { join, type SafeText } from './safe-text.js';
import type { Symbols } from './symbols.js';
import type { Paint, Theme } from './theme.js';

/** What bars need to know of a look. */
export interface BarLook {
  symbols: Symbols;
  theme: Theme;
}

/** Keeps 0.29 × 100 from being 28.999… steps. */
const ROUNDING = 1e-9;

/**
 * A bar of exactly `columns` columns, filled to `percentage` (0 to 100; beyond is cut).
 * It is full only at 100: a bar that looks done while something is left would lie.
 * `mark` draws a line at another percentage, such as a peak.
 */
export function bar(
  percentage: number,
  columns: number,
  look: BarLook,
  paint: Paint = look.theme.active,
  mark?: number,
): SafeText {
  const { symbols, theme } = look;
  const inner = Math.max(1, columns - symbols.barOpen.length - symbols.barClose.length);
  const filled = filledCells(fractionOf(percentage), inner, symbols);
  const cells = [...filled, ...Array<SafeText>(inner - filled.length).fill(symbols.barEmpty)];
  const draw = (from: number, to: number): SafeText[] => [
    paint(join(cells.slice(from, Math.min(to, filled.length)))),
    theme.faint(join(cells.slice(Math.max(from, filled.length), to))),
  ];
  if (mark === undefined) return join([symbols.barOpen, ...draw(0, inner), symbols.barClose]);
  const at = Math.min(inner - 1, Math.floor(fractionOf(mark) * inner));
  const marked = [...draw(0, at), theme.strong(symbols.axisSide), ...draw(at + 1, inner)];
  return join([symbols.barOpen, ...marked, symbols.barClose]);
}

const fractionOf = (percentage: number): number =>
  Number.isNaN(percentage) ? 0 : Math.min(100, Math.max(0, percentage)) / 100;

function filledCells(fraction: number, inner: number, symbols: Symbols): SafeText[] {
  const stepsPerCell = symbols.barParts.length + 1;
  const most = inner * stepsPerCell;
  const steps = fraction === 1 ? most : Math.min(most - 1, Math.floor(fraction * most + ROUNDING));
  const part = symbols.barParts[(steps % stepsPerCell) - 1];
  const full = Array<SafeText>(Math.floor(steps / stepsPerCell)).fill(symbols.barFull);
  return part === undefined ? full : [...full, part];
}
