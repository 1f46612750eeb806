import type { Command } from './commands/definition.js';
import { commandHelp, type HelpStyle, rootHelp } from './help.js';
import { fitColumns } from './output/terminal.js';
import { writeLines } from './output/writing.js';
import type { OutputPort } from './ports/io.js';
import { type Start, themeOf } from './start.js';

/** A wider page is harder to read, however wide the terminal is. */
const HELP_COLUMNS = 100;

/** Writes the help of a command, or the first page where none is meant. */
export async function answerHelp(
  output: OutputPort,
  command: Command<unknown> | undefined,
  start: Start,
): Promise<void> {
  const style: HelpStyle = {
    messages: start.messages,
    theme: themeOf(output, start),
    width: Math.min(HELP_COLUMNS, fitColumns(output, start.system.environment)),
  };
  const { globals } = start;
  const lines =
    command === undefined ? rootHelp(globals, style) : commandHelp(command, globals, style);
  await writeLines(output, lines);
}
