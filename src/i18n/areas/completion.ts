/** The words of `jobtrack completion`. */
export interface CompletionMessages {
  /** One line for the list of commands. */
  summary: string;
  /** The argument. */
  shell: string;
  /** What an example does: installs for that shell. */
  install: (shell: string) => string;
  /** The first comment of a script; the line that installs it comes after it. */
  head: (shell: string) => string;
}
