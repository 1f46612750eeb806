import type { Changes, Store } from '../port.js';
import type { Connection } from './connection.js';
import { updateDelivery } from './deliveries.js';
import { insertPrerequisites } from './dependencies.js';
import { insertEvents } from './events.js';
import { findNumber, insertJob, numberOf, updateJob } from './jobs.js';
import { insertLogs } from './logs.js';
import { insertOutbox } from './outbox.js';
import { prune } from './prune.js';
import { insertReports } from './reports.js';
import { insertSamples } from './samples.js';
import { putStages } from './stages.js';
import { countChange } from './state.js';
import { deleteSubscription, insertSubscription } from './subscriptions.js';

export type Writes = Pick<
  Store,
  'addJob' | 'addSubscription' | 'apply' | 'atomically' | 'prune' | 'removeSubscription' | 'settle'
>;

function applyChanges(connection: Connection, changes: Changes): void {
  const job = numberOf(connection, changes.job.id);
  updateJob(connection, job, changes.job);
  insertReports(connection, job, changes.reportIds);
  putStages(connection, job, changes.stages);
  insertLogs(connection, job, changes.logs);
  insertEvents(connection, job, changes.events);
  insertSamples(connection, job, changes.samples);
  insertOutbox(connection, job, changes.outbox);
}

/**
 * The half of the store that changes it: every method is one transaction. What becomes of a subscription is no change of
 * its job, and no answer about the job rests on it.
 */
export function createWrites(connection: Connection): Writes {
  const change = (work: () => void): void =>
    connection.transaction(() => {
      work();
      countChange(connection);
    });
  return {
    atomically: (work) => connection.transaction(work),
    addJob: (job, after) =>
      change(() => insertPrerequisites(connection, insertJob(connection, job), after)),
    apply: (changes) => change(() => applyChanges(connection, changes)),
    addSubscription: (subscription) =>
      change(() =>
        insertSubscription(connection, numberOf(connection, subscription.jobId), subscription),
      ),
    removeSubscription: (jobId, id) => {
      const job = findNumber(connection, jobId);
      return job !== undefined && deleteSubscription(connection, job, id);
    },
    settle: (id, delivery) => connection.unflushed(() => updateDelivery(connection, id, delivery)),
    prune: (rule) =>
      connection.transaction(() => {
        const taken = prune(connection, rule);
        if (taken > 0) countChange(connection);
        return taken;
      }),
  };
}
