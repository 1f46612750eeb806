import { type Unit, units } from './units.js';

/** A piece of a worded figure: the number as it is written, and its unit. A range has both of its ends in `figure`. */
export interface QuantityPart {
  figure: string;
  unit: Unit;
}

/** No figure in words is longer; the pattern is not run on a hostile megabyte. */
const LONGEST = 100;

const PART = /^\s*(\d[\d.,]*(?:\s*[-–~]\s*\d[\d.,]*)?)\.?\s*([^\d\s](?:[^\d]*[^\d\s])?)\s*/u;

/**
 * Reads a size, rate or length of time that a server worded in its own language: "2.3 GB", "1250 kayıt/saniye",
 * "15 minutes 33 seconds", "20-25 minutes". `undefined` when any word of it is not known, so that it is shown as it came.
 *
 * The parts are for showing it in another language only. They must not be added up: what a server words may be
 * rounded, and durations are computed from timestamps.
 */
export function readQuantity(display: string): QuantityPart[] | undefined {
  if (display.length > LONGEST) return undefined;
  const parts: QuantityPart[] = [];
  let rest = display;
  while (rest.trim() !== '') {
    const found = PART.exec(rest);
    const [whole, figure, word] = found ?? [];
    const unit = units.canonical(word);
    if (whole === undefined || figure === undefined || unit === undefined) return undefined;
    parts.push({ figure: figure.replace(/\.$/, ''), unit });
    rest = rest.slice(whole.length);
  }
  return parts.length === 0 ? undefined : parts;
}
