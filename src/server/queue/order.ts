import { type Priority, priorities } from '../../contract/index.js';

/** What a place in the queue depends on. */
export interface QueuedJob {
  id: string;
  priority: Priority;
  createdAtMs: number;
}

/**
 * The order of the queue: Critical, High, Normal, Low; of equal ones the older first; of those of one millisecond by
 * id, so that everybody computes the same order.
 */
export function byQueueOrder(one: QueuedJob, other: QueuedJob): number {
  return (
    rank(one) - rank(other) ||
    one.createdAtMs - other.createdAtMs ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

const ranks = new Map(priorities.words.map((priority, index) => [priority, index]));

const rank = ({ priority }: QueuedJob): number => ranks.get(priority) ?? priorities.words.length;

/** The place of a job among the queued ones, 1 for the first; those that wait for other jobs keep their place. */
export function queuePosition(job: QueuedJob, queued: Iterable<QueuedJob>): number {
  let ahead = 0;
  for (const other of queued) if (byQueueOrder(other, job) < 0) ahead += 1;
  return ahead + 1;
}
