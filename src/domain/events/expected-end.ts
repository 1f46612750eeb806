import { isFinal } from '../../contract/index.js';
import { jobTimes, type Times } from '../job-times.js';
import { rowTimes } from './row-times.js';
import type { JobState } from './watch-state.js';

/**
 * How far the expected end that is nearest to now is away, in milliseconds: below 0 when it has passed. `undefined`
 * when no job that still runs has one.
 */
export function toNearestEnd(jobs: readonly JobState[], nowMs: number): number | undefined {
  let nearestMs: number | undefined;
  for (const job of jobs) {
    const awayMs = isFinal(job.status) ? undefined : toEnd(timesOf(job, nowMs));
    const isNearer = awayMs !== undefined && Math.abs(awayMs) < Math.abs(nearestMs ?? Infinity);
    if (isNearer) nearestMs = awayMs;
  }
  return nearestMs;
}

function timesOf({ progress, row }: JobState, nowMs: number): Times | undefined {
  if (progress !== undefined) return jobTimes(progress, nowMs);
  return row && rowTimes(row, nowMs);
}

const toEnd = (times: Times | undefined): number | undefined =>
  times?.lateMs === undefined ? times?.remainingMs : -times.lateMs;
