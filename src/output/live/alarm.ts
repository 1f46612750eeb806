import type { Clock } from '../../ports/clock.js';

/** A sleep that can be broken off. */
export interface Alarm {
  /** Waits so many milliseconds, or until somebody rings. */
  sleep(durationMs: number): Promise<void>;
  /** Ends the sleep that is going on; without one the next one ends at once. */
  ring(): void;
}

export function createAlarm(clock: Clock): Alarm {
  let sleeping = new AbortController();
  return {
    sleep: async (durationMs) => {
      const { signal } = sleeping;
      await clock.sleep(durationMs, signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
      if (signal.aborted) sleeping = new AbortController();
    },
    ring: () => sleeping.abort(),
  };
}
