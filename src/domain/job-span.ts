import type { TimelineBody, TimelineEvent } from '../contract/index.js';
import { eventKind } from './event-kind.js';
import { instant } from './instant.js';
import type { TimedEvent } from './timed-events.js';

/** How a stretch of work ended, or that it goes on. `ended` is an end of which nobody says how it went. */
export type Outcome = 'running' | 'done' | 'failed' | 'cancelled' | 'ended';

/** From when to when a job runs, in milliseconds since 1970. */
export interface JobSpan {
  startMs: number;
  /** The end, or the present of a job that goes on; never before the start. */
  untilMs: number;
  outcome: Outcome;
}

/** How a job ended, by the event that says so; `undefined` for any other event. */
export function jobOutcome(event: TimelineEvent): Outcome | undefined {
  switch (eventKind(event)) {
    case 'JobCompleted':
      return 'done';
    case 'JobFailed':
      return 'failed';
    case 'JobCancelled':
      return 'cancelled';
    default:
      return undefined;
  }
}

/**
 * When the job of a timeline began and ended: by the server's word, else by the events. `undefined` where no time
 * at all is known. `events` are the timeline's own, in the order of time.
 */
export function jobSpan(
  scope: TimelineBody['timelineScope'],
  events: readonly TimedEvent<TimelineEvent>[],
  nowMs: number,
): JobSpan | undefined {
  const timed = events.filter(({ timeMs }) => timeMs !== undefined);
  const startMs = instant(scope?.startTime) ?? jobStart(timed) ?? timed[0]?.timeMs;
  if (startMs === undefined) return undefined;
  const last = timed.findLast(({ event }) => jobOutcome(event) !== undefined);
  const outcome = last === undefined ? undefined : jobOutcome(last.event);
  const endMs = instant(scope?.endTime) ?? last?.timeMs;
  if (endMs === undefined)
    return { startMs, untilMs: Math.max(startMs, nowMs), outcome: 'running' };
  return { startMs, untilMs: Math.max(startMs, endMs), outcome: outcome ?? 'ended' };
}

const jobStart = (events: readonly TimedEvent<TimelineEvent>[]): number | undefined =>
  events.find(({ event }) => eventKind(event) === 'JobStarted')?.timeMs;
