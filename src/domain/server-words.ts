import { readQuantity, type Unit } from '../contract/index.js';
import { durationText } from './duration.js';

/** How far a server's words may be from the computed figure before both are shown, in milliseconds. */
const TOLERANCE_MS = 5000;

const UNIT_MS: Partial<Record<Unit, number>> = {
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

/** A number in words as far as a duration has one: "15", "5.75", "5,75". */
const FIGURE = /^(\d{1,9})(?:[.,](\d{1,3}))?$/;

interface WordedPart {
  unitMs: number;
  figure: string;
  digits: number;
}

/**
 * Whether a server's words for a length of time ("15 minutes 33 seconds", "5.75 dakika") say what was computed, give
 * or take a few seconds. Words that can't be compared (a range, an unknown unit) do not.
 *
 * Nothing is added up: the computed duration is written in the units that the words use, for every second of the
 * tolerance, and the texts are compared.
 */
export function saysDuration(words: string, durationMs: number): boolean {
  const parts = wordedParts(words);
  const said =
    parts?.map(({ figure }) => figure).join(' ') ?? words.replace(/\s+/g, '').toLowerCase();
  for (let shiftMs = -TOLERANCE_MS; shiftMs <= TOLERANCE_MS; shiftMs += 1000) {
    const candidateMs = Math.max(0, durationMs + shiftMs);
    const written = parts === undefined ? signs(candidateMs) : writings(candidateMs, parts);
    if (written.includes(said)) return true;
  }
  return false;
}

/** A duration without words: "15m33s", "0:15:33", "00:15:33". */
function signs(durationMs: number): string[] {
  const seconds = Math.floor(durationMs / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const hours = Math.floor(seconds / 3600);
  return [durationText(seconds * 1000), `${hours}:${clock}`, `${two(hours)}:${clock}`];
}

function wordedParts(words: string): WordedPart[] | undefined {
  const parts: WordedPart[] = [];
  for (const { figure, unit } of readQuantity(words) ?? []) {
    const [, whole, fraction = ''] = FIGURE.exec(figure) ?? [];
    const unitMs = UNIT_MS[unit];
    const isInOrder =
      unitMs !== undefined && unitMs < (parts.at(-1)?.unitMs ?? Number.POSITIVE_INFINITY);
    if (whole === undefined || !isInOrder) return undefined;
    const plain = String(Number(whole)) + (fraction === '' ? '' : `.${fraction}`);
    parts.push({ unitMs, figure: plain, digits: fraction.length });
  }
  return parts.length === 0 ? undefined : parts;
}

/** A duration in the units of `parts`, its last figure cut off and rounded: servers do either. */
function writings(durationMs: number, parts: readonly WordedPart[]): string[] {
  return [cut, round].map((toDigits) => {
    let restMs = durationMs;
    const figures = parts.map(({ unitMs, digits }, index) => {
      if (index === parts.length - 1) return toDigits(restMs / unitMs, digits);
      const whole = Math.floor(restMs / unitMs);
      restMs -= whole * unitMs;
      return String(whole);
    });
    return figures.join(' ');
  });
}

const round = (value: number, digits: number): string => value.toFixed(digits);

const cut = (value: number, digits: number): string =>
  (Math.floor(value * 10 ** digits) / 10 ** digits).toFixed(digits);
