/*
 * How often is asked. All of it are numbers, in milliseconds; `random` is from 0 up to, not including, 1.
 */

/** The least between two looks, whoever asks for one. */
export const LEAST_MS = 250;

/** A quiet watch is slowed down no further than this, unless slower was asked for. */
const SLOWEST_MS = 15_000;

/** After so many looks in a row that found nothing new the pace is halved; after twice as many, once more. */
const QUIET_LOOKS = 15;
const HALVINGS_MAX = 2;

/** How near the expected end a job is looked at as often as was asked for, however quiet it was. */
const NEAR_END_MS = 30_000;

/** The most that the pace differs from look to look, so that many watches do not meet: a tenth, either way. */
const JITTER = 0.1;

/** The longest wait after failures, unless the server asks for more or slower was asked for. */
const BACKOFF_MAX_MS = 30_000;

/** What the wait after an answer depends on. */
export interface Calm {
  /** Between two looks, as was asked for. */
  askedMs: number;
  /** How long the last look took. */
  tookMs: number;
  /** How many looks in a row have found nothing new. */
  quietLooks: number;
  /** Until the end that is expected first; below 0 when it has passed. */
  toEndMs: number | undefined;
  random: number;
}

/**
 * How long to wait after a look that was answered: the pace that was asked for, counted from the look's beginning and
 * slower when nothing moves. The server is given half of the pace to rest, however long it took.
 */
export function waitAfterAnswer({ askedMs, tookMs, quietLooks, toEndMs, random }: Calm): number {
  const paceMs = paced(Math.max(LEAST_MS, askedMs), quietLooks, toEndMs);
  const jitteredMs = paceMs * (1 - JITTER + 2 * JITTER * random);
  return Math.round(Math.max(jitteredMs - tookMs, paceMs / 2));
}

function paced(askedMs: number, quietLooks: number, toEndMs: number | undefined): number {
  if (toEndMs !== undefined && Math.abs(toEndMs) <= NEAR_END_MS) return askedMs;
  const halvings = Math.min(HALVINGS_MAX, Math.floor(quietLooks / QUIET_LOOKS));
  const slowMs = Math.max(askedMs, Math.min(SLOWEST_MS, askedMs * 2 ** halvings));
  // Not asleep when the end is expected, nor when the quicker pace before it begins.
  return toEndMs === undefined || toEndMs < 0
    ? slowMs
    : Math.max(askedMs, Math.min(slowMs, toEndMs - NEAR_END_MS));
}

/** What the wait after a failure depends on. */
export interface Trouble {
  askedMs: number;
  /** How many tries in a row have failed, this one included. */
  failures: number;
  /** The least that the server asks to wait. */
  retryAfterMs: number | undefined;
  random: number;
}

/**
 * How long to wait after a try that failed: anywhere from the pace that was asked for up to twice as much for each
 * failure, 30 seconds at most, so that many watches come back one by one. Never less than the server asks for.
 */
export function waitAfterFailure({ askedMs, failures, retryAfterMs, random }: Trouble): number {
  const leastMs = Math.max(LEAST_MS, askedMs);
  const mostMs = Math.max(leastMs, Math.min(BACKOFF_MAX_MS, leastMs * 2 ** Math.min(failures, 10)));
  const asideMs = random * (mostMs - leastMs);
  const serverMs = retryAfterMs === undefined ? 0 : retryAfterMs + random * leastMs;
  return Math.round(Math.max(leastMs + asideMs, Math.ceil(serverMs)));
}
