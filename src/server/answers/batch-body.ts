import type { BatchBody, BatchParams, Status } from '../../contract/index.js';
import { known } from '../known.js';
import type { MachineLoad } from '../ports.js';
import type { JobQuery, Store } from '../store/port.js';
import type { JobRecord } from '../store/records.js';
import type { Wording } from '../wording/wording.js';
import { batchJob, type Standing } from './batch-job.js';
import {
  capacity,
  type HealthFacts,
  queueHealth,
  resourceAvailability,
} from './formulas/health.js';
import { overallPercent } from './formulas/overall-percent.js';
import { rounded } from './formulas/shares.js';
import { type QueueState, readQueue } from './queue-state.js';
import type { Reading } from './reading.js';
import { timeText } from './time-text.js';

/** The most jobs in one answer; `jobCount` tells of all that match. */
const BATCH_JOBS_MAX = 1_000;

const ENDED: readonly Status[] = ['Completed', 'Failed', 'Cancelled'];

type Filter = Omit<JobQuery, 'limit'>;

/** Many jobs and the system that runs them. */
export function batchBody(
  reading: Reading,
  question: BatchParams,
  { load, maxRunning }: { load: MachineLoad; maxRunning: number | undefined },
  words: Wording,
): BatchBody {
  const { jobIds, status, submittedBy, includeMetrics = false } = question;
  const filter: Filter = known({
    ids: jobIds,
    statuses: status === undefined ? undefined : [status],
    submittedBy,
  });
  const queue = readQueue(reading, maxRunning);
  const summary = summaryOf(reading.store, filter);
  return {
    trackingTime: timeText(reading.nowMs),
    jobCount: Object.values(summary).reduce((sum, count) => sum + count, 0),
    summary,
    jobs: matchingJobs(reading.store, filter, queue).map((job) => {
      const standing = queue.outlooks.get(job.id) ?? standingOf(reading, job);
      const samples =
        includeMetrics && job.status === 'Running' ? reading.facts(job).samples : undefined;
      return batchJob(job, standing, queue.entries.get(job.id), samples, words);
    }),
    systemHealth: systemHealth(healthFacts(reading, queue, load, maxRunning), words),
  };
}

/** What there is to say of a job that does not run. Most need no look at their stages. */
function standingOf(reading: Reading, job: JobRecord): Standing {
  if (job.status === 'Completed' || job.status === 'Queued') {
    return { percent: overallPercent(job, []) };
  }
  return { percent: reading.outlook(job).percent };
}

/**
 * The jobs that match: what runs, then what waits, so that the limit leaves out what has ended; the newest first in
 * each part.
 */
function matchingJobs(store: Store, filter: Filter, queue: QueueState): readonly JobRecord[] {
  const open = [...queue.running, ...queue.queued].filter(matcher(filter));
  const limit = BATCH_JOBS_MAX - open.length;
  const statuses = ENDED.filter((status) => filter.statuses?.includes(status) ?? true);
  if (limit <= 0 || statuses.length === 0) return open.slice(0, BATCH_JOBS_MAX);
  return [...open, ...store.jobs({ ...filter, statuses, limit })];
}

function matcher({ ids, statuses, submittedBy }: Filter): (job: JobRecord) => boolean {
  const wanted = ids === undefined ? undefined : new Set(ids);
  return (job) =>
    (wanted?.has(job.id) ?? true) &&
    (statuses?.includes(job.status) ?? true) &&
    (submittedBy === undefined || job.submittedBy === submittedBy);
}

/** How many of the matching jobs there are of each status. */
function summaryOf(store: Store, { statuses, ...filter }: Filter) {
  const counts = Object.keys(filter).length === 0 ? store.statusCounts() : undefined;
  const count = (status: Status): number => {
    if (statuses !== undefined && !statuses.includes(status)) return 0;
    return counts?.[status] ?? store.countJobs({ ...filter, statuses: [status] });
  };
  return {
    running: count('Running'),
    queued: count('Queued') + count('Pending'),
    completed: count('Completed'),
    failed: count('Failed'),
    cancelled: count('Cancelled'),
  };
}

function healthFacts(
  { nowMs }: Reading,
  { readySinceMs, running }: QueueState,
  load: MachineLoad,
  maxRunning: number | undefined,
): HealthFacts {
  return {
    readyJobs: readySinceMs.length,
    runningJobs: running.length,
    longestWaitMs: nowMs - Math.min(nowMs, ...readySinceMs),
    maxRunning,
    cpuPercent: load.cpuPercent(),
    memoryPercent: load.memoryPercent(),
    cores: load.cores(),
  };
}

/** The load is the share of all cores of this machine that is in use. */
function systemHealth(facts: HealthFacts, words: Wording): BatchBody['systemHealth'] {
  const more = capacity(facts);
  return known({
    overallLoad: rounded(facts.cpuPercent, 1),
    queueHealth: queueHealth(facts),
    resourceAvailability: resourceAvailability(facts),
    estimatedCapacity: more === undefined ? undefined : words.additionalJobs(more),
  });
}
