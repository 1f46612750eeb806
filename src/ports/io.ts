import type { SafeText } from '../render/safe-text.js';

/** One of the program's two ways out. Untrusted text can't get here: it takes {@link SafeText} only. */
export interface OutputPort {
  readonly isTTY: boolean;
  /** Columns of the terminal; `undefined` where there is none. */
  columns(): number | undefined;
  rows(): number | undefined;
  /** How many colours the terminal shows: 0 none, 1 sixteen, 2 256, 3 true colour. */
  readonly colorLevel: 0 | 1 | 2 | 3;
  /**
   * Writes and waits until there is room for more, so that a slow reader slows the program down instead of
   * filling its memory. Once the reader has gone, writing does nothing and `closed` is aborted. Data that can't be
   * written for any other reason rejects with FILE_FAILED; chatter is dropped.
   */
  write(text: SafeText): Promise<void>;
  /** Writes bytes exactly as they are: for output whose promise is to be unchanged. */
  writeBytes(bytes: Uint8Array): Promise<void>;
  /** Aborted when the reader of this output has gone (a closed pipe). */
  readonly closed: AbortSignal;
}

/** The program's way in. */
export interface InputPort {
  readonly isTTY: boolean;
  /** All of the input as text; rejects when it is longer than `limitBytes`. */
  readAll(limitBytes: number, signal?: AbortSignal): Promise<string>;
  /** One line, shown while it is typed; empty where the input ends. */
  readLine(signal?: AbortSignal): Promise<string>;
  /** One line typed on a terminal, not shown while it is typed; empty where the input ends. */
  readSecret(signal?: AbortSignal): Promise<string>;
}

export interface Io {
  stdin: InputPort;
  /** Data. */
  stdout: OutputPort;
  /** Everything else. */
  stderr: OutputPort;
}
