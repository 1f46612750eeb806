import type { DurationUnit, UnitMessages } from '../i18n/areas/units.js';
import { inline, type SafeText } from './safe-text.js';
import { width } from './width.js';

const HOUR_MS = 3_600_000;

const PAIRS: readonly (readonly [DurationUnit, sizeMs: number, DurationUnit, sizeMs: number])[] = [
  ['day', 24 * HOUR_MS, 'hour', HOUR_MS],
  ['hour', HOUR_MS, 'minute', 60_000],
  ['minute', 60_000, 'second', 1000],
];

/**
 * A length of time that ticks on a screen, in whole seconds: its two largest units, the second one with two digits, so
 * that its figures stand still: "9s", "1m 00s", "1h 05m". Below 0 counts as 0.
 */
export function steadyDuration(durationMs: number, units: UnitMessages): SafeText {
  const pair = PAIRS.find(([, sizeMs]) => durationMs >= sizeMs);
  if (pair === undefined) {
    return inline(units.durationPart(Math.max(0, Math.floor(durationMs / 1000)), 'second'));
  }
  const [large, largeMs, small, smallMs] = pair;
  const count = Math.floor(durationMs / largeMs);
  const rest = Math.floor((durationMs - count * largeMs) / smallMs);
  // The number leads in every language that there is.
  const padded = `${rest < 10 ? '0' : ''}${units.durationPart(rest, small)}`;
  return inline(`${units.durationPart(count, large)}${units.durationSeparator}${padded}`);
}

/** What is left of a countdown: it shows 0 only when nothing is left. */
export const steadyCountdown = (remainingMs: number, units: UnitMessages): SafeText =>
  steadyDuration(Math.ceil(remainingMs / 1000) * 1000, units);

const WIDEST_MS = [HOUR_MS - 1000, 24 * HOUR_MS - 1000, 100 * 24 * HOUR_MS - 1000];

/** The lengths of time that are the widest as {@link steadyDuration} writes them, below a hundred days. */
export const steadyWidest = (units: UnitMessages): SafeText =>
  WIDEST_MS.map((durationMs) => steadyDuration(durationMs, units)).reduce((widest, text) =>
    width(text) > width(widest) ? text : widest,
  );
