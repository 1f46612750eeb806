import type { Clock } from '../../ports/clock.js';

/** The server's clock, as far as its answers tell it. */
export interface ServerClock {
  /** The server's time now, in milliseconds since 1970; this machine's where nothing else is known. */
  now(): number;
  /** What to add to this machine's time for the server's. */
  skewMs(): number;
  /** Takes note of what an answer said that was asked for at `sentMs` and has just arrived. */
  learn(sentMs: number, serverTimeMs: number | undefined): void;
}

/** A server tells its time in whole seconds, cut off. */
const TICK_MS = 1000;

/**
 * Learns how far the server's clock is ahead of this machine's. Each answer tells it within a second and the time that
 * the answer took; what all of them allow becomes narrower, so that the time that is told runs on evenly instead of
 * jumping with each answer. Of all that is possible the least is taken: most clocks are right.
 */
export function createServerClock(clock: Clock): ServerClock {
  let leastMs = Number.NEGATIVE_INFINITY;
  let mostMs = Number.POSITIVE_INFINITY;
  const skewMs = (): number => Math.min(Math.max(0, leastMs), mostMs);
  return {
    now: () => clock.now() + skewMs(),
    skewMs,
    learn(sentMs, serverTimeMs) {
      if (serverTimeMs === undefined) return;
      const saidLeastMs = serverTimeMs - clock.now();
      const saidMostMs = serverTimeMs + TICK_MS - sentMs;
      const agrees = saidLeastMs <= mostMs && saidMostMs >= leastMs;
      // Otherwise one of the clocks was set anew, and what was learned before is of no use.
      leastMs = agrees ? Math.max(leastMs, saidLeastMs) : saidLeastMs;
      mostMs = agrees ? Math.min(mostMs, saidMostMs) : saidMostMs;
    },
  };
}
