import { type BlockingCondition, isFinal, type ResourceDependency } from '../../contract/index.js';
import { known } from '../known.js';
import type { JobRecord } from '../store/records.js';
import type { DependencyWording } from '../wording/wording.js';
import { timeText } from './time-text.js';

/** How many places there are for running jobs, and how many are taken. */
export interface Places {
  /** Any number of jobs may run, if left out. */
  maxRunning: number | undefined;
  running: number;
}

const areTaken = ({ maxRunning, running }: Places): boolean =>
  maxRunning !== undefined && running >= maxRunning;

/**
 * What holds a job back, and what held it back by its prerequisites: each of them is Active until it has Completed
 * and Resolved since then. That no place is free is known only as long as it lasts.
 */
export function blockingConditions(
  job: JobRecord,
  prerequisites: readonly JobRecord[],
  places: Places,
  words: DependencyWording,
): BlockingCondition[] {
  const waits = prerequisites.map((prerequisite) => prerequisiteCondition(prerequisite, words));
  if (job.status !== 'Queued' || places.maxRunning === undefined || !areTaken(places)) return waits;
  return [...waits, { condition: words.noFreeSlot(places.maxRunning), status: 'Active' }];
}

function prerequisiteCondition(
  { name, status, endedAtMs }: JobRecord,
  words: DependencyWording,
): BlockingCondition {
  const condition = words.isNotCompleted(name);
  if (status !== 'Completed') return { condition, status: 'Active' };
  return known({
    condition,
    status: 'Resolved',
    resolvedAt: timeText(endedAtMs),
    resolution: words.hasCompleted(name),
  });
}

/**
 * The place that a job takes up while it runs, where the number of them is limited: the only resource that the server
 * itself gives out. None for a job that has ended.
 */
export function resourceDependencies(
  job: JobRecord,
  places: Places,
  words: DependencyWording,
): ResourceDependency[] {
  if (places.maxRunning === undefined || isFinal(job.status)) return [];
  const slot = { resourceType: 'WorkerSlot', resourceName: words.workerSlot(places.maxRunning) };
  if (job.status === 'Running') {
    return [known({ ...slot, status: 'Allocated', allocatedAt: timeText(job.startedAtMs) })];
  }
  return [{ ...slot, status: areTaken(places) ? 'Unavailable' : 'Available' }];
}
