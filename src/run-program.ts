import { commandList } from './commands/command-list.js';
import type { Command } from './commands/definition.js';
import { chooseLanguage } from './config/language.js';
import { exitCodes } from './errors/exit-codes.js';
import { globalFlags, globalForms } from './global-flags.js';
import { loadMessages } from './i18n/load.js';
import { memoize } from './memoize.js';
import { writeLines } from './output/writing.js';
import type { Ending, System } from './ports/system.js';
import { inline } from './render/safe-text/inline.js';
import { scanArguments } from './scan-arguments.js';
import type { Start } from './start.js';
import { version } from './version.js';

/** The commands whose arguments are a command line of another program. */
const passing = new Set(
  commandList.filter(({ passesThrough }) => passesThrough === true).map(({ name }) => name),
);

/**
 * Does what was typed and answers the exit code. It does not reject: errors have been told when it returns.
 * What a way through it does not need is not loaded: a version has neither words nor options.
 */
export async function runProgram(system: System): Promise<Ending> {
  const scan = scanArguments(system.argv, globalForms, passing);
  const start = memoize(async (): Promise<Start> => {
    const messages = await loadMessages(chooseLanguage(system.environment, scan.lang));
    return { system, messages, scan, globals: globalFlags(messages) };
  });
  const tell = async (error: unknown): Promise<number> => {
    const { tellError } = await import('./tell-error.js');
    return tellError(error, await start());
  };
  system.onCrash(tell);
  try {
    if (scan.command === undefined && scan.wants === 'version') return await printVersion(system);
    return await dispatch(await start());
  } catch (error) {
    return await tell(error);
  }
}

async function dispatch(start: Start): Promise<Ending> {
  const { system, scan, messages } = start;
  if (scan.command === undefined) return withoutCommand(start);
  if (scan.command === 'help') return helpCommand(start);
  const listed = commandList.find(({ name }) => name === scan.command);
  if (listed === undefined) return refuse(scan.command, start);
  const command = await listed.load(messages);
  const forms = [...globalForms, ...command.flags.map((flag) => flag.flags)];
  const { wants } = scanArguments(system.argv, forms, passing);
  if (wants === 'version') return printVersion(system);
  if (wants === 'help') return printHelp(start, command);
  const { runCommand } = await import('./run-command.js');
  return runCommand(listed, command, start);
}

async function withoutCommand(start: Start): Promise<number> {
  const { system, scan, globals } = start;
  if (scan.wants === 'help') return printHelp(start);
  const { refuseUnknownFlags } = await import('./program.js');
  refuseUnknownFlags(system.argv, globals);
  // Nothing was asked for, so the same page is no answer but advice.
  const { answerHelp } = await import('./answer-help.js');
  await answerHelp(system.io.stderr, undefined, start);
  return exitCodes.usage;
}

async function helpCommand(start: Start): Promise<number> {
  const { argv } = start.system;
  const topic = argv.slice(argv.indexOf('help') + 1).find((word) => !word.startsWith('-'));
  if (topic === undefined) return printHelp(start);
  const listed = commandList.find(({ name }) => name === topic);
  return listed === undefined
    ? refuse(topic, start)
    : printHelp(start, await listed.load(start.messages));
}

/** What follows an unknown option may be its value and no command at all, so the option is told first. */
async function refuse(word: string, { scan, globals }: Start): Promise<never> {
  const { refuseUnknownFlags, unknownCommand } = await import('./program.js');
  if (scan.strayOption !== undefined) refuseUnknownFlags([scan.strayOption], globals);
  throw unknownCommand(word, commandList);
}

async function printHelp(start: Start, command?: Command<unknown>): Promise<number> {
  const { answerHelp } = await import('./answer-help.js');
  await answerHelp(start.system.io.stdout, command, start);
  return exitCodes.done;
}

async function printVersion({ io }: System): Promise<number> {
  await writeLines(io.stdout, [inline(version)]);
  return exitCodes.done;
}
