import { isFinal } from '../../../contract/index.js';
import type { ProgressEvent, StaleCause } from '../../../domain/events/job-event.js';
import type { ToldEvent } from '../told-events.js';

/** A step of this many percentage points is worth a line, and so is any step after this long. */
const STEP_POINTS = 5;
const STEP_MS = 5_000;

/** What the lines so far have told, as far as it decides about the next ones. */
export interface Told {
  progress: Readonly<Record<string, ToldProgress>>;
  /** Set while there is no answer: the cause that was told. */
  outage?: StaleCause;
}

interface ToldProgress {
  last: ProgressEvent;
  /** Came after it, and was not worth a line so far. */
  held?: ProgressEvent;
}

/** Before the first line. */
export const nothingTold: Told = { progress: {} };

/**
 * Which events are told now: a change each, but progress only every five points or five seconds, and an outage once
 * until its cause changes. What was held back is told before the end, so that the last lines are the whole truth.
 */
export function chooseEvents(
  told: Told,
  event: ToldEvent,
): { events: readonly ToldEvent[]; told: Told } {
  switch (event.type) {
    case 'progress':
      return progressed(told, event);
    case 'stale':
      return {
        events: event.cause === told.outage ? [] : [event],
        told: { ...told, outage: event.cause },
      };
    case 'fresh':
      return { events: [event], told: { progress: told.progress } };
    case 'verdict':
      return release(told, Object.keys(told.progress), event);
    case 'status':
      if (isFinal(event.status)) return release(told, [event.jobId], event);
      return { events: [event], told };
    default:
      return { events: [event], told };
  }
}

function progressed(told: Told, event: ProgressEvent): ReturnType<typeof chooseEvents> {
  const last = told.progress[event.jobId]?.last;
  const isTold = last === undefined || isWorthALine(last, event);
  const next: ToldProgress = isTold ? { last: event } : { last, held: event };
  return {
    events: isTold ? [event] : [],
    told: { ...told, progress: { ...told.progress, [event.jobId]: next } },
  };
}

function isWorthALine(last: ProgressEvent, event: ProgressEvent): boolean {
  const step = Math.abs((pointsOf(event) ?? 0) - (pointsOf(last) ?? 0));
  return step >= STEP_POINTS || event.atMs - last.atMs >= STEP_MS;
}

const pointsOf = ({ percentage, stagePercentage }: ProgressEvent): number | undefined =>
  percentage ?? stagePercentage;

/** What was held back of some jobs, and then the event. */
function release(
  told: Told,
  jobIds: readonly string[],
  event: ToldEvent,
): ReturnType<typeof chooseEvents> {
  const held = jobIds.flatMap((jobId) => told.progress[jobId]?.held ?? []);
  const released = held.map((last) => [last.jobId, { last }] as const);
  return {
    events: [...held, event],
    told: { ...told, progress: { ...told.progress, ...Object.fromEntries(released) } },
  };
}
