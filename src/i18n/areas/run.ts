/** The words of `jobtrack run`. */
export interface RunMessages {
  summary: string;
  /** What stands behind the options: another program with its arguments. */
  command: string;
  flags: {
    id: string;
    name: string;
    type: string;
    priority: string;
    after: string;
    submittedBy: string;
  };
  examples: { plain: string; after: string; script: string };
  /** The first line on stderr. */
  job: (id: string) => string;
  /** How to look at the job; `command` is to be copied. */
  follow: (command: string) => string;
  /** Why the job does not start yet. */
  waitingForJobs: (ids: string) => string;
  waitingInQueue: (position: string) => string;
  waiting: string;
  started: string;
  /** While the job waits and its server can't be reached. */
  serverAway: string;
  /** The job ended before it began; `reason` is the server's own, and may be empty. */
  notStarted: (reason: string) => string;
  /** The command has ended and its reports are still under way. */
  delivering: (count: number) => string;
  undelivered: (count: number) => string;
  leftOut: (count: number) => string;
  refused: (reason: string) => string;
}
