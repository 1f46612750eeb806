import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import type { LogsOptions } from './options.js';
import { resolveQuery } from './query.js';
import { showEntries } from './show-entries.js';
import { showRaw } from './show-raw.js';

/** Shows a job's log. Fails when `--fail-on` found an entry; followed, it ends as its job does. */
export async function run(options: LogsOptions, context: Context): Promise<ExitCode> {
  const query = await resolveQuery(options, context);
  if (options.follows) {
    const { followLog } = await import('./follow/follow-log.js');
    return followLog(query, context);
  }
  const found = options.isRaw ? await showRaw(query, context) : await showEntries(query, context);
  return found ? exitCodes.failed : exitCodes.done;
}
