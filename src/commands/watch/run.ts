import type { Context } from '../../context.js';
import { exitCodes } from '../../errors/index.js';
import type { Ending } from '../../ports/system.js';
import { placeWords } from '../place-words.js';
import { chooseManner } from './manner.js';
import { USUAL_LEVEL, type WatchCommandOptions } from './options.js';
import { showWatch } from './show.js';
import { interruptedView } from './view/verdict.js';

/** After a signal: to leave the last frame, say that the jobs go on, and give the terminal back. */
const LEAVE_MS = 400;

/** Watches jobs until they are done, and ends with their result. */
export async function run(options: WatchCommandOptions, context: Context): Promise<Ending> {
  const jobIds = options.jobIds.length > 0 ? options.jobIds : [await context.jobId(undefined)];
  const manner = chooseManner(options, await context.form(), context);
  const { interval } = await context.settings();
  const client = await context.client();
  context.linger(LEAVE_MS);
  const watching = {
    ...options,
    client,
    jobIds,
    intervalMs: options.intervalMs ?? interval.value,
    logLevel: options.logLevel ?? (jobIds.length === 1 ? USUAL_LEVEL : undefined),
  };
  const { ending, verdict } = await showWatch(watching, manner, context);
  if (verdict === undefined) await sayGoesOn(jobIds, context);
  // Who has closed the pipe has what they wanted, however the jobs ended.
  const isRead = verdict === undefined || !context.io.stdout.closed.aborted;
  return isRead ? ending : exitCodes.done;
}

/** The watch was left, the jobs were not. */
async function sayGoesOn(jobIds: readonly string[], context: Context): Promise<void> {
  const lines = interruptedView(jobIds, await context.look(), placeWords(context.flags));
  for (const line of lines) await context.note(line);
}
