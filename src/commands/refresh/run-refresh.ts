import type { Context } from '../../context.js';
import { type ExitCode, JobtrackError } from '../../errors/index.js';
import { isSmartTerminal } from '../../output/terminal.js';
import type { WatchWish } from './flag.js';
import { refreshLive } from './live.js';
import { refreshNdjson, refreshPlain } from './printed.js';
import type { Subject } from './subject.js';

/**
 * Shows something again and again, until it is final: painted in place on a terminal, printed anew elsewhere, an object
 * a line as ndjson. The exit code is that of the jobs that are shown, as `watch` has it.
 * @throws JobtrackError CONFLICTING_OPTIONS; and whatever a look fails with that no wait mends
 */
export async function runRefresh<Body>(
  subject: Subject<Body>,
  wish: WatchWish,
  context: Context,
): Promise<ExitCode> {
  const form = await context.form();
  if (form === 'json') {
    const options = ['--watch', '--output json'];
    throw new JobtrackError('CONFLICTING_OPTIONS', { options, instead: '--output ndjson' });
  }
  const intervalMs = await intervalOf(wish, context);
  if (form === 'ndjson') return refreshNdjson(subject, intervalMs, context);
  const { io, environment } = context;
  return isSmartTerminal(io.stdout, environment)
    ? refreshLive(subject, intervalMs, context)
    : refreshPlain(subject, intervalMs, context);
}

/** Between two looks, in milliseconds: as was asked for, or as the settings say. */
export const intervalOf = async (
  { intervalMs }: WatchWish,
  { settings }: Pick<Context, 'settings'>,
): Promise<number> => intervalMs ?? (await settings()).interval.value;
