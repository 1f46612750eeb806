import { jobEvents } from '../../client/events/job-events.js';
import type { JobEventsItem } from '../../client/events/types.js';
import type { Context } from '../../context.js';
import type { SubscriptionEvent } from '../../contract/index.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { errorText } from '../../i18n/error-text.js';
import { writeLines, writeNdjson } from '../../output/writing.js';
import type { Ending } from '../../ports/system.js';
import { inline } from '../../render/safe-text.js';
import { word } from '../../render/words.js';
import { refuseDocument } from '../refuse-document.js';
import { earlyEnding } from '../until-ended.js';
import { eventLines } from './event-lines.js';
import type { WantedEvents } from './options.js';

const EXIT_CODES: Readonly<Record<string, ExitCode>> = {
  Completed: exitCodes.done,
  Failed: exitCodes.failed,
  Cancelled: exitCodes.cancelled,
};

/** After a signal: to take the subscription away, whose place somebody else may need. */
const LEAVE_MS = 500;

/** Prints a job's events until it is final, and ends as the job did. */
export async function follow(
  jobId: string,
  wanted: WantedEvents,
  context: Context,
): Promise<Ending> {
  await refuseDocument('subscribe', context);
  const client = await context.client();
  context.linger(LEAVE_MS);
  const { clock, random, signal } = context;
  const { interval } = await context.settings();
  const options = { ...wanted, intervalMs: interval.value, clock, random, signal };
  try {
    return await printAll(jobEvents(client, jobId, options), context);
  } catch (error) {
    if (!signal.aborted) throw error;
    return earlyEnding(signal);
  }
}

async function printAll(items: AsyncIterable<JobEventsItem>, context: Context): Promise<ExitCode> {
  let ending: ExitCode = exitCodes.unknown;
  let isEndPrinted = false;
  for await (const item of items) {
    if (item.kind === 'event') {
      await print(item.event, context);
      isEndPrinted ||= item.event.type === 'jobCompleted';
    } else if (item.kind !== 'ended' || item.status === undefined || !isEndPrinted)
      await tell(item, context);
    if (item.kind === 'ended') ending = EXIT_CODES[item.status ?? ''] ?? exitCodes.unknown;
  }
  return ending;
}

async function print(event: SubscriptionEvent, context: Context): Promise<void> {
  const { stdout } = context.io;
  if ((await context.form()) === 'ndjson') return writeNdjson(stdout, [event]);
  return writeLines(stdout, eventLines(event, await context.look()));
}

type Notice = Exclude<JobEventsItem, { kind: 'event' }>;

/** What is said on stderr: how the connection is, and an end that no printed event has told. */
async function tell(item: Notice, context: Context): Promise<void> {
  const { logs, subscribe } = context.messages;
  const { formats } = await context.look();
  const say = (text: string): Promise<void> => context.note(inline(text));
  switch (item.kind) {
    case 'connected':
      return say(item.isAgain ? subscribe.again : subscribe.connected);
    case 'lost':
      return say(
        subscribe.lost(
          errorText(item.error, context.messages).what,
          formats.duration(Math.max(1000, item.retryInMs)),
        ),
      );
    case 'no-socket':
      return say(subscribe.noSocket(subscribe.reasons[item.reason]));
    case 'ended':
      if (item.status === undefined) return say(subscribe.endUnknown);
      return say(logs.ended(word('status', item.status, context.messages)));
  }
}
