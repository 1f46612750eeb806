import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.js';

/** The longest time a timer of Node can be set to; a longer one would fire at once. */
export const TIMER_MAX_MS = 2 ** 31 - 1;

/** This machine's own clock, for clients that were not handed one. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (durationMs, signal) => {
    try {
      await wait(
        Math.min(durationMs, TIMER_MAX_MS),
        undefined,
        signal === undefined ? {} : { signal },
      );
    } catch {
      throw signal?.reason;
    }
  },
};
