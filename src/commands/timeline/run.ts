import type { Client } from '../../client/types.js';
import type { Context } from '../../context.js';
import type { TimelineBody } from '../../contract/index.js';
import { instant } from '../../domain/instant.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { inline } from '../../render/safe-text.js';
import { lookAtPart } from '../refresh/glimpse.js';
import { runRefresh } from '../refresh/run-refresh.js';
import type { Subject } from '../refresh/subject.js';
import type { TimelineOptions } from './command.js';
import { timelineView } from './view.js';

/** Asks for the timeline and shows it, once or again and again. */
export async function run(options: TimelineOptions, context: Context): Promise<ExitCode> {
  const jobId = await context.jobId(options.jobId);
  const client = await context.client();
  const { view, watch } = options;
  const columns = Number(context.environment['COLUMNS']);
  if (watch !== undefined) {
    return runRefresh(subjectOf(jobId, options, client, context), watch, context);
  }
  const { body, serverTimeMs } = await context.waiting(
    client.timeline(jobId, queryOf(options), { signal: context.signal }),
  );
  await sayEmpty(body, context);
  const nowMs = madeMs(body) ?? serverTimeMs ?? context.clock.now();
  await context.show({
    nowMs,
    json: () => body,
    ndjson: () => [...body.timeline, ...(body.upcomingEvents ?? [])],
    human: (look) => timelineView({ body, nowMs, view, columns }, look),
  });
  return exitCodes.done;
}

function subjectOf(
  jobId: string,
  options: TimelineOptions,
  client: Client,
  context: Context,
): Subject<TimelineBody> {
  const columns = Number(context.environment['COLUMNS']);
  const query = queryOf(options);
  return {
    look: (how) => {
      const read = () => client.timeline(jobId, query, how);
      return lookAtPart({ jobId, read, madeMs }, client, how);
    },
    view: (body, { nowMs }, look) =>
      timelineView({ body, nowMs, view: options.view, columns }, look),
    remark: (body) => sayEmpty(body, context),
  };
}

const madeMs = ({ timelineScope }: TimelineBody): number | undefined =>
  instant(timelineScope?.currentTime);

async function sayEmpty({ timeline, upcomingEvents }: TimelineBody, context: Context) {
  if (timeline.length + (upcomingEvents ?? []).length > 0) return;
  await context.note(inline(context.messages.timeline.empty));
}

const queryOf = ({ subEvents, granularity }: TimelineOptions) => ({
  ...(subEvents ? { includeSubEvents: true } : {}),
  ...(granularity === undefined ? {} : { granularity }),
});
