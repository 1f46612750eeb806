/** Time, handed in: the system's own, or a test's. */
export interface Clock {
  /** Milliseconds since 1970, by this machine. */
  now(): number;
  /** Waits; rejects with the signal's reason as soon as `signal` is aborted. */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
}
