import { createLogFollower } from '../../../client/follow/create-log-follower.js';
import { keepReading, type ReadOn } from '../../../client/follow/keep-reading.js';
import type { Reading } from '../../../client/follow/types.js';
import type { Context } from '../../../context.js';
import { statuses } from '../../../contract/index.js';
import { type ExitCode, exitCodes, JobtrackError } from '../../../errors/index.js';
import { errorText } from '../../../i18n/error-text.js';
import { inline } from '../../../render/safe-text.js';
import { word } from '../../../render/words.js';
import type { LogQuery } from '../query.js';
import { fails } from '../read.js';
import { createJobEnd } from './job-end.js';
import { createFollowPrinter, type Shown } from './printer.js';

/** So long a server that can is asked to wait for something new: a connection that is dead shows a little after that. */
const WAIT_SECONDS = 10;

/**
 * Shows a log and what comes to it, until its job has ended or as many entries are shown as were asked for. The exit code
 * is that of a watch on the job, unless an entry was shown that makes the command fail.
 */
export async function followLog(query: LogQuery, context: Context): Promise<ExitCode> {
  if ((await context.form()) === 'json') {
    const options = ['--follow', '--output json'];
    throw new JobtrackError('CONFLICTING_OPTIONS', { options, instead: '--output ndjson' });
  }
  const show = await createShow(query, context);
  const steps = await readOn(query, context);
  for (let step = await context.waiting(steps.next()); ; step = await steps.next()) {
    const { value } = step;
    if (value.kind !== 'reading') await say(value, context);
    const exitCode = value.kind === 'reading' ? await show(value.reading) : undefined;
    if (exitCode !== undefined) return exitCode;
  }
}

async function readOn(
  { jobId, params: { level, fromTime }, tail, matches }: LogQuery,
  context: Context,
): Promise<AsyncGenerator<ReadOn, never>> {
  const { clock, random, signal } = context;
  const { interval, retries } = await context.settings();
  const follower = createLogFollower({
    client: await context.client(),
    jobId,
    level,
    isWanted: matches,
    waitSeconds: WAIT_SECONDS,
    ...(fromTime === undefined ? {} : { fromTime }),
    ...(tail === undefined ? {} : { tail }),
  });
  const pace = { intervalMs: interval.value, retries: retries.value };
  return keepReading({ follower, clock, random, signal, ...pace });
}

/** Shows readings one after another, and says of the last one how the command ends. */
async function createShow(
  query: LogQuery,
  context: Context,
): Promise<(reading: Reading) => Promise<ExitCode | undefined>> {
  const { clock, signal } = context;
  const { jobId } = query;
  const print = createFollowPrinter(query, context);
  const endOf = createJobEnd({ client: await context.client(), jobId, clock, signal });
  let room = query.limit;
  let isFailing = false;
  return async (reading) => {
    const shown = firstEntries(reading.events, room);
    await print(shown, reading.serverTimeMs);
    const entries = shown.flatMap((event) => (event.type === 'log' ? [event.entry] : []));
    room -= entries.length;
    isFailing ||= entries.some((entry) => fails(entry, query));
    const status = room === 0 ? undefined : await endOf(reading);
    if (status !== undefined) await sayEnd(status, context);
    if (room > 0 && status === undefined) return undefined;
    return isFailing ? exitCodes.failed : exitCodeOf(status);
  };
}

/** The first so many entries, and the gaps in front of them. */
function firstEntries(events: readonly Shown[], count: number): readonly Shown[] {
  let left = count;
  const end = events.findIndex(({ type }) => {
    if (type === 'log') left -= 1;
    return left < 0;
  });
  return end === -1 ? events : events.slice(0, end);
}

/** The exit code of a job that has ended with this status; that of one which goes on is 0. */
function exitCodeOf(status: string | undefined): ExitCode {
  const known = statuses.canonical(status);
  if (known === 'Failed') return exitCodes.failed;
  return known === 'Cancelled' ? exitCodes.cancelled : exitCodes.done;
}

async function say(step: Exclude<ReadOn, { kind: 'reading' }>, context: Context): Promise<void> {
  const { messages } = context;
  const { formats } = await context.look();
  const text =
    step.kind === 'back'
      ? messages.logs.back(formats.duration(step.afterMs))
      : messages.logs.lost(
          errorText(step.error, messages).what,
          formats.duration(step.nextTryInMs),
        );
  await context.note(inline(text));
}

async function sayEnd(status: string, context: Context): Promise<void> {
  const { messages } = context;
  await context.note(inline(messages.logs.ended(word('status', status, messages))));
}
