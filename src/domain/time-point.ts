import { parseDuration } from './duration.js';

/** What a point in time is relative to. */
export interface TimePointOptions {
  /** Milliseconds since 1970. */
  nowMs: number;
  /** The zone whose days count: `utc`, `local` or an IANA zone. */
  timeZone: string;
}

const DAY_MS = 86_400_000;

/** RFC 3339 knows the years 0 to 9999 and no others. */
const YEAR_0_MS = Date.parse('0000-01-01T00:00:00Z');

/** RFC 3339 §5.6 `date-time`. A leap second is left out: no clock that jobtrack meets has one. */
const RFC_3339 =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** The last day of a month (1 for January), by the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Upper case is the form that every server reads; nothing else of the text is changed, so no digit is lost. */
function parseRfc3339(text: string): string | undefined {
  const [year, month, day] = RFC_3339.exec(text)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return day <= daysInMonth(year, month) ? text.toUpperCase() : undefined;
}

/** The clock on the wall of a zone, as if it were UTC: whole days and differences can then be computed. */
function wallClock(timeMs: number, timeZone: string): number {
  if (timeZone === 'utc') return timeMs;
  const format = new Intl.DateTimeFormat('en-US', {
    ...(timeZone === 'local' ? {} : { timeZone }),
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(
    format.formatToParts(timeMs).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
}

const startOfWallDay = (wallMs: number): number => Math.floor(wallMs / DAY_MS) * DAY_MS;

/**
 * The first moment of a day. Clocks that change at midnight leave two guesses, by the offset before and after the
 * change; the earlier one that lies in the day is right.
 */
function startOfDay(wallDayMs: number, timeZone: string): number {
  const guesses = [-DAY_MS, DAY_MS].map((shiftMs) => {
    const nearbyMs = wallDayMs + shiftMs;
    return wallDayMs - (wallClock(nearbyMs, timeZone) - nearbyMs);
  });
  const inDay = guesses.filter((guess) => startOfWallDay(wallClock(guess, timeZone)) === wallDayMs);
  return Math.min(...(inDay.length > 0 ? inDay : guesses));
}

function parseDay(text: string, { nowMs, timeZone }: TimePointOptions): number | undefined {
  const daysBack = ['today', 'yesterday'].indexOf(text.toLowerCase());
  if (daysBack < 0) return undefined;
  return startOfDay(startOfWallDay(wallClock(nowMs, timeZone)) - daysBack * DAY_MS, timeZone);
}

function parseAgo(text: string, { nowMs }: TimePointOptions): number | undefined {
  const agoMs = parseDuration(text.replace(/^-/, ''));
  return agoMs === undefined ? undefined : nowMs - agoMs;
}

/**
 * A point in time as an ISO 8601 text: an RFC 3339 time as it was typed, or what a duration ago (`15m`, `-3h`),
 * `today` or `yesterday` (where the day begins in the zone) comes to. `undefined` when `text` is none of these.
 */
export function parseTimePoint(text: string, options: TimePointOptions): string | undefined {
  const typed = parseRfc3339(text);
  if (typed !== undefined) return typed;
  const timeMs = parseDay(text, options) ?? parseAgo(text, options);
  if (timeMs === undefined || timeMs < YEAR_0_MS) return undefined;
  return new Date(timeMs).toISOString();
}
