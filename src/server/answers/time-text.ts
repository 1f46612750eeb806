/** The last millisecond that ISO 8601 writes with a year of four figures. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Writing a time costs more than everything else about a stage, and the same times are asked for again and again. */
const written = new Map<number, string>();
const WRITTEN_MAX = 4_096;

/**
 * A moment, in milliseconds since 1970, as answers write it: ISO 8601 with Z, milliseconds only where they are not 0.
 * `undefined` for none, and for one so far away that it has no such text.
 */
export function timeText(timeMs: number | undefined): string | undefined {
  if (timeMs === undefined || !(timeMs >= 0 && timeMs <= LAST_MS)) return undefined;
  const known = written.get(timeMs);
  if (known !== undefined) return known;
  const text = new Date(timeMs).toISOString().replace('.000Z', 'Z');
  if (written.size >= WRITTEN_MAX) written.clear();
  written.set(timeMs, text);
  return text;
}

/** A moment that is expected, to the next whole second: it is not known better, and must not lie before now. */
export const estimateText = (timeMs: number | undefined): string | undefined =>
  timeMs === undefined ? undefined : timeText(Math.ceil(timeMs / 1000) * 1000);
