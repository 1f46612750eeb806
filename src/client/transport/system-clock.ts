import type { Clock } from '../../ports/clock.js';

/** The longest time a timer of Node can be set to; a longer one would fire at once. */
export const TIMER_MAX_MS = 2 ** 31 - 1;

/** This machine's own clock: the program's, and that of library clients that were not handed one. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (durationMs, signal) => {
    // Most commands wait for nothing but answers.
    const { setTimeout: wait } = await import('node:timers/promises');
    try {
      let leftMs = durationMs;
      do {
        const nextMs = Math.min(leftMs, TIMER_MAX_MS);
        await wait(nextMs, undefined, signal === undefined ? {} : { signal });
        leftMs -= nextMs;
      } while (leftMs > 0);
    } catch (error) {
      // Node wraps the reason into an AbortError of its own; who waits wants to know why.
      signal?.throwIfAborted();
      throw error;
    }
  },
};
