import type { StoredSubscription, SubscriptionRecord } from '../records.js';
import type { Connection } from './connection.js';
import { insertInto } from './insert-rows.js';
import { readLastSequence } from './outbox.js';
import { encodeText } from './row-shape.js';
import { askedShape, subscriptionColumns, toSubscription } from './subscription-rows.js';

const insertRows = insertInto({
  table: 'subscriptions',
  columns: ['job', 'settled_sequence', ...askedShape.columns],
});

const READ = `SELECT ${subscriptionColumns} FROM subscriptions
WHERE job = ? ORDER BY created_at_ms, rowid`;

const READ_ONE = `SELECT ${subscriptionColumns} FROM subscriptions WHERE id = ? AND job = ?`;

const DELETE = 'DELETE FROM subscriptions WHERE id = ? AND job = ?';

const WANTS_DEBUG = `SELECT 1 FROM subscriptions
WHERE job = ? AND include_debug_events = 1 AND expires_at_ms >= ? AND disabled_at_ms IS NULL LIMIT 1`;

/** Adds a subscription that starts behind the newest row of its job's outbox. */
export function insertSubscription(
  connection: Connection,
  job: number,
  subscription: SubscriptionRecord,
): void {
  const startSequence = readLastSequence(connection, job);
  const asked = askedShape.toRow({ ...subscription, startSequence });
  insertRows(connection, [[job, startSequence, ...asked]]);
}

/** Whether there was one of this id to the job. */
export const deleteSubscription = (connection: Connection, job: number, id: string): boolean =>
  connection.run(DELETE, [encodeText(id), job]) > 0;

/** The subscriptions to a job, oldest first, expired and disabled ones too. */
export const readSubscriptions = (
  connection: Connection,
  job: number,
  jobId: string,
): readonly StoredSubscription[] =>
  connection.all(READ, [job]).map((row) => toSubscription(row, jobId));

/** The subscription of this id to the job; `undefined` where there is none. */
export function readSubscription(
  connection: Connection,
  job: number,
  jobId: string,
  id: string,
): StoredSubscription | undefined {
  const row = connection.get(READ_ONE, [encodeText(id), job]);
  return row === undefined ? undefined : toSubscription(row, jobId);
}

/** Whether anybody wants to be told of the debug entries of a job's log. */
export const isDebugWanted = (connection: Connection, job: number, nowMs: number): boolean =>
  connection.get(WANTS_DEBUG, [job, nowMs]) !== undefined;
