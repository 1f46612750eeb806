/** Words that more than one command uses. */
export interface GeneralMessages {
  /** Beside the spinner, while an answer is awaited. */
  waiting: (origin: string) => string;
  /** In place of things that are left out: how many, and how many of each kind. A pipe shows them. */
  folded: (count: string, kinds: string | undefined) => string;
  /** Before an error's first line. */
  error: string;
  /** Before a warning. */
  warning: string;
  /** The server's id of a request, behind an error. */
  requestId: (id: string) => string;
}
