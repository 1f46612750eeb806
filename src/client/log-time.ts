import type { LogEntry } from '../contract/index.js';
import { instant } from '../domain/instant.js';

const NANOS_PER_SECOND = 1_000_000_000n;

/**
 * The next moment after a time, or the one before it, in ISO 8601: a millisecond away, or less where the time itself
 * is written more finely. `undefined` for a text that is no time.
 */
export function neighbour(timestamp: string, step: 1 | -1): string | undefined {
  const timeMs = instant(timestamp);
  if (timeMs === undefined) return undefined;
  const digits = /\.(\d{4,9})/.exec(timestamp)?.[1];
  if (digits === undefined) return new Date(timeMs + step).toISOString();
  const unit = 10n ** BigInt(9 - digits.length);
  const wholeSeconds = BigInt(Math.floor(timeMs / 1000));
  const nanos =
    wholeSeconds * NANOS_PER_SECOND + BigInt(digits.padEnd(9, '0')) + BigInt(step) * unit;
  const seconds = new Date(Number(nanos / NANOS_PER_SECOND) * 1000).toISOString().slice(0, 19);
  const fraction = String(nanos % NANOS_PER_SECOND)
    .padStart(9, '0')
    .slice(0, digits.length);
  return `${seconds}.${fraction}Z`;
}

/** Whether `a` is later than `b`; times that can't be read are never later. */
export const isLater = (a: string, b: string): boolean => (instant(a) ?? 0) > (instant(b) ?? 0);

/** Entries in the order of their time; those of one time keep their order, and one without a time stays behind the one it followed. */
export function sortByTime(entries: readonly LogEntry[]): LogEntry[] {
  let latestMs = 0;
  const times = entries.map((entry) => {
    latestMs = instant(entry.timestamp) ?? latestMs;
    return latestMs;
  });
  const isSorted = times.every((timeMs, index) => index === 0 || timeMs >= (times[index - 1] ?? 0));
  if (isSorted) return [...entries];
  const timed = entries.map((entry, index) => ({ entry, timeMs: times[index] ?? 0 }));
  return timed.sort((a, b) => a.timeMs - b.timeMs).map(({ entry }) => entry);
}
