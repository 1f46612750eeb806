/** The words of `jobtrack listen`. */
export interface ListenMessages {
  summary: string;
  flags: { port: string; secretFile: string; forwardTo: string; exec: string };
  examples: { plain: string; forward: string; exec: string };
  listening: (url: string) => string;
  /** How to have events sent here. */
  next: (command: string) => string;
  /** An event could not be forwarded, or its program failed. */
  notBrought: (where: string, reason: string) => string;
}
