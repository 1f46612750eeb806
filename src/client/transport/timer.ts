import { TIMER_MAX_MS } from './system-clock.js';

/** A timer that can be held and started anew. */
export interface Timer {
  /** Stops counting; what is left stays left. */
  pause(): void;
  /** Counts on after {@link Timer.pause}. */
  resume(): void;
  /** Begins again with the whole time; a paused timer stays paused. */
  restart(): void;
  stop(): void;
}

/** Milliseconds that only ever grow. Node would load the whole of node:perf_hooks for `performance.now()`, 2 ms. */
const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/**
 * Calls `onPassed` once, when `durationMs` of real time have passed. It never asks the handed-in clock:
 * a limit has to end a call that hangs, also where a test's clock stands still.
 */
export function startTimer(durationMs: number, onPassed: () => void): Timer {
  const wholeMs = Math.min(durationMs, TIMER_MAX_MS);
  let leftMs = wholeMs;
  let startedMs = 0;
  let handle: NodeJS.Timeout | undefined;

  const stop = (): void => {
    clearTimeout(handle);
    handle = undefined;
  };
  const resume = (): void => {
    if (handle !== undefined) return;
    startedMs = monotonicMs();
    handle = setTimeout(onPassed, leftMs);
  };
  const pause = (): void => {
    if (handle === undefined) return;
    stop();
    leftMs = Math.max(0, leftMs - (monotonicMs() - startedMs));
  };
  const restart = (): void => {
    const isCounting = handle !== undefined;
    stop();
    leftMs = wholeMs;
    if (isCounting) resume();
  };

  resume();
  return { pause, resume, restart, stop };
}
