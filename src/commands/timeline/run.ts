import type { Context } from '../../context.js';
import { instant } from '../../domain/instant.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { inline } from '../../render/safe-text.js';
import type { TimelineOptions } from './command.js';
import { timelineView } from './view.js';

/** Asks for the timeline and shows it. */
export async function run(options: TimelineOptions, context: Context): Promise<ExitCode> {
  const jobId = await context.jobId(options.jobId);
  const client = await context.client();
  const { body, serverTimeMs } = await context.waiting(
    client.timeline(jobId, queryOf(options), { signal: context.signal }),
  );
  const upcoming = body.upcomingEvents ?? [];
  if (body.timeline.length + upcoming.length === 0) {
    await context.note(inline(context.messages.timeline.empty));
  }
  const nowMs = instant(body.timelineScope?.currentTime) ?? serverTimeMs ?? context.clock.now();
  const columns = Number(context.environment['COLUMNS']);
  await context.show({
    nowMs,
    json: () => body,
    ndjson: () => [...body.timeline, ...upcoming],
    human: (look) => timelineView({ body, nowMs, view: options.view, columns }, look),
  });
  return exitCodes.done;
}

const queryOf = ({ subEvents, granularity }: TimelineOptions) => ({
  ...(subEvents ? { includeSubEvents: true } : {}),
  ...(granularity === undefined ? {} : { granularity }),
});
