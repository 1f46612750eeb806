import { startTimer, type Timer } from './timer.js';

/** A time limit on something, as a signal. */
export interface Limit extends Pick<Timer, 'pause' | 'resume' | 'restart'> {
  /** Aborted when the time has passed, or with the reason of the signal above it. */
  readonly signal: AbortSignal;
  /** Lets go of the timer and of the signal above. */
  end(): void;
}

/** A limit of `durationMs` below the signal `above`; `reason` makes what its own signal is aborted with. */
export function startLimit(
  durationMs: number,
  reason: () => unknown,
  above: AbortSignal | undefined,
): Limit {
  const controller = new AbortController();
  const stop = (why: unknown): void => {
    end();
    controller.abort(why);
  };
  const timer = startTimer(durationMs, () => stop(reason()));
  // Not AbortSignal.any: in Node 20 its signals stay in memory as long as the signal above lives.
  const follow = (): void => stop(above?.reason);
  const end = (): void => {
    timer.stop();
    above?.removeEventListener('abort', follow);
  };
  above?.addEventListener('abort', follow);
  if (above?.aborted === true) follow();
  return {
    signal: controller.signal,
    pause: timer.pause,
    resume: timer.resume,
    restart: timer.restart,
    end,
  };
}
