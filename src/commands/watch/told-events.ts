import type { JobEvent, SeenEvent, WatchPart } from '../../domain/events/job-event.js';
import type { WatchState } from '../../domain/events/watch-state.js';
import type { JobtrackError } from '../../errors/index.js';

/** A part of a job is watched and can't be had, so nothing will be told of it. */
export interface MissingEvent {
  type: 'missing';
  jobId: string;
  atMs: number;
  part: WatchPart;
  error: JobtrackError;
}

/** What lines and objects tell: every event but a look, of which they tell what is missing in it. */
export type ToldEvent = Exclude<JobEvent, SeenEvent> | MissingEvent;

/** What there is to tell of an event, by the state before it. */
export const toldEvents = (before: WatchState, event: JobEvent): ToldEvent[] =>
  event.type === 'seen' ? newlyMissing(before, event) : [event];

/** Each part is told when it goes missing, not at each look without it. */
function newlyMissing({ jobs }: WatchState, { jobId, atMs, missing = {} }: SeenEvent) {
  const known = jobs.find((job) => job.jobId === jobId)?.missing ?? {};
  return (['logs', 'metrics', 'timeline', 'dependencies'] as const).flatMap((part) => {
    const error = known[part] === undefined ? missing[part] : undefined;
    return error === undefined ? [] : [{ type: 'missing' as const, jobId, atMs, part, error }];
  });
}
