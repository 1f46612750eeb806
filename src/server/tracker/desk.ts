import type { Clock } from '../../ports/clock.js';
import { ApiError } from '../api-error.js';
import type { IntakeContext, JobState } from '../intake/draft.js';
import { endJob, type JobEnd, startJob } from '../intake/life.js';
import { type Doomed, planQueue, type StatusOf } from '../queue/plan.js';
import type { Changes, Store } from '../store/port.js';
import type { JobRecord } from '../store/records.js';
import { type ActiveJobs, createActiveJobs } from './active-jobs.js';

/** What the tracker works with. */
export interface Desk {
  readonly store: Store;
  readonly clock: Clock;
  /** A new GUID. */
  readonly newId: () => string;
  /** How many jobs may run at a time. */
  readonly maxRunning: number;
  /** As the store has them, but for the moment of a change that failed: then `isStale`. */
  active: ActiveJobs;
  isStale: boolean;
  /** The jobs that what is being done has changed. */
  readonly changed: Set<string>;
}

/** What intake needs at this moment. */
export const contextOf = ({ clock, newId }: Desk): IntakeContext => ({
  nowMs: clock.now(),
  newId,
});

/** The job of this id. Throws JOB_NOT_FOUND. */
export function storedJob({ store }: Desk, id: string): JobRecord {
  const job = store.job(id);
  if (job === undefined) throw new ApiError('JOB_NOT_FOUND', `there is no job ${id}`);
  return job;
}

/** The statuses of jobs, each read from the store once. */
export function statusReader({ store, active }: Desk): StatusOf {
  const read = new Map<string, ReturnType<StatusOf>>();
  return (id) => {
    const known = active.get(id)?.status;
    if (known !== undefined) return known;
    if (!read.has(id)) read.set(id, store.job(id)?.status);
    return read.get(id);
  };
}

/** Reads the active jobs from the store again. One that was not known is taken as heard from now. */
export function refresh(desk: Desk): void {
  const { store, clock, active: before } = desk;
  const statuses = ['Queued', 'Running'] as const;
  const after = createActiveJobs();
  for (const job of store.jobs({ statuses, limit: store.countJobs({ statuses }) })) {
    const heardMs = before.get(job.id)?.heardMs ?? clock.now();
    after.note(job, store.prerequisites(job.id), heardMs);
  }
  desk.active = after;
  desk.isStale = false;
}

/** Changes several jobs as one. What is in memory is read again after a change that failed. */
export function atomically<T>(desk: Desk, work: () => T): T {
  try {
    return desk.store.atomically(work);
  } catch (error) {
    desk.isStale = true;
    throw error;
  }
}

/** Stores changes, and has the memory follow. */
export function apply(desk: Desk, changes: Changes): void {
  desk.store.apply(changes);
  const { job } = changes;
  desk.changed.add(job.id);
  const known = desk.active.get(job.id);
  if (known?.status === job.status) return;
  desk.active.note(job, known?.after ?? desk.store.prerequisites(job.id), job.lastHeardMs);
}

/** Starts what may start and fails what never can, until nothing moves. To be called within `atomically`. */
export function moveQueue(desk: Desk): void {
  const waiting = desk.active.waiting();
  if (waiting.length === 0) return;
  const freePlaces = desk.maxRunning - desk.active.running();
  const { fail, start } = planQueue(waiting, statusReader(desk), freePlaces);
  for (const doomed of fail) end(desk, doomed.id, prerequisiteEnd(desk, doomed));
  for (const id of start) apply(desk, startJob(stateOf(desk, id), contextOf(desk)));
}

/** Ends a job by the server's own decision. To be called within `atomically`. */
export function end(desk: Desk, id: string, how: JobEnd): void {
  apply(desk, endJob(stateOf(desk, id), how, contextOf(desk)));
}

/** A job with its stages. */
const stateOf = (desk: Desk, id: string): JobState => ({
  job: storedJob(desk, id),
  stages: desk.store.stages(id),
});

function prerequisiteEnd(desk: Desk, { prerequisite, prerequisiteStatus }: Doomed): JobEnd {
  const name = desk.store.job(prerequisite)?.name ?? prerequisite;
  return {
    status: 'Failed',
    reason: `prerequisite "${name}" ${prerequisiteStatus === 'Failed' ? 'failed' : 'was cancelled'}`,
    details: { cause: 'prerequisite', prerequisiteJobId: prerequisite, prerequisiteStatus },
  };
}
