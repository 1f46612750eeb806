import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../ports/clock.js';

/** This machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (durationMs, signal) => {
    try {
      await wait(durationMs, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      // Node wraps the reason into an AbortError of its own; who waits wants to know why.
      signal?.throwIfAborted();
      throw error;
    }
  },
};
