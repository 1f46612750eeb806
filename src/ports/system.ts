import type { SafeText } from '../render/safe-text.js';
import type { Clock } from './clock.js';
import type { Files } from './files.js';
import type { Io } from './io.js';

/** The signals that end a program and that it may tidy up for. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
export type EndingSignal = (typeof endingSignals)[number];

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
  clock: Clock;
  files: Files;
  random: () => number;
  /** Whether a process of this number runs. */
  isAlive(pid: number): boolean;
  /** Aborted with an {@link EndReason} when a signal asks for the end, or the reader of stdout has gone. */
  ending: AbortSignal;
  /** Shows a spinner on stderr; the returned function takes it away. */
  spin(text: SafeText): Promise<() => void>;
  /** Calls `handler` when the program breaks in a way that nothing caught; the process ends after it. */
  onCrash(handler: (error: unknown) => Promise<number>): void;
  /** Ends the process by the signal itself, so that whoever started it sees how it ended. Never returns. */
  dieBy(signal: EndingSignal): void;
}
