/** A request that came in, read whole. */
export interface IncomingRequest {
  method: string;
  /** With its query. */
  path: string;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: Uint8Array;
}

/** What a request is answered with; the body, if there is one, is plain text. */
export interface Reply {
  status: number;
  body?: string;
}

/** What is listened for, and where. */
export interface ReceiverOptions {
  host: string;
  /** 0 for any port that is free. */
  port: number;
  /** A longer body is answered with 413 and read no further. */
  bodyBytesMax: number;
  /** The most time for a request to arrive whole, in milliseconds. */
  arriveWithinMs: number;
  /** One call at a time, in the order of arrival. Never rejects. */
  reply(request: IncomingRequest): Promise<Reply>;
}

/** A server of one kind of request. */
export interface Receiver {
  port: number;
  /** Takes no more requests and cuts the connections. */
  close(): Promise<void>;
}

/** Listens. Rejects with the system's error where that is not possible, such as EADDRINUSE. */
export type Receive = (options: ReceiverOptions) => Promise<Receiver>;

/** A program to run, without a shell. */
interface Execution {
  /** The program and its arguments. */
  words: readonly string[];
  /** Its standard input. What it writes goes to stderr: stdout is this program's own. */
  input: Uint8Array;
  environment: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

/** Runs a program to its end and answers its exit code, or the signal it died by. Rejects where it can't be started. */
export type Execute = (execution: Execution) => Promise<number | NodeJS.Signals>;
