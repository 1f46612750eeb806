import type { TimelineEvent } from '../contract/index.js';
import { eventKind, stageName } from './event-kind.js';
import { type JobSpan, jobOutcome, type Outcome } from './job-span.js';
import type { TimedEvent } from './timed-events.js';

/** One stretch of a stage (or of the job), in milliseconds since 1970. */
export interface Lane {
  name: string;
  startMs: number;
  /** False for a stage of which only the end is told; `startMs` is then the job's start. */
  isStartKnown: boolean;
  /** The end, or the present of what goes on; never before the start. */
  endMs: number;
  outcome: Outcome | 'expected';
  /** Until when it is expected to go on. */
  expectedEndMs?: number;
}

export type MarkKind = 'milestone' | 'warning' | 'error';

/** A point on a lane. `lane` is the place of the stage that ran at that time, or undefined where none did. */
export interface Mark {
  kind: MarkKind;
  timeMs: number;
  lane: number | undefined;
  event: TimelineEvent;
}

/** Stages in the order of their starts, and what happened in them. */
export interface StageLanes {
  lanes: Lane[];
  marks: Mark[];
}

interface Pairing extends StageLanes {
  job: JobSpan;
  /** The lanes that have begun and not ended, by name. */
  open: Map<string, number>;
  /** The open lanes by their start, the latest last; those that have ended meanwhile are dropped when they come up. */
  latest: number[];
}

const MARKS: Partial<Record<string, MarkKind>> = {
  Milestone: 'milestone',
  Warning: 'warning',
  Error: 'error',
};

/**
 * Pairs the starts and ends of stages by their names, else by their descriptions. A stage that starts again ends
 * its first stretch; an end without a start is a lane whose start is not known; what is open at the job's end ends
 * with it. `events` are in the order of time.
 */
export function stageLanes(events: readonly TimedEvent<TimelineEvent>[], job: JobSpan): StageLanes {
  const pairing: Pairing = { lanes: [], marks: [], job, open: new Map(), latest: [] };
  for (const { event, timeMs } of events) {
    if (timeMs !== undefined) take(pairing, event, timeMs);
  }
  endAll(pairing, job.untilMs, job.outcome);
  return { lanes: pairing.lanes, marks: pairing.marks };
}

function take(pairing: Pairing, event: TimelineEvent, timeMs: number): void {
  const kind = eventKind(event);
  const mark = MARKS[kind ?? ''];
  const outcome = jobOutcome(event);
  if (mark !== undefined) {
    pairing.marks.push({ kind: mark, timeMs, lane: laneOfMark(pairing, event), event });
  } else if (outcome !== undefined) endAll(pairing, timeMs, outcome);
  else if (kind === 'StageStarted') begin(pairing, event, timeMs);
  else if (kind === 'StageCompleted') end(pairing, event, timeMs, 'done');
  else if (kind === 'StageFailed') end(pairing, event, timeMs, 'failed');
  else if (kind === 'StageCancelled') end(pairing, event, timeMs, 'cancelled');
}

const nameOf = (event: TimelineEvent): string => stageName(event) ?? event.description ?? '';

function begin(pairing: Pairing, event: TimelineEvent, timeMs: number): void {
  const name = nameOf(event);
  close(pairing, pairing.open.get(name), timeMs, 'ended');
  const lane = pairing.lanes.length;
  pairing.lanes.push({
    name,
    startMs: timeMs,
    isStartKnown: true,
    endMs: timeMs,
    outcome: 'running',
  });
  pairing.open.set(name, lane);
  pairing.latest.push(lane);
}

function end(pairing: Pairing, event: TimelineEvent, timeMs: number, outcome: Outcome): void {
  const lane = openLane(pairing, event);
  if (lane !== undefined) {
    close(pairing, lane, timeMs, outcome);
    return;
  }
  const startMs = Math.min(pairing.job.startMs, timeMs);
  pairing.lanes.push({ name: nameOf(event), startMs, isStartKnown: false, endMs: timeMs, outcome });
}

/** An end that names no stage is that of the only one that runs. */
function openLane({ open }: Pairing, event: TimelineEvent): number | undefined {
  const lane = open.get(nameOf(event));
  if (lane !== undefined || stageName(event) !== undefined || open.size !== 1) return lane;
  return open.values().next().value;
}

function close(pairing: Pairing, lane: number | undefined, timeMs: number, outcome: Outcome): void {
  const open = lane === undefined ? undefined : pairing.lanes[lane];
  if (open === undefined) return;
  open.endMs = Math.max(open.startMs, timeMs);
  open.outcome = outcome;
  pairing.open.delete(open.name);
}

function endAll(pairing: Pairing, timeMs: number, outcome: Outcome): void {
  for (const lane of [...pairing.open.values()]) close(pairing, lane, timeMs, outcome);
}

function laneOfMark(pairing: Pairing, event: TimelineEvent): number | undefined {
  const named = pairing.open.get(stageName(event) ?? '');
  if (named !== undefined) return named;
  const { latest, lanes } = pairing;
  while (latest.length > 0 && lanes[latest.at(-1) ?? -1]?.outcome !== 'running') latest.pop();
  return latest.at(-1);
}
