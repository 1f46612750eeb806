import { isFinal, ratings, type Stage, statuses } from '../../contract/index.js';
import { between } from '../instant.js';
import { jobTimes } from '../job-times.js';
import { stagesInOrder } from '../stage-progress.js';
import type { VerdictEvent } from './job-event.js';
import { rowTimes } from './row-times.js';
import type { JobState } from './watch-state.js';

/** What there is to tell of a job at the end of its watch, as far as it is known; `atMs` is now. */
export type Summary = Pick<
  VerdictEvent,
  'durationMs' | 'efficiency' | 'overallEfficiency' | 'slowestStage' | 'failedStage' | 'reason'
>;

/** Sums up a job. Of one that has failed, the stage it failed in. */
export function summarize(job: JobState, atMs: number): Summary {
  const { progress } = job;
  const stages = stagesInOrder(progress?.stages ?? []);
  const reason = progress?.reason;
  const durationMs = durationOf(job, atMs);
  const slowestStage = slowest(stages);
  const failedStage = statuses.canonical(job.status) === 'Failed' ? failed(stages) : undefined;
  return {
    ...(durationMs === undefined ? {} : { durationMs }),
    ...efficiencyOf(job),
    ...(slowestStage === undefined ? {} : { slowestStage }),
    ...(failedStage === undefined ? {} : { failedStage }),
    ...(reason == null ? {} : { reason }),
  };
}

function durationOf({ progress, row }: JobState, atMs: number): number | undefined {
  if (progress !== undefined) return jobTimes(progress, atMs).elapsedMs;
  return row && rowTimes(row, atMs).elapsedMs;
}

function efficiencyOf({ metrics }: JobState): Pick<Summary, 'efficiency' | 'overallEfficiency'> {
  const { processing, stages } = metrics?.currentMetrics ?? {};
  const efficiency = processing?.processingEfficiency ?? stages?.stageEfficiency;
  const word = metrics?.performanceTrends?.overallEfficiency;
  return {
    ...(efficiency == null ? {} : { efficiency }),
    ...(word == null ? {} : { overallEfficiency: ratings.canonical(word) ?? word }),
  };
}

function slowest(stages: readonly Stage[]): Summary['slowestStage'] {
  let found: Summary['slowestStage'];
  for (const { stageName, status, startTime, endTime } of stages) {
    const durationMs = isFinal(status) ? between(startTime, endTime) : undefined;
    if (durationMs !== undefined && durationMs > (found?.durationMs ?? -1)) {
      found = { stageName, durationMs };
    }
  }
  return found;
}

/** The stage that says that it failed, else the one that was under way when the job did. */
function failed(stages: readonly Stage[]): string | undefined {
  const withStatus = (wanted: string): Stage | undefined =>
    stages.find(({ status }) => statuses.canonical(status) === wanted);
  return (withStatus('Failed') ?? withStatus('Running'))?.stageName;
}
