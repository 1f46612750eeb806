import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import type { LogsOptions } from './options.js';
import { resolveQuery } from './query.js';
import { showEntries } from './show-entries.js';
import { showRaw } from './show-raw.js';

/** Shows a job's log. Fails when `--fail-on` found an entry. */
export async function run(options: LogsOptions, context: Context): Promise<ExitCode> {
  const query = await resolveQuery(options, context);
  const found = options.isRaw ? await showRaw(query, context) : await showEntries(query, context);
  return found ? exitCodes.failed : exitCodes.done;
}
