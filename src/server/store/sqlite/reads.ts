import type { Store } from '../port.js';
import type { Connection } from './connection.js';
import { readDue, readNextDue } from './deliveries.js';
import { readDependents, readPrerequisites } from './dependencies.js';
import { readEvents } from './events.js';
import { readHistory } from './history.js';
import { countJobs, countStatuses, readJobs } from './job-queries.js';
import { findNumber, readJob } from './jobs.js';
import { readLogs } from './logs.js';
import { readLastSequence, readOutbox } from './outbox.js';
import { readKnownReports } from './reports.js';
import { readNewestSamples, readSamples } from './samples.js';
import { readStages } from './stages.js';
import { readRevision } from './state.js';
import { isDebugWanted, readSubscription, readSubscriptions } from './subscriptions.js';
import type { Writes } from './writes.js';

type Reads = Omit<Store, keyof Writes | 'close'>;

/** No job has it, so nothing is found under it. */
const NOBODY = 0;

/** The half of the store that only looks. */
export function createReads(connection: Connection): Reads {
  const numberOf = (jobId: string): number => findNumber(connection, jobId) ?? NOBODY;
  return {
    knownReports: (jobId, ids) => readKnownReports(connection, numberOf(jobId), ids),
    job: (id) => readJob(connection, id),
    jobs: (query) => readJobs(connection, query),
    countJobs: (query) => countJobs(connection, query),
    statusCounts: () => countStatuses(connection),
    stages: (jobId) => readStages(connection, numberOf(jobId)),
    logs: (jobId, query) => readLogs(connection, numberOf(jobId), query),
    events: (jobId, query) => readEvents(connection, numberOf(jobId), query),
    samples: (jobId, sinceMs) => readSamples(connection, numberOf(jobId), sinceMs),
    newestSamples: (jobId, count) => readNewestSamples(connection, numberOf(jobId), count),
    prerequisites: (jobId) => readPrerequisites(connection, numberOf(jobId)),
    dependents: (jobId) => readDependents(connection, jobId),
    history: (type, limit) => readHistory(connection, type, limit),
    revision: () => readRevision(connection),
    subscriptions: (jobId) => readSubscriptions(connection, numberOf(jobId), jobId),
    subscription: (jobId, id) => readSubscription(connection, numberOf(jobId), jobId, id),
    isDebugWanted: (jobId, nowMs) => isDebugWanted(connection, numberOf(jobId), nowMs),
    outbox: (jobId, after, limit) => readOutbox(connection, numberOf(jobId), jobId, after, limit),
    outboxSequence: (jobId) => readLastSequence(connection, numberOf(jobId)),
    dueDeliveries: (nowMs, limit) => readDue(connection, nowMs, limit),
    nextDueMs: (afterMs) => readNextDue(connection, afterMs),
  };
}
