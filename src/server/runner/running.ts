import type { Readable } from 'node:stream';

/** How a command ended. */
export type CommandEnd =
  | { kind: 'exited'; exitCode: number }
  | { kind: 'killed'; signal: NodeJS.Signals };

/** One of the ways out of a command. */
export interface CommandOutput {
  /** Where it goes on: the stream of this program that stands for the command's. */
  stream: 'stdout' | 'stderr';
  chunks: Readable;
}

/** A command that runs. */
export interface Running {
  /** Also the id of its session and of its process group. */
  pid: number;
  outputs: readonly CommandOutput[];
  exited: Promise<CommandEnd>;
  /** Tells it that its terminal has another size, where it has one. */
  resize(columns: number, rows: number): void;
  /** Lets go of its terminal, where it has one, once all of its output has been read. */
  release(): void;
}

/** What to start. */
export interface CommandLine {
  /** As it was typed: what the command sees as its own name. */
  command: string;
  args: readonly string[];
  /** Where it is. */
  path: string;
  cwd: string;
  environment: Readonly<Record<string, string>>;
}
