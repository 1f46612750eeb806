import type { Clock } from '../../ports/clock.js';

/** Wakes whoever waits. A ring that nobody waited for is kept for the next wait. */
export interface Bell {
  ring(): void;
  /** Waits for a ring, but no longer than this. */
  wait(limitMs: number): Promise<void>;
}

/** A bell for one who waits at a time. */
export function createBell(clock: Clock): Bell {
  let hasRung = false;
  let waking: AbortController | undefined;
  return {
    ring: () => {
      hasRung = true;
      waking?.abort();
    },
    wait: async (limitMs) => {
      if (!hasRung) {
        waking = new AbortController();
        await clock.sleep(limitMs, waking.signal).catch(() => {});
        waking = undefined;
      }
      hasRung = false;
    },
  };
}
