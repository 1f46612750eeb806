import {
  isFinal,
  type JobRegistration,
  type Report,
  type ReportReceipt,
} from '../contract/index.js';
import { memoize } from '../memoize.js';
import type { Clock } from '../ports/clock.js';
import { ApiError } from './api-error.js';
import type { ChangeBell } from './events/changes.js';
import { newJob, registrationDigest } from './intake/new-job.js';
import { leaveOutDuplicates, refuse } from './intake/refuse.js';
import { takeReports } from './intake/take-reports.js';
import type { Tracker } from './ports.js';
import { queuePosition } from './queue/order.js';
import { waitsFor } from './queue/plan.js';
import type { Store } from './store/port.js';
import type { JobRecord } from './store/records.js';
import { createActiveJobs } from './tracker/active-jobs.js';
import {
  apply,
  atomically,
  contextOf,
  type Desk,
  moveQueue,
  refresh,
  statusReader,
  storedJob,
} from './tracker/desk.js';
import { createTick } from './tracker/tick.js';

/** How long finished jobs are kept, and at most how many: the rule that old jobs are pruned by. */
const KEEP = { days: 30, jobs: 10_000 };

export interface TrackerOptions {
  store: Store;
  clock: Clock;
  /** A new GUID. */
  newId: () => string;
  /** How many jobs may run at a time; any number, if left out. */
  maxRunning?: number;
  keep?: { days: number; jobs: number };
  /** Rung after every change. */
  bell?: Pick<ChangeBell, 'ring'>;
}

/**
 * Takes what is reported. It is the only one that changes jobs in its store, and knows after a restart what it has to
 * know from there; leases count from the restart, since nobody could be heard before it.
 */
export function createTracker(options: TrackerOptions): Tracker {
  const { store, clock, newId, maxRunning = Number.POSITIVE_INFINITY, keep = KEEP } = options;
  const desk: Desk = {
    store,
    clock,
    newId,
    maxRunning,
    active: createActiveJobs(),
    isStale: false,
    changed: new Set(),
  };
  refresh(desk);
  const tick = createTick(desk, keep);
  const doing = <T>(work: () => T): T => {
    try {
      return whenFresh(desk, work);
    } finally {
      // Also after a failure: some of what was done may be stored, and a bell too many does no harm.
      options.bell?.ring(desk.changed);
      desk.changed.clear();
    }
  };
  return {
    register: (registration) => doing(() => register(desk, registration)),
    report: (jobId, reports) => doing(() => report(desk, jobId, reports)),
    tick: () => doing(tick),
  };
}

function whenFresh<T>(desk: Desk, work: () => T): T {
  if (desk.isStale) refresh(desk);
  return work();
}

function register(
  desk: Desk,
  registration: JobRegistration,
): { receipt: ReportReceipt; isNew: boolean } {
  const id = registration.jobId ?? desk.newId();
  const digest = registrationDigest(registration);
  const known = desk.store.job(id);
  if (known !== undefined) {
    if (known.registration === digest) return { receipt: receiptOf(desk, known), isNew: false };
    throw new ApiError('JOB_EXISTS', `job ${id} is there already and was registered differently`);
  }
  const after = [...new Set(registration.after)];
  requireJobs(desk, after);
  atomically(desk, () => {
    const job = newJob(registration, id, desk.clock.now());
    desk.store.addJob(job, after);
    desk.changed.add(id);
    desk.active.note(job, after, job.lastHeardMs);
    moveQueue(desk);
  });
  return { receipt: receiptOf(desk, storedJob(desk, id)), isNew: true };
}

/** Since prerequisites have to be there before, no jobs can ever wait for each other in a circle. */
function requireJobs({ store }: Desk, after: readonly string[]): void {
  const details = after.flatMap((id, index) =>
    store.job(id) === undefined
      ? [{ field: `after.${index}`, message: `there is no job ${id}` }]
      : [],
  );
  if (details.length === 0) return;
  throw new ApiError('VALIDATION_FAILED', 'a prerequisite is not there', details);
}

function report(desk: Desk, jobId: string, reports: readonly Report[]): ReportReceipt {
  const job = storedJob(desk, jobId);
  desk.active.hear(jobId, desk.clock.now());
  const ids = reports.map(({ reportId }) => reportId);
  const taken = ids.length === 0 ? new Set<string>() : desk.store.knownReports(jobId, ids);
  const { fresh, duplicates } = leaveOutDuplicates(reports, taken);
  const after = fresh.length === 0 ? job : take(desk, job, fresh);
  return { ...receiptOf(desk, after), accepted: fresh.length, duplicates };
}

function take(desk: Desk, job: JobRecord, fresh: readonly Report[]): JobRecord {
  refuse(job, fresh);
  const stages = desk.store.stages(job.id);
  const isDebugWanted = memoize(() => desk.store.isDebugWanted(job.id, desk.clock.now()));
  const changes = takeReports({ job, stages }, fresh, { ...contextOf(desk), isDebugWanted });
  if (!isFinal(changes.job.status)) apply(desk, changes);
  else {
    // Those who waited for it move with it: after a crash, both have happened or neither has.
    atomically(desk, () => {
      apply(desk, changes);
      moveQueue(desk);
    });
  }
  return changes.job;
}

function receiptOf(desk: Desk, { id, status }: JobRecord): ReportReceipt {
  const waiting = status === 'Queued' ? desk.active.get(id) : undefined;
  if (waiting === undefined) return { jobId: id, status };
  const waitingFor = waitsFor(waiting, statusReader(desk));
  return {
    jobId: id,
    status,
    queuePosition: queuePosition(waiting, desk.active.waiting()),
    ...(waitingFor.length === 0 ? {} : { waitingFor }),
  };
}
