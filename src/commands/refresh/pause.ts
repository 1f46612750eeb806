/** Whether nothing is asked for at the moment. */
export interface Pause {
  isOn(): boolean;
  toggle(): void;
  /** Resolves as soon as there is none; rejects with the signal's reason when it is aborted. */
  over(signal: AbortSignal): Promise<void>;
}

export function createPause(): Pause {
  let isPaused = false;
  let goOn = (): void => {};
  return {
    isOn: () => isPaused,
    toggle: () => {
      isPaused = !isPaused;
      goOn();
    },
    over: async (signal) => {
      if (isPaused) {
        await new Promise<void>((resolve) => {
          goOn = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      }
      signal.throwIfAborted();
    },
  };
}
