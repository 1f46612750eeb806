import type { TimelineBody, TimelineEvent, UpcomingEvent } from '../contract/index.js';
import { type JobSpan, jobOutcome, jobSpan } from './job-span.js';
import { inTimeOrder, type TimedEvent } from './timed-events.js';

/** An event of the list. `elapsedMs` is counted from the job's start, where both times are known. */
export interface ListedEvent<Event> extends TimedEvent<Event> {
  elapsedMs: number | undefined;
}

/** A timeline in the order of time. */
export interface TimelineList {
  /** `undefined` where no time at all is known. */
  span: JobSpan | undefined;
  events: ListedEvent<TimelineEvent>[];
  /** Whether an event tells of the job's end. */
  tellsEnd: boolean;
  upcoming: ListedEvent<UpcomingEvent>[];
}

/** Computes the list of a timeline. `nowMs` is the server's present. */
export function timelineList(body: TimelineBody, nowMs: number): TimelineList {
  const events = inTimeOrder(body.timeline, (event) => event.timestamp);
  const upcoming = inTimeOrder(body.upcomingEvents ?? [], (event) => event.estimatedTime);
  const span = jobSpan(body.timelineScope, events, nowMs);
  return {
    span,
    events: events.map((event) => listed(event, span)),
    tellsEnd: events.some(({ event }) => jobOutcome(event) !== undefined),
    upcoming: upcoming.map((event) => listed(event, span)),
  };
}

function listed<Event>(event: TimedEvent<Event>, span: JobSpan | undefined): ListedEvent<Event> {
  const { timeMs } = event;
  const isKnown = timeMs !== undefined && span !== undefined;
  return { ...event, elapsedMs: isKnown ? timeMs - span.startMs : undefined };
}
