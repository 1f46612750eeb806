import {
  type Granularity,
  isFinal,
  type TimelineBody,
  type TimelineParams,
} from '../../contract/index.js';
import { known } from '../known.js';
import type { Store } from '../store/port.js';
import type { EventRecord, JobRecord } from '../store/records.js';
import type { Wording } from '../wording/wording.js';
import { eventBody } from './event-body.js';
import type { Outlook } from './outlook.js';
import { thinProgress } from './thin-progress.js';
import { timeText } from './time-text.js';
import { upcomingEvents } from './upcoming-events.js';

/** What can be asked of a timeline. */
type TimelineQuestion = TimelineParams & { afterSequence?: number };

/**
 * How many events before the asked ones decide whether their minute has been told of; more than come in a minute
 * unless a job is flooded with warnings.
 */
const LOOK_BACK = 200;

/** The events that are asked for, oldest first. */
export function timelineEvents(
  store: Pick<Store, 'events'>,
  jobId: string,
  { includeSubEvents = false, granularity = 'minutes', afterSequence = 0 }: TimelineQuestion,
): readonly EventRecord[] {
  const lookBack = granularity === 'minutes' ? LOOK_BACK : 0;
  const events = store.events(jobId, {
    afterSequence: Math.max(0, afterSequence - lookBack),
    withSub: includeSubEvents,
  });
  const thinned = thinProgress(events, granularity);
  return afterSequence === 0 ? thinned : thinned.filter(({ sequence }) => sequence > afterSequence);
}

/** What a timeline is about. */
export interface TimelineScope {
  nowMs: number;
  granularity: Granularity;
  /** When a job that has not ended is expected to. */
  expectedEndMs: number | undefined;
}

/** What has happened to a job, and what is expected. */
export function timelineBody(
  job: JobRecord,
  outlook: Outlook,
  events: readonly EventRecord[],
  { nowMs, granularity, expectedEndMs }: TimelineScope,
  words: Wording,
): TimelineBody {
  return known({
    jobId: job.id,
    jobName: job.name,
    timelineScope: known({
      startTime: timeText(job.startedAtMs ?? job.createdAtMs),
      currentTime: timeText(nowMs),
      // The one field that is null and not absent while it is not known: the API document shows it so.
      endTime: timeText(job.endedAtMs) ?? null,
      granularity,
    }),
    timeline: events.map((event) => eventBody(event, words)),
    upcomingEvents: isFinal(job.status) ? undefined : upcomingEvents(outlook, expectedEndMs, words),
  });
}
