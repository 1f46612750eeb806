/** What a program's end means; the table of docs/exit-codes.md. A shell sees 130 and 143 for SIGINT and SIGTERM. */
export const exitCodes = {
  /** Done; for watch: every job is Completed. */
  done: 0,
  /** A job Failed, or `--fail-on` found an entry. */
  failed: 1,
  /** Usage or configuration. */
  usage: 2,
  /** A job was Cancelled. */
  cancelled: 3,
  /** 401 and 403. */
  auth: 4,
  /** 404. */
  notFound: 5,
  /** Could not find out: network, 5xx or 429 after the retries, an answer that is not understood. */
  unknown: 6,
  /** `--timeout` passed first. */
  timeout: 124,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
