import { memoize } from '../memoize.js';

const QUARTER_MS = 900_000;

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
export type ZoneOffset = (epochMs: number) => number;

/**
 * The offsets of a time zone. `zone` is `utc`, `local` or an IANA name.
 * A zone changes its offset on a quarter of an hour at the earliest, so each quarter is asked for once:
 * formatting ten thousand log lines through Intl would take longer than fetching them.
 */
export function zoneOffset(zone: string): ZoneOffset {
  if (zone.toLowerCase() === 'utc') return () => 0;
  // Made for the first moment that is shown: it takes 10 ms.
  const format = memoize(
    () =>
      new Intl.DateTimeFormat('en-US', {
        ...(zone === 'local' ? {} : { timeZone: zone }),
        timeZoneName: 'longOffset',
      }),
  );
  const known = new Map<number, number>();
  return (epochMs) => {
    const quarter = Math.floor(epochMs / QUARTER_MS);
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    const offsetMs = readOffset(format().formatToParts(epochMs));
    known.set(quarter, offsetMs);
    return offsetMs;
  };
}

function readOffset(parts: readonly Intl.DateTimeFormatPart[]): number {
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const found = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (found === null) return 0;
  const [, sign, hours, minutes, seconds] = found;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -ms : ms;
}
