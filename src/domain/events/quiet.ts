import {
  type BatchJob,
  type MetricsBody,
  type ProgressBody,
  statuses,
} from '../../contract/index.js';
import type { JobState } from './watch-state.js';

/** How long nothing may move before a job is said to stand still. */
const QUIET_MS = 60_000;

/** How many looks in a row must have seen nothing move: one look that missed something proves nothing. */
const QUIET_LOOKS = 5;

/** The share of a processor, in percent, that an idle process does not reach. */
const BUSY_CPU = 1;

/** For how long a job has been quiet, look by look. */
export interface Quiet {
  /** Everything that moves while a job does. */
  signs: string;
  /** Since when nothing has moved. */
  sinceMs: number;
  /** How many looks since then have seen nothing move. */
  looks: number;
}

/**
 * The quiet of a job after a look, whose result `job` holds already. It is over with every change of its progress, its
 * stages, its records, its activity, its log, its memory or its input and output, and at every look at which its
 * processor is busy. A job that does not run, or of which the processor's use is not known, is never quiet: nobody can
 * tell that it stands still.
 */
export function nextQuiet(before: Quiet | undefined, job: JobState, atMs: number): Quiet {
  const signs = signsOf(job);
  const isQuiet = before !== undefined && before.signs === signs && isIdle(job);
  return isQuiet ? { ...before, looks: before.looks + 1 } : { signs, sinceMs: atMs, looks: 0 };
}

/** A quiet that is over at `atMs`, because of something that a look does not show. */
export const restartQuiet = (quiet: Quiet, atMs: number): Quiet => ({
  ...quiet,
  sinceMs: atMs,
  looks: 0,
});

/** Whether a job has been quiet for so long that it stands still: a minute at least, and five looks in a row. */
export const isStall = ({ sinceMs, looks }: Quiet, atMs: number): boolean =>
  looks >= QUIET_LOOKS && atMs - sinceMs >= QUIET_MS;

function isIdle(job: JobState): boolean {
  const cpu =
    job.progress?.resourceUsage?.cpuUsage ?? job.row?.resourceUsage?.cpu ?? cpuOf(job.metrics);
  return statuses.canonical(job.status) === 'Running' && cpu != null && cpu < BUSY_CPU;
}

const cpuOf = (metrics: MetricsBody | undefined): number | null | undefined =>
  metrics?.currentMetrics.resourceUtilization?.cpu?.usage;

const signsOf = ({ status, progress, row, metrics, lineCount }: JobState): string =>
  JSON.stringify([status, lineCount, ofProgress(progress), ofRow(row), ofMetrics(metrics)]);

function ofProgress(body: ProgressBody | undefined): unknown {
  if (body === undefined) return undefined;
  const { memoryUsage, diskUsage, networkIO } = body.resourceUsage ?? {};
  return [
    body.overallProgress.percentage,
    (body.stages ?? []).map(({ status, progress, recordsProcessed }) => [
      status,
      progress,
      recordsProcessed,
    ]),
    body.currentActivity,
    body.qualityMetrics,
    [memoryUsage, diskUsage, networkIO],
  ];
}

const ofRow = (row: BatchJob | undefined): unknown =>
  row && [row.progress, row.currentStage, row.resourceUsage?.memory];

function ofMetrics(body: MetricsBody | undefined): unknown {
  const { resourceUtilization: used, processing } = body?.currentMetrics ?? {};
  return [used?.disk, used?.network, used?.memory?.used, processing?.recordsProcessed];
}
