import type { DeliveryRecord, StoredSubscription } from '../records.js';
import type { Connection, Value } from './connection.js';
import { encodeText } from './row-shape.js';
import { deliveryShape, subscriptionColumns, toSubscription } from './subscription-rows.js';

/** One that waits for its next attempt is due already, and stays as it is. */
const MAKE_DUE = `UPDATE subscriptions SET due_at_ms = ?2
WHERE job = ?1 AND type = 'webhook' AND due_at_ms IS NULL AND disabled_at_ms IS NULL AND expires_at_ms >= ?2`;

const JOB_ID = '(SELECT jobs.id FROM jobs WHERE jobs.number = subscriptions.job)';

const DUE = `SELECT ${JOB_ID}, ${subscriptionColumns} FROM subscriptions
WHERE due_at_ms <= ? ORDER BY due_at_ms LIMIT ?`;

const NEXT = 'SELECT min(due_at_ms) FROM subscriptions WHERE due_at_ms > ?';

const SETTLE = `UPDATE subscriptions
SET ${deliveryShape.columns.map((column, index) => `${column} = ?${index + 2}`).join(', ')} WHERE id = ?1`;

/** Has the webhooks of a job looked at: there is something new in its outbox. */
export function makeDue(connection: Connection, job: number, createdAtMs: number): void {
  connection.run(MAKE_DUE, [job, createdAtMs]);
}

/** The subscriptions that are due, those that wait longest first. */
export const readDue = (
  connection: Connection,
  nowMs: number,
  limit: number,
): readonly StoredSubscription[] =>
  connection
    .all(DUE, [nowMs, limit])
    .map(([jobId, ...row]: readonly Value[]) => toSubscription(row, String(jobId)));

/** When the next one after a moment will be due. */
export function readNextDue(connection: Connection, afterMs: number): number | undefined {
  const dueAtMs = connection.get(NEXT, [afterMs])?.[0];
  return typeof dueAtMs === 'number' ? dueAtMs : undefined;
}

/** Whether the subscription is still there. */
export const updateDelivery = (
  connection: Connection,
  id: string,
  delivery: DeliveryRecord,
): boolean => connection.run(SETTLE, [encodeText(id), ...deliveryShape.toRow(delivery)]) > 0;
