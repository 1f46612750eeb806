const SIZE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/**
 * A size in bytes as all languages write it: whole bytes, else one decimal below 100 and none from there, such as
 * "2.3 GB", "45.7 MB" and "890 MB". Units count in thousands. Sizes below 0 are 0.
 */
export function sizeText(bytes: number): string {
  let amount = Math.max(0, bytes);
  let unit = 0;
  while (unit < SIZE_UNITS.length - 1 && Number(sizeFigure(amount, unit)) >= 1000) {
    amount /= 1000;
    unit += 1;
  }
  return `${sizeFigure(amount, unit)} ${SIZE_UNITS[unit]}`;
}

const sizeFigure = (amount: number, unit: number): string =>
  amount.toFixed(unit === 0 || amount >= 99.95 ? 0 : 1);

/** The number of a rate: whole from 10, one decimal from 1, else two. Rates below 0 are 0. */
export function rateFigure(perSecond: number): string {
  const amount = Math.max(0, perSecond);
  const digits = amount >= 10 ? 0 : amount >= 1 ? 1 : 2;
  return String(Number(amount.toFixed(digits)));
}

/** The units that a length of time is worded in, largest first. */
export type DurationUnit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

const UNIT_MS: readonly (readonly [DurationUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/**
 * A length of time in whole numbers: its largest unit and the next smaller one where that is not 0, cut off after
 * them. Below a second milliseconds, and "0 seconds" for none at all or less.
 */
export function durationParts(durationMs: number): [DurationUnit, number][] {
  const wholeMs = Math.max(0, Math.floor(durationMs));
  if (wholeMs > 0 && wholeMs < 1000) return [['millisecond', wholeMs]];
  const first = UNIT_MS.findIndex(([, unitMs]) => wholeMs >= unitMs);
  let restMs = wholeMs;
  const parts = UNIT_MS.slice(first, first + 2).map(([unit, unitMs]): [DurationUnit, number] => {
    const amount = Math.floor(restMs / unitMs);
    restMs -= amount * unitMs;
    return [unit, amount];
  });
  const told = parts.filter(([, amount]) => amount > 0);
  return told.length === 0 ? [['second', 0]] : told;
}
