import type { Client } from './client/types.js';
import type { GlobalFlags, OutputForm, Settings } from './config/settings.js';
import type { Messages } from './i18n/messages.js';
import type { Clock } from './ports/clock.js';
import type { Files } from './ports/files.js';
import type { Io } from './ports/io.js';
import type { Execute, Receive } from './ports/receiver.js';
import type { EndingSignal } from './ports/system.js';
import type { TerminalPort } from './ports/terminal.js';
import type { Look } from './render/look.js';
import type { SafeText } from './render/safe-text.js';

/** Something to show, in each of the three forms. Only the one that was asked for is made. */
export interface Showing {
  /** The moment that relative times are told from: the server's clock where it is known. */
  nowMs?: number | undefined;
  /** The one document. */
  json: () => unknown;
  /** One object a line. */
  ndjson: () => Iterable<unknown> | AsyncIterable<unknown>;
  /** Lines for people. */
  human: (look: Look) => Iterable<SafeText>;
}

/** What differs between two looks of one run of the program. */
export interface LookMoment {
  /** The server's clock where it is known; this machine's when left out. */
  nowMs?: number | undefined;
  /** The width to fit into; that of stdout when left out. */
  columns?: number;
  /** As in a pipe, whatever stdout is: every fact in full, with absolute times. Colours stay where they may be. */
  isPlain?: boolean;
}

/** Everything that a command may use. What costs something is made when it is first asked for. */
export interface Context {
  io: Io;
  terminal: TerminalPort;
  clock: Clock;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  files: Files;
  environment: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute. */
  cwd: string;
  /** The user's home folder, absolute. */
  homeDir: string;
  /** See System. */
  pid: number;
  program: readonly string[];
  isAlive(pid: number): boolean;
  receive: Receive;
  execute: Execute;
  /** Aborted when the program is to end early: a signal, or the reader of stdout has gone. */
  signal: AbortSignal;
  /** See System. */
  linger(limitMs: number): void;
  takeSignals(handler: (signal: EndingSignal) => void): void;
  undoable(undo: () => void): () => void;
  messages: Messages;
  flags: GlobalFlags;
  settings(): Promise<Settings>;
  client(): Promise<Client>;
  /** The job that is meant: the argument, else JOBTRACK_JOB, else the settings. Checked to be a GUID. */
  jobId(given: string | undefined): Promise<string>;
  form(): Promise<OutputForm>;
  /** How things look on stdout at a moment; `nowMs` is the server's clock where it is known. */
  look(nowMs?: number): Promise<Look>;
  /** Makes looks, many of them cheaply: a live view needs one for each frame. */
  looks(): Promise<(moment: LookMoment) => Look>;
  /** Writes a thing to stdout in the form that was asked for. */
  show(showing: Showing): Promise<void>;
  /** Waits for an answer, with a spinner on stderr when it takes a while and a person is there. */
  waiting<T>(answer: Promise<T>): Promise<T>;
  /** Says something that is no data, on stderr; nothing with `--quiet`. */
  note(text: SafeText): Promise<void>;
}
