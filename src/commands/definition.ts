import type { Context } from '../context.js';
import type { Ending } from '../ports/system.js';

/** A positional argument, as its usage line shows it. */
export interface Parameter {
  name: string;
  description: string;
  required?: boolean;
  variadic?: boolean;
  /** What may be given, offered by completion. Checked by the command, not here. */
  choices?: readonly string[];
}

/** An option of one command. */
export interface Flag {
  /** As a person reads it: `-l, --level <LEVEL>`; `<name…>` takes several values, no value makes it a switch. */
  flags: string;
  description: string;
  /** What may be given, shown in the help and offered by completion. Checked by the command, not here. */
  choices?: readonly string[];
  /** Shown in the help; the command itself fills it in. */
  default?: string;
}

/** Something to type, and what it does. */
export interface Example {
  line: string;
  explains: string;
}

/** The flags of a command as they were typed: text, several texts, or true (false for a `--no-` flag). */
export type RawFlags = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/**
 * A command as one plain value. `parse` turns what was typed into options and throws usage errors, without reading
 * or asking anything; `run` does the work. So the flags can be tested with nothing executed.
 */
export interface Command<Options> {
  name: string;
  summary: string;
  parameters: readonly Parameter[];
  flags: readonly Flag[];
  /** The global options, `--url`, that matter most to this command: its help explains them, others it only names. */
  mainGlobals?: readonly string[];
  examples: readonly Example[];
  parse(args: readonly string[], flags: RawFlags): Options;
  run(options: Options, context: Context): Promise<Ending>;
}

/** Ties the type of a command's options together where it is defined. */
export const defineCommand = <Options>(command: Command<Options>): Command<Options> => command;
