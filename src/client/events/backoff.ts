const FIRST_MS = 1_000;
const CAP_MS = 30_000;

/** A connection that has held for so long was a good one, in milliseconds. */
export const HEALTHY_MS = CAP_MS;

/**
 * How long to wait before the next connection, in milliseconds, after `failures` in a row without a good one between:
 * full jitter, random(0, min(cap, first · 2^failures)), on top of what the server asks for.
 */
export const backoffMs = (failures: number, random: number, retryAfterMs = 0): number =>
  retryAfterMs + Math.floor(random * Math.min(CAP_MS, FIRST_MS * 2 ** failures));
