import type { ListedCommand } from './commands/command-list.js';
import type { Command, Flag } from './commands/definition.js';
import type { Settings } from './config/settings.js';
import { loadMessages } from './i18n/load.js';
import type { Messages } from './i18n/messages.js';
import { memoize } from './memoize.js';
import { parseGlobalFlags } from './parse-global-flags.js';
import type { Ending, System } from './ports/system.js';
import { parseInvocation } from './program.js';
import { createSession } from './session.js';

/** Where a command runs. */
interface Place {
  system: System;
  messages: Messages;
  globals: readonly Flag[];
}

/**
 * Parses what was typed for a command, and runs it in the language of the user's settings.
 * @throws JobtrackError whatever the command or its settings find wrong
 */
export async function runCommand(
  listed: ListedCommand,
  command: Command<unknown>,
  { system, messages, globals }: Place,
): Promise<Ending> {
  const { args, flags } = parseInvocation(system.argv, command, globals, listed);
  const options = command.parse(args, flags);
  const given = parseGlobalFlags(flags);
  const settings = memoize(async () => {
    const { loadSettings } = await import('./config/load.js');
    return loadSettings(system, given);
  });
  const spoken = await chooseMessages(listed, settings, messages);
  const session = createSession({ system, flags: given, messages: spoken, settings });
  try {
    return await command.run(options, session.context);
  } finally {
    await session.close();
  }
}

async function chooseMessages(
  { isOffline, tellsSettings }: ListedCommand,
  settings: () => Promise<Settings>,
  early: Messages,
): Promise<Messages> {
  if (isOffline === true) return early;
  try {
    return await loadMessages((await settings()).lang.value);
  } catch (error) {
    if (tellsSettings === true) return early;
    throw error;
  }
}
