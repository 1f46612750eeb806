import type { JobState } from '../../../domain/events/watch-state.js';
import type { JobKind } from '../../../i18n/areas/watch.js';
import { percentageOf } from './glance.js';

/** From what is worth seeing most to what is worth seeing least. */
export const jobKinds = [
  'failed',
  'cancelled',
  'running',
  'other',
  'queued',
  'unseen',
  'completed',
] as const satisfies readonly JobKind[];

/** What a job is counted as; `status` is canonical where the word is known. */
function kindOf(status: string | undefined): JobKind {
  switch (status) {
    case undefined:
      return 'unseen';
    case 'Failed':
      return 'failed';
    case 'Cancelled':
      return 'cancelled';
    case 'Running':
      return 'running';
    case 'Queued':
    case 'Pending':
      return 'queued';
    case 'Completed':
      return 'completed';
    default:
      return 'other';
  }
}

/** Several jobs, by what they are worth seeing; those of one kind in the order they were given. */
export interface OrderedJobs {
  byKind: Readonly<Record<JobKind, readonly JobState[]>>;
  count: number;
  /** How far all of them are together, each counting the same; `undefined` where not a single one is known. */
  percentage: number | undefined;
  /** By the server's clock: when one of them was last seen. */
  seenAtMs: number | undefined;
  /** Whether one of them does not move. */
  hasStalled: boolean;
}

const known = new WeakMap<readonly JobState[], OrderedJobs>();

/** Puts jobs in order, once for each answer: ten thousand of them are not looked at again when only the clock moves. */
export function orderJobs(jobs: readonly JobState[]): OrderedJobs {
  const found = known.get(jobs) ?? order(jobs);
  known.set(jobs, found);
  return found;
}

function order(jobs: readonly JobState[]): OrderedJobs {
  const byKind: Record<JobKind, JobState[]> = {
    failed: [],
    cancelled: [],
    running: [],
    other: [],
    queued: [],
    unseen: [],
    completed: [],
  };
  let sum = 0;
  let isMeasured = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  let hasStalled = false;
  for (const job of jobs) {
    byKind[kindOf(job.status)].push(job);
    const percentage = percentageOf(job, job.status);
    if (percentage !== undefined) isMeasured = true;
    sum += percentage ?? 0;
    lastMs = Math.max(lastMs, job.seenAtMs ?? lastMs);
    if (job.stall !== undefined) hasStalled = true;
  }
  return {
    byKind,
    count: jobs.length,
    percentage: isMeasured ? sum / jobs.length : undefined,
    seenAtMs: lastMs === Number.NEGATIVE_INFINITY ? undefined : lastMs,
    hasStalled,
  };
}

/** The first jobs in that order, and how many of each kind are left. */
export function firstJobs(
  { byKind }: OrderedJobs,
  count: number,
): { shown: JobState[]; left: Record<JobKind, number> } {
  const shown: JobState[] = [];
  const left = {
    failed: 0,
    cancelled: 0,
    running: 0,
    other: 0,
    queued: 0,
    unseen: 0,
    completed: 0,
  };
  for (const kind of jobKinds) {
    const fitting = byKind[kind].slice(0, Math.max(0, count - shown.length));
    shown.push(...fitting);
    left[kind] = byKind[kind].length - fitting.length;
  }
  return { shown, left };
}
