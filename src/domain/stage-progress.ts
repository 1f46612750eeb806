import { type Stage, statuses } from '../contract/index.js';
import { type Times, timesOf } from './job-times.js';
import { share } from './size.js';

/** A stage with what can be computed of it. */
export interface StageProgress {
  stage: Stage;
  times: Times;
  /** From 0 to 100: as the server says, else the share of its records, else 100 for a completed stage. */
  percentage?: number;
  /** Records a second on average since a running stage began. */
  averageRate?: number;
}

/**
 * The stages of a job in their order; those without a place come last, as they came. `job` are its own times: once it
 * has ended no stage goes on, whatever the server still says of one. `seenMs` is when the server said all this: what it
 * had counted by then makes the rates.
 */
export function stageProgress(
  stages: readonly Stage[],
  nowMs: number,
  job: Pick<Times, 'phase' | 'endMs'>,
  seenMs: number = nowMs,
): StageProgress[] {
  return stagesInOrder(stages).map((stage) => {
    const own = timesOf(stage, nowMs);
    const times = job.phase === 'ended' && own.phase !== 'ended' ? stopped(own, job.endMs) : own;
    return { stage, times, ...percentageOf(stage), ...rateOf(stage, times, nowMs - seenMs) };
  });
}

/** Stages in their order; those without a place come last, as they came. */
export const stagesInOrder = (stages: readonly Stage[]): Stage[] => stages.toSorted(byOrder);

/** The times of a stage that its job's end cut off; nothing more is expected of it. */
function stopped({ startMs }: Times, jobEndMs: number | undefined): Times {
  if (startMs === undefined) return { phase: 'ended' };
  const isKnown = jobEndMs !== undefined && jobEndMs >= startMs;
  return { phase: 'ended', startMs, ...(isKnown ? { elapsedMs: jobEndMs - startMs } : {}) };
}

function byOrder(a: Stage, b: Stage): number {
  const [first, second] = [a, b].map(({ stageOrder }) => stageOrder ?? Number.POSITIVE_INFINITY);
  return first === second ? 0 : (first ?? 0) - (second ?? 0);
}

function percentageOf(stage: Stage): { percentage?: number } {
  const counted = share(stage.recordsProcessed, stage.totalRecords);
  const percentage =
    stage.progress ??
    counted ??
    (statuses.canonical(stage.status) === 'Completed' ? 100 : undefined);
  return percentage === undefined ? {} : { percentage };
}

function rateOf(
  { recordsProcessed }: Stage,
  { phase, elapsedMs = 0 }: Times,
  sinceSeenMs: number,
): { averageRate?: number } {
  const countedMs = elapsedMs - sinceSeenMs;
  const isMeasurable =
    phase === 'running' && countedMs >= 1000 && recordsProcessed != null && recordsProcessed > 0;
  return isMeasurable ? { averageRate: recordsProcessed / (countedMs / 1000) } : {};
}
