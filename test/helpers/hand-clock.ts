import type { Clock } from '../../src/ports/clock.js';

/** A clock that a test moves by hand: whoever waits, waits until then. */
export interface HandClock extends Clock {
  /** Moves the clock, wait by wait in their order, and lets whoever was waiting go on in between. */
  advance(durationMs: number): Promise<void>;
}

interface Waiting {
  untilMs: number;
  wake: () => void;
}

/** A clock that stands at `startMs` until it is moved. */
export function createHandClock(startMs = Date.parse('2024-01-20T10:45:33Z')): HandClock {
  let nowMs = startMs;
  const waiting = new Set<Waiting>();
  const nextUntil = (limitMs: number): Waiting | undefined =>
    [...waiting]
      .filter(({ untilMs }) => untilMs <= limitMs)
      .sort((a, b) => a.untilMs - b.untilMs)[0];
  return {
    now: () => nowMs,
    sleep: (durationMs, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const entry: Waiting = {
          untilMs: nowMs + durationMs,
          wake: () => {
            waiting.delete(entry);
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        const stop = (): void => {
          waiting.delete(entry);
          reject(signal?.reason);
        };
        waiting.add(entry);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    advance: async (durationMs) => {
      const limitMs = nowMs + durationMs;
      for (;;) {
        await settled();
        const next = nextUntil(limitMs);
        if (next === undefined) break;
        nowMs = next.untilMs;
        next.wake();
      }
      nowMs = limitMs;
      await settled();
    },
  };
}

/** Everything that could go on without time passing has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
