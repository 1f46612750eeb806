import { isFinal, type ProgressBody, type Stage, statuses } from '../../contract/index.js';
import { between, instant } from '../instant.js';
import { stagesInOrder } from '../stage-progress.js';
import type { StageEvent } from './job-event.js';
import { statusWord } from './status-word.js';

type Stages = ProgressBody['stages'];

/** What was found out about a job's stages. */
interface StageLooks {
  jobId: string;
  /** `undefined` when nobody has looked before. */
  before: Stages | undefined;
  stages: Stages;
  /** When the last look was. */
  atMs: number;
}

/**
 * What happened to the stages between two looks, in the order of time. One that nobody has seen before is told unless
 * it is Pending; one that was still ahead and has ended since has begun, too.
 */
export function stageEvents({ jobId, before, stages, atMs }: StageLooks): StageEvent[] {
  const known = new Map(named(before).map(([key, stage]) => [key, statusWord(stage.status)]));
  const events = named(stages).flatMap(([key, stage]) => {
    const previous = known.get(key);
    const words = steps(stage, previous, before !== undefined);
    return words.map((status, index) => {
      const isStep = index < words.length - 1;
      const momentMs = isStep ? startOf(stage, atMs) : timeOf(stage, status, atMs);
      return eventOf(stage, {
        jobId,
        status,
        previous: words[index - 1] ?? previous,
        atMs: momentMs,
      });
    });
  });
  return events.sort((a, b) => a.atMs - b.atMs);
}

/** The stages in their order, each with what tells it from another one of its name. */
function named(stages: Stages): [string, Stage][] {
  const counts = new Map<string, number>();
  return stagesInOrder(stages ?? []).map((stage) => {
    const count = (counts.get(stage.stageName) ?? 0) + 1;
    counts.set(stage.stageName, count);
    return [JSON.stringify([stage.stageName, count]), stage];
  });
}

/** The statuses that a stage has gone through since it was `previous`. */
function steps(stage: Stage, previous: string | undefined, wasLookedAt: boolean): string[] {
  const status = statusWord(stage.status);
  if (status === undefined || status === previous) return [];
  if (previous === undefined && isAhead(status)) return [];
  const hasPassedStart = wasLookedAt && (previous === undefined || isAhead(previous));
  return hasPassedStart && hasRun(stage) ? ['Running', status] : [status];
}

const isAhead = (status: string): boolean => status === 'Pending' || status === 'Queued';

/** Whether an ended stage was ever begun: one that was cancelled or skipped may not have been. */
const hasRun = ({ status, startTime }: Stage): boolean =>
  isFinal(status) && (statuses.canonical(status) === 'Completed' || startTime != null);

interface StageFact {
  jobId: string;
  status: string;
  previous: string | undefined;
  atMs: number;
}

function eventOf(stage: Stage, { jobId, status, previous, atMs }: StageFact): StageEvent {
  const hasEnded = isFinal(status);
  const durationMs = hasEnded ? between(stage.startTime, stage.endTime) : undefined;
  return {
    type: 'stage',
    jobId,
    atMs,
    stageName: stage.stageName,
    status,
    ...(previous === undefined ? {} : { previous }),
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(hasEnded && stage.recordsProcessed != null
      ? { recordsProcessed: stage.recordsProcessed }
      : {}),
  };
}

/** The stage's own start; where it is not known, its end. No look can have been before either. */
const startOf = ({ startTime, endTime }: Stage, atMs: number): number =>
  Math.min(instant(startTime) ?? instant(endTime) ?? atMs, atMs);

/** When a stage came to its status: an end is never before the start. */
function timeOf(stage: Stage, status: string, atMs: number): number {
  if (status === 'Running') return startOf(stage, atMs);
  if (!isFinal(status)) return atMs;
  const endMs = Math.min(instant(stage.endTime) ?? atMs, atMs);
  return Math.max(endMs, startOf(stage, atMs));
}
