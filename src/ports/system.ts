import type { SafeText } from '../render/safe-text.js';
import type { ColorLevel } from '../render/theme.js';
import type { Clock } from './clock.js';
import type { Files } from './files.js';
import type { Io } from './io.js';
import type { Execute, Receive } from './receiver.js';
import type { TerminalPort } from './terminal.js';

/** The signals that end a program and that it may tidy up for. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
export type EndingSignal = (typeof endingSignals)[number];

/** How a program ends: with an exit code, or by a signal, as whoever started it will see. */
export type Ending = number | NodeJS.Signals;

/** Why the program is to end before its work is done. */
export type EndReason = { kind: 'signal'; signal: EndingSignal } | { kind: 'output-closed' };

/** The machine that the program runs on: the only way to the real process, clock, terminal and disk. */
export interface System {
  /** What was typed, without the interpreter and the program. */
  argv: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute. */
  cwd: string;
  /** The user's home folder, absolute. */
  homeDir: string;
  io: Io;
  terminal: TerminalPort;
  clock: Clock;
  files: Files;
  random: () => number;
  /** The number of this process. */
  pid: number;
  /** How this program was started: the interpreter and the program's file. */
  program: readonly string[];
  receive: Receive;
  execute: Execute;
  /** Whether a process of this number runs. */
  isAlive(pid: number): boolean;
  /** Aborted with an {@link EndReason} when a signal asks for the end, or the reader of stdout has gone. */
  ending: AbortSignal;
  /**
   * Asks for time to tidy up: from now on, when a signal asks for the end, the program may go on for as long as this
   * and end by itself. A second signal ends it at once.
   */
  linger(limitMs: number): void;
  /** How long the program may go on after a signal; 0 unless it has asked for more. */
  lingerMs(): number;
  /** Hands every ending signal to `handler` instead: for a program that passes them on and then ends by itself. */
  takeSignals(handler: (signal: EndingSignal) => void): void;
  /**
   * Notes how to undo something that is being done to the terminal; the returned function undoes it, at most once.
   * Whatever is left is undone when the program ends, in whichever way.
   */
  undoable(undo: () => void): () => void;
  /** Shows a spinner on stderr, in so many colours; the returned function takes it away. */
  spin(text: SafeText, colors: ColorLevel): Promise<() => void>;
  /** Calls `handler` when the program breaks in a way that nothing caught; the process ends after it. */
  onCrash(handler: (error: unknown) => Promise<number>): void;
  /** Ends the process by the signal itself, so that whoever started it sees how it ended. Never returns. */
  dieBy(signal: NodeJS.Signals): void;
}
