import type { Clock } from '../../src/ports/clock.js';

/** A clock on which every wait is over at once: it moves the clock, and nothing else does. */
export interface FakeClock extends Clock {
  /** Every wait that was asked for, in milliseconds, in order. */
  waits: number[];
  advance(durationMs: number): void;
}

/** A clock that stands at `startMs` until somebody waits on it. */
export function createFakeClock(startMs = Date.parse('2024-01-20T10:45:33Z')): FakeClock {
  let nowMs = startMs;
  const waits: number[] = [];
  return {
    waits,
    now: () => nowMs,
    advance: (durationMs) => {
      nowMs += durationMs;
    },
    sleep: async (durationMs, signal) => {
      signal?.throwIfAborted();
      waits.push(durationMs);
      nowMs += durationMs;
    },
  };
}
