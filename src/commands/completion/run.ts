import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { writeJson, writeLines, writeNdjson } from '../../output/writing.js';
import { inline } from '../../render/safe-text.js';
import { scriptLines } from './script.js';
import type { Shell } from './shells.js';

/**
 * Prints a shell's script. It asks no settings, only the flags for the form: a shell that starts in a folder with a
 * broken settings file has to start all the same.
 */
export async function run(
  { shell }: { shell: Shell },
  { io, flags, messages }: Context,
): Promise<ExitCode> {
  const lines = scriptLines(shell, messages);
  const document = { shell, script: `${lines.join('\n')}\n` };
  if (flags.output === 'json') await writeJson(io.stdout, document);
  else if (flags.output === 'ndjson') await writeNdjson(io.stdout, [document]);
  else await writeLines(io.stdout, lines.map(inline));
  return exitCodes.done;
}
