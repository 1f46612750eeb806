import type { Clock } from '../../ports/clock.js';

/** Wakes whoever waits for it; rung while nobody does, it wakes the next one who would. */
export interface Alarm {
  ring(): void;
  /** Waits until it is rung, or until the time has passed where one is given. */
  wait(durationMs: number | undefined): Promise<void>;
}

/** An alarm by this clock. */
export function createAlarm(clock: Pick<Clock, 'sleep'>): Alarm {
  let isRung = false;
  let wake = (): void => {};
  return {
    ring: () => {
      isRung = true;
      wake();
    },
    wait: async (durationMs) => {
      if (!isRung) await rungOrPassed(durationMs);
      isRung = false;
    },
  };

  async function rungOrPassed(durationMs: number | undefined): Promise<void> {
    const over = new AbortController();
    const rung = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const passed = durationMs === undefined ? rung : clock.sleep(durationMs, over.signal);
    // When it is rung first, the rest of the sleep is called off, and nobody waits for that any more.
    passed.catch(() => {});
    await Promise.race([rung, passed]).finally(() => over.abort());
  }
}
