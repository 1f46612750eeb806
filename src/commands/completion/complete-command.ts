import { exitCodes } from '../../errors/index.js';
import { globalFlags, globalForms } from '../../global-flags.js';
import type { Messages } from '../../i18n/messages.js';
import { writeLines } from '../../output/writing.js';
import { scanArguments } from '../../scan-arguments.js';
import { commandList } from '../command-list.js';
import { defineCommand } from '../definition.js';
import { type CompletionTree, complete } from './candidates.js';
import { completionLines } from './completion-lines.js';

/**
 * `jobtrack __complete -- <words…>`: what the shells' scripts ask. It prints a candidate a line, `value`, a tab,
 * `description`. The last word is the one at the cursor.
 */
export const describe = (messages: Messages) =>
  defineCommand({
    name: '__complete',
    summary: '',
    parameters: [{ name: 'words', description: '', variadic: true }],
    flags: [],
    examples: [],
    parse: (args) => args,
    run: async (words, { io }) => {
      const completion = complete(words, await treeFor(words, messages));
      await writeLines(io.stdout, completionLines(completion));
      return exitCodes.done;
    },
  });

/** Loads no command but the one that was named: this runs at every press of the tab key. */
async function treeFor(words: readonly string[], messages: Messages): Promise<CompletionTree> {
  const name = scanArguments(words.slice(0, -1), globalForms).command;
  const listed = commandList.filter((command) => command.hidden !== true);
  const names = listed.map((command) => command.name);
  const help = { flags: [], parameters: [{ name: 'command', description: '', choices: names }] };
  const found = listed.find((command) => command.name === name);
  return {
    commands: [
      ...listed.map((command) => ({ name: command.name, summary: command.summary(messages) })),
      { name: 'help', summary: messages.help.helpCommand },
    ],
    globalFlags: globalFlags(messages),
    command: name === 'help' ? help : await found?.load(messages),
  };
}
