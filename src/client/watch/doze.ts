import type { Clock } from '../../ports/clock.js';

/** A wait between two looks, which something new can cut short. */
export interface Doze {
  /** Ends the wait, or the next one, as soon as its least has passed. */
  stir(): void;
  /**
   * Waits for `mostMs`, which may be Infinity, or until something stirs, but not before `leastMs`.
   * Rejects with the signal's reason as soon as it is aborted.
   */
  wait(leastMs: number, mostMs: number, signal: AbortSignal | undefined): Promise<void>;
}

/** Waits by `clock`. */
export function createDoze(clock: Clock): Doze {
  let isStirred = false;
  let wake = (): void => {};

  /** Until `leftMs` have passed or something stirs. */
  const waitOn = async (leftMs: number, signal: AbortSignal | undefined): Promise<void> => {
    const waking = new AbortController();
    const abort = (): void => waking.abort();
    wake = abort;
    signal?.addEventListener('abort', abort);
    try {
      await (leftMs === Number.POSITIVE_INFINITY
        ? aborted(waking.signal)
        : clock.sleep(leftMs, waking.signal));
    } catch (error) {
      if (!waking.signal.aborted) throw error;
    } finally {
      wake = () => {};
      signal?.removeEventListener('abort', abort);
    }
    signal?.throwIfAborted();
  };

  return {
    stir() {
      isStirred = true;
      wake();
    },
    async wait(leastMs, mostMs, signal) {
      signal?.throwIfAborted();
      const firstMs = Math.min(leastMs, mostMs);
      if (firstMs > 0) await clock.sleep(firstMs, signal);
      if (!isStirred && mostMs > firstMs) await waitOn(mostMs - firstMs, signal);
      isStirred = false;
    },
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
