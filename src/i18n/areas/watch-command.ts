/** The help of `jobtrack watch`. */
export interface WatchCommandMessages {
  /** One line for the list of commands. */
  summary: string;
  jobIds: string;
  flags: {
    interval: string;
    timeout: string;
    until: string;
    failFast: string;
    logs: string;
    waitForStart: string;
    mode: string;
    fullscreen: string;
    bell: string;
  };
  /** Watch one job; end with the first of several that fails, in CI; wait for a job to begin and to end, as JSON. */
  examples: { one: string; several: string; script: string };
}
