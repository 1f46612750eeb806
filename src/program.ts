import { Command as Commander, Option } from 'commander';
import type { ListedCommand } from './commands/command-list.js';
import type { Command, Flag, RawFlags } from './commands/definition.js';
import { nearest } from './domain/nearest.js';
import { JobtrackError } from './errors/index.js';

/** What was typed, taken apart: a command's arguments and all flags, those before its name included. */
export interface Invocation {
  args: readonly string[];
  flags: RawFlags;
}

/** commander, whose refusals are this program's own errors: with its codes, in the user's language. */
class Program extends Commander {
  override createCommand(name?: string): Program {
    return new Program(name);
  }

  unknownOption(flag: string): never {
    const option = flag.split('=')[0] ?? flag;
    const known = [...this.options, ...(this.parent?.options ?? [])].flatMap((each) =>
      each.long == null ? [] : [each.long.slice(2)],
    );
    const name = option.startsWith('--') ? option.slice(2) : undefined;
    // A switch is known; commander means that it does not know it with a value.
    if (name !== undefined && known.includes(name)) {
      throw new JobtrackError('UNEXPECTED_VALUE', { option });
    }
    const near = name === undefined ? undefined : nearest(name, known);
    const suggestion = near === undefined ? undefined : `--${near}`;
    throw new JobtrackError('UNKNOWN_OPTION', {
      option,
      command: this.fullName(),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }

  missingArgument(name: string): never {
    throw new JobtrackError('MISSING_ARGUMENT', {
      argument: `<${name}>`,
      command: this.fullName(),
    });
  }

  optionMissingArgument(option: Option): never {
    throw new JobtrackError('MISSING_VALUE', { option: option.long ?? option.flags });
  }

  _excessArguments(received: readonly string[]): void {
    const extra = received[this.registeredArguments.length] ?? '';
    throw new JobtrackError('TOO_MANY_ARGUMENTS', { command: this.fullName(), extra });
  }

  private fullName(): string {
    return this.parent === null ? this.name() : `${this.parent.name()} ${this.name()}`;
  }
}

/**
 * Takes apart what was typed for one command. `passesThrough` says that all that follows its first argument is its
 * own, options and `--` included.
 * @throws JobtrackError UNKNOWN_OPTION, MISSING_ARGUMENT, MISSING_VALUE, TOO_MANY_ARGUMENTS
 */
export function parseInvocation(
  argv: readonly string[],
  command: Command<unknown>,
  globals: readonly Flag[],
  { passesThrough = false }: { passesThrough?: boolean | undefined } = {},
): Invocation {
  let invocation: Invocation = { args: [], flags: {} };
  const program = withFlags(new Program('jobtrack'), globals);
  const child = withFlags(program.command(command.name), [...command.flags, ...globals]);
  if (passesThrough) {
    program.enablePositionalOptions();
    child.passThroughOptions();
  }
  for (const parameter of command.parameters) {
    const name = parameter.variadic === true ? `${parameter.name}...` : parameter.name;
    child.argument(parameter.required === true ? `<${name}>` : `[${name}]`);
  }
  child.action(() => {
    invocation = { args: child.args, flags: { ...given(program), ...given(child) } };
  });
  program.parse([...argv], { from: 'user' });
  return invocation;
}

/**
 * Refuses options that stand before no command at all.
 * @throws JobtrackError UNKNOWN_OPTION, MISSING_VALUE
 */
export function refuseUnknownFlags(argv: readonly string[], globals: readonly Flag[]): void {
  withFlags(new Program('jobtrack'), globals)
    .action(() => {})
    .parse([...argv], { from: 'user' });
}

/** The error of a command that there is not, UNKNOWN_COMMAND, with the one that was probably meant. */
export function unknownCommand(command: string, commands: readonly ListedCommand[]): JobtrackError {
  const shown = commands.filter(({ hidden }) => hidden !== true);
  const suggestion = nearest(
    command,
    shown.map(({ name }) => name),
  );
  return new JobtrackError('UNKNOWN_COMMAND', {
    command,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function withFlags(program: Program, flags: readonly Flag[]): Program {
  program.helpOption(false).helpCommand(false);
  for (const flag of flags) {
    const option = new Option(flag.flags.replace('…>', '...>'));
    program.addOption(option);
  }
  return program;
}

/** Only what the user typed: a `--no-x` option has a default in commander, which is nobody's word. */
function given(program: Program): RawFlags {
  const flags: Record<string, RawFlags[string]> = {};
  for (const [key, value] of Object.entries(program.opts<Record<string, RawFlags[string]>>())) {
    if (program.getOptionValueSource(key) === 'cli') flags[key] = value;
  }
  return flags;
}
