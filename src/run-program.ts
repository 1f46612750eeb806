import { commandList } from './commands/command-list.js';
import type { Flag } from './commands/definition.js';
import { chooseLanguage } from './config/language.js';
import type { ColorMode } from './config/settings.js';
import { exitCodes } from './errors/index.js';
import { globalFlags, globalForms } from './global-flags.js';
import { commandHelp, type HelpStyle, rootHelp } from './help.js';
import { loadMessages } from './i18n/load.js';
import type { Messages } from './i18n/messages.js';
import { chooseColor } from './output/color.js';
import { fitColumns } from './output/terminal.js';
import { writeLines } from './output/writing.js';
import type { OutputPort } from './ports/io.js';
import type { Ending, System } from './ports/system.js';
import { findCommand, refuseUnknownFlags } from './program.js';
import { inline, type SafeText } from './render/safe-text.js';
import { createTheme, type Theme } from './render/theme.js';
import { report } from './report.js';
import { runCommand } from './run-command.js';
import { type Scan, scanArguments } from './scan-arguments.js';
import { version } from './version.js';

/** A wider page is harder to read, however wide the terminal is. */
const HELP_COLUMNS = 100;

/** The commands whose arguments are a command line of another program. */
const passing = new Set(
  commandList.filter(({ passesThrough }) => passesThrough === true).map(({ name }) => name),
);

/** What is known before anything is parsed: enough for help, and to tell an error. */
interface Start {
  system: System;
  messages: Messages;
  scan: Scan;
  globals: readonly Flag[];
}

/** Does what was typed and answers the exit code. It does not reject: errors have been told when it returns. */
export async function runProgram(system: System): Promise<Ending> {
  const scan = scanArguments(system.argv, globalForms, passing);
  const messages = await loadMessages(chooseLanguage(system.environment, scan.lang));
  const start: Start = { system, messages, scan, globals: globalFlags(messages) };
  system.onCrash((error) => tell(error, start));
  try {
    return await dispatch(start);
  } catch (error) {
    return await tell(error, start);
  }
}

async function dispatch(start: Start): Promise<Ending> {
  const { system, scan } = start;
  if (scan.command === undefined) return withoutCommand(start);
  if (scan.command === 'help') return helpCommand(start);
  const isKnown = commandList.some(({ name }) => name === scan.command);
  if (!isKnown && scan.strayOption !== undefined) {
    refuseUnknownFlags([scan.strayOption], start.globals);
  }
  const listed = findCommand(scan.command, commandList);
  const command = await listed.load(start.messages);
  const forms = [...globalForms, ...command.flags.map((flag) => flag.flags)];
  const { wants } = scanArguments(system.argv, forms, passing);
  if (wants === 'version') return print(system.io.stdout, [inline(version)]);
  if (wants === 'help') {
    return print(system.io.stdout, commandHelp(command, start.globals, helpStyle(start)));
  }
  return runCommand(listed, command, start);
}

async function withoutCommand(start: Start): Promise<number> {
  const { system, scan, globals } = start;
  const { stdout, stderr } = system.io;
  if (scan.wants === 'version') return print(stdout, [inline(version)]);
  const page = rootHelp(globals, helpStyle(start));
  if (scan.wants === 'help') return print(stdout, page);
  refuseUnknownFlags(system.argv, globals);
  // Nothing was asked for, so the same page is no answer but advice.
  await print(stderr, page);
  return exitCodes.usage;
}

async function helpCommand(start: Start): Promise<number> {
  const { argv, io } = start.system;
  const topic = argv.slice(argv.indexOf('help') + 1).find((word) => !word.startsWith('-'));
  if (topic === undefined) return print(io.stdout, rootHelp(start.globals, helpStyle(start)));
  const command = await findCommand(topic, commandList).load(start.messages);
  return print(io.stdout, commandHelp(command, start.globals, helpStyle(start)));
}

async function print(output: OutputPort, lines: readonly SafeText[]): Promise<number> {
  await writeLines(output, lines);
  return exitCodes.done;
}

function helpStyle(start: Start): HelpStyle {
  const { io, environment } = start.system;
  return {
    messages: start.messages,
    theme: themeOf(io.stdout, start),
    width: Math.min(HELP_COLUMNS, fitColumns(io.stdout, environment)),
  };
}

function themeOf(output: OutputPort, { system, scan }: Start): Theme {
  const mode = scan.color as ColorMode | undefined;
  return createTheme(chooseColor(output, { mode, environment: system.environment }));
}

async function tell(error: unknown, start: Start): Promise<number> {
  const { system, messages, scan } = start;
  if (system.ending.aborted) return exitCodes.done;
  const { lines, exitCode } = report(error, {
    messages,
    theme: themeOf(system.io.stderr, start),
    json: scan.json ?? /^(?:nd)?json$/.test(system.environment['JOBTRACK_OUTPUT'] ?? ''),
    verbose: scan.verbose,
  });
  await writeLines(system.io.stderr, lines);
  return exitCode;
}
