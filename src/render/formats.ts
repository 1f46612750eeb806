import { instant } from '../domain/instant.js';
import type { DurationUnit, UnitMessages } from '../i18n/areas/units.js';
import { quantityText } from './quantity.js';
import { inline, type SafeText, safe } from './safe-text.js';
import { zoneOffset } from './time-zone.js';

/** Numbers, times and units as the user's language and zone want them. */
export interface Formats {
  /** A number with the language's own separators, at most `digits` after the point (two, or two that count where it is small). */
  number(value: number, digits?: number): SafeText;
  /** A share from 0 to 100. */
  percent(value: number, digits?: number): SafeText;
  /** A share from 0 to 1, shown as a percentage with enough digits to tell small ones apart. */
  fraction(value: number): SafeText;
  /** A length of time in milliseconds, by its two largest units: "15m 33s". */
  duration(durationMs: number): SafeText;
  /** A moment: the clock time on a terminal (with the date on another day), RFC 3339 elsewhere. */
  time(time: string | number | null | undefined): SafeText;
  /** How far a moment is from now: "2m ago", "in 6m 27s". */
  relative(time: string | number): SafeText;
  /** A moment with its distance from now on a terminal; RFC 3339 alone elsewhere. */
  when(time: string | number | null | undefined): SafeText;
  /** A size, rate or length of time in the server's words, with known units in the user's language. */
  quantity(display: string): SafeText;
  /** How far the user's zone is ahead of UTC at a moment, in milliseconds: for axes and days. */
  offsetMs(epochMs: number): number;
}

/** What formats are made from. */
export interface FormatOptions {
  units: UnitMessages;
  /** `utc`, `local` or an IANA zone. */
  timeZone: string;
  /** The moment that "now" is, in milliseconds since 1970. */
  nowMs: number;
  terminal: boolean;
}

/** Two digits after the point would make nothing of a number below this. */
const SMALL = 0.1;

const DAY_MS = 86_400_000;

/** The formats of one moment. */
export const createFormats = ({ nowMs, ...lasting }: FormatOptions): Formats =>
  createFormatsAt(lasting)(nowMs);

/** The formats of many moments, one after the other: what is costly to make is made once. */
export function createFormatsAt({
  units,
  timeZone,
  terminal,
}: Omit<FormatOptions, 'nowMs'>): (nowMs: number) => Formats {
  const formatNumber = createNumbers(units);
  const offsetAt = zoneOffset(timeZone);
  return (nowMs) => formatsOf({ units, nowMs, terminal, formatNumber, offsetAt });
}

type FormatNumber = (value: number, format: Intl.NumberFormatOptions) => SafeText;

function createNumbers(units: UnitMessages): FormatNumber {
  const numbers = new Map<string, Intl.NumberFormat>();
  return (value, format) => {
    const key = JSON.stringify(format);
    // 'negative' keeps what rounds to zero from becoming "-0".
    const options = { ...format, signDisplay: 'negative' } as const;
    const known = numbers.get(key) ?? new Intl.NumberFormat(units.locale, options);
    numbers.set(key, known);
    return inline(known.format(value));
  };
}

interface MomentParts extends Omit<FormatOptions, 'timeZone'> {
  formatNumber: FormatNumber;
  offsetAt: (epochMs: number) => number;
}

function formatsOf({ units, nowMs, terminal, formatNumber, offsetAt }: MomentParts): Formats {
  const time: Formats['time'] = (moment) => {
    const epochMs = typeof moment === 'number' ? moment : instant(moment);
    if (epochMs === undefined) return inline(String(moment ?? '-'));
    return inline(
      terminal ? clockTime(epochMs, nowMs, offsetAt) : rfc3339(epochMs, offsetAt(epochMs)),
    );
  };
  const relative: Formats['relative'] = (moment) => {
    const epochMs = typeof moment === 'number' ? moment : instant(moment);
    return epochMs === undefined
      ? inline(String(moment))
      : inline(distance(epochMs - nowMs, units));
  };
  return {
    number: (value, digits) =>
      digits === undefined && Math.abs(value) < SMALL
        ? formatNumber(value, { maximumSignificantDigits: 2 })
        : formatNumber(value, { maximumFractionDigits: digits ?? 2 }),
    percent: (value, digits = 1) =>
      formatNumber(belowWhole(value / 100, digits), {
        style: 'percent',
        maximumFractionDigits: digits,
      }),
    fraction: (value) =>
      formatNumber(belowWhole(value, 1), {
        style: 'percent',
        ...(Math.abs(value) < 0.01
          ? { maximumSignificantDigits: 2 }
          : { maximumFractionDigits: 1 }),
      }),
    duration: (durationMs) => inline(durationWords(durationMs, units)),
    time,
    relative,
    when: (moment) => {
      if (!terminal || moment == null || instantOf(moment) === undefined) return time(moment);
      return safe`${time(moment)} (${relative(moment)})`;
    },
    quantity: (display) => inline(quantityText(display, units)),
    offsetMs: offsetAt,
  };
}

/** A share below 1 that does not become 100 % by rounding to `digits`: that would say "done" while something is left. */
const belowWhole = (share: number, digits: number): number =>
  share < 1 ? Math.min(share, 1 - 10 ** -(digits + 2)) : share;

const instantOf = (moment: string | number): number | undefined =>
  typeof moment === 'number' ? moment : instant(moment);

function rfc3339(epochMs: number, offsetMs: number): string {
  const local = new Date(epochMs + offsetMs).toISOString();
  const seconds = epochMs % 1000 === 0 ? local.slice(0, 19) : local.slice(0, 23);
  if (offsetMs === 0) return `${seconds}Z`;
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${seconds}${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function clockTime(epochMs: number, nowMs: number, offsetAt: (epochMs: number) => number): string {
  const localMs = epochMs + offsetAt(epochMs);
  const localNowMs = nowMs + offsetAt(nowMs);
  const [date = '', clock = ''] = new Date(localMs).toISOString().split('T');
  const isToday = Math.floor(localMs / DAY_MS) === Math.floor(localNowMs / DAY_MS);
  return isToday ? clock.slice(0, 8) : `${date} ${clock.slice(0, 8)}`;
}

function distance(fromNowMs: number, units: UnitMessages): string {
  if (Math.abs(fromNowMs) < 1000) return units.now;
  const duration = durationWords(Math.abs(fromNowMs), units);
  return fromNowMs < 0 ? units.ago(duration) : units.ahead(duration);
}

const SIZES: readonly (readonly [DurationUnit, number])[] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** A length of time in its two largest units, `1d 3h`, in the user's language. */
export function durationWords(durationMs: number, units: UnitMessages): string {
  const sign = durationMs < 0 ? '-' : '';
  let restMs = Math.abs(Math.round(durationMs));
  if (restMs < 1000)
    return sign + units.durationPart(restMs, restMs === 0 ? 'second' : 'millisecond');
  const parts: string[] = [];
  const first = SIZES.findIndex(([, sizeMs]) => restMs >= sizeMs);
  for (const [unit, sizeMs] of SIZES.slice(first, first + 2)) {
    const value = Math.floor(restMs / sizeMs);
    if (value > 0) parts.push(units.durationPart(value, unit));
    restMs %= sizeMs;
  }
  return sign + parts.join(units.durationSeparator);
}
