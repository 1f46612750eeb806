import { rowTimes } from '../../domain/events/row-times.js';
import type { JobState, WatchState } from '../../domain/events/watch-state.js';
import { jobTimes } from '../../domain/job-times.js';

/** How one job stands, for a sign of life. */
export interface JobBeat {
  jobId: string;
  /** Canonical where the word is known; left out until the job was seen. */
  status?: string;
  percentage?: number;
  /** Since it began. */
  elapsedMs?: number;
}

/** How each job stands at a moment by the server's clock, in their order. */
export const beatsOf = (watch: WatchState, nowMs: number): JobBeat[] =>
  watch.jobs.map((job) => beatOf(job, nowMs));

function beatOf(job: JobState, nowMs: number): JobBeat {
  const { jobId, status } = job;
  const percentage = job.progress?.overallProgress.percentage ?? job.row?.progress;
  const elapsedMs = elapsedOf(job, nowMs);
  return {
    jobId,
    ...(status === undefined ? {} : { status }),
    ...(percentage == null ? {} : { percentage }),
    ...(elapsedMs === undefined ? {} : { elapsedMs }),
  };
}

function elapsedOf({ progress, row }: JobState, nowMs: number): number | undefined {
  if (progress !== undefined) return jobTimes(progress, nowMs).elapsedMs;
  return row === undefined ? undefined : rowTimes(row, nowMs).elapsedMs;
}
