import type { Status } from '../../contract/index.js';
import { byQueueOrder, type QueuedJob } from './order.js';

/** A queued job with the jobs that have to be Completed before it starts. */
export interface WaitingJob extends QueuedJob {
  after: readonly string[];
}

/** A job that can never start, and the prerequisite that is the reason. */
export interface Doomed {
  id: string;
  prerequisite: string;
  prerequisiteStatus: 'Failed' | 'Cancelled';
}

/** What can be decided now. */
export interface QueuePlan {
  /** Each after the one that it fails with. */
  fail: readonly Doomed[];
  /** In the order of the queue. */
  start: readonly string[];
}

/**
 * The status of a job; `undefined` for one that is not kept any more, which counts as Completed: it had ended, and
 * those that waited for it would have failed with it at once.
 */
export type StatusOf = (id: string) => Status | undefined;

/**
 * What becomes of the queue when `freePlaces` more jobs may run. A job that waits for others leaves its place to
 * those behind it, so that nothing stands still that could run.
 */
export function planQueue(
  waiting: readonly WaitingJob[],
  statusOf: StatusOf,
  freePlaces: number,
): QueuePlan {
  const fail = findDoomed(waiting, statusOf);
  if (freePlaces <= 0) return { fail, start: [] };
  const doomed = new Set(fail.map(({ id }) => id));
  const ready = waiting.filter(
    (job) => !doomed.has(job.id) && waitsFor(job, statusOf).length === 0,
  );
  ready.sort(byQueueOrder);
  return { fail, start: ready.slice(0, freePlaces).map(({ id }) => id) };
}

/** The prerequisites that a job still waits for. */
export function waitsFor({ after }: Pick<WaitingJob, 'after'>, statusOf: StatusOf): string[] {
  return after.filter((id) => (statusOf(id) ?? 'Completed') !== 'Completed');
}

/** Jobs whose prerequisites ended badly, and all that wait for those in turn. */
function findDoomed(waiting: readonly WaitingJob[], statusOf: StatusOf): Doomed[] {
  const dependents = new Map<string, WaitingJob[]>();
  const found = new Map<string, Doomed>();
  for (const job of waiting) {
    for (const id of job.after) {
      const others = dependents.get(id);
      if (others === undefined) dependents.set(id, [job]);
      else others.push(job);
      const status = statusOf(id);
      if (status === 'Failed' || status === 'Cancelled') doom(found, job, id, status);
    }
  }
  // A map is walked in the order of its insertions, also of those that are made on the way.
  for (const { id } of found.values()) {
    for (const job of dependents.get(id) ?? []) doom(found, job, id, 'Failed');
  }
  return [...found.values()];
}

function doom(
  found: Map<string, Doomed>,
  { id }: WaitingJob,
  prerequisite: string,
  prerequisiteStatus: Doomed['prerequisiteStatus'],
): void {
  if (!found.has(id)) found.set(id, { id, prerequisite, prerequisiteStatus });
}
