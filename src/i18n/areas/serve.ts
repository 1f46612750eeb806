/** The words of `jobtrack serve`. */
export interface ServeMessages {
  summary: string;
  flags: {
    host: string;
    port: string;
    db: string;
    maxRunning: string;
    insecure: string;
    loopbackWebhooks: string;
  };
  examples: { plain: string; queue: string; script: string };
  /** Before the address, when the server is ready. */
  listening: string;
  tenant: string;
  project: string;
  database: string;
  state: string;
  /** How to go on from here: what finds the server by itself, and how to end it. */
  next: (command: string) => string;
  stop: string;
  /** A server is running already, whose state file is left alone. */
  stateElsewhere: (file: string) => string;
  exposed: string;
  loopbackWebhooks: string;
  stopping: string;
}
