import type { SubscriptionRecord } from '../records.js';
import type { Connection } from './connection.js';
import { insertInto } from './insert-rows.js';
import { rowShape } from './row-shape.js';

const shape = rowShape<Omit<SubscriptionRecord, 'jobId'>>({
  id: 'text',
  type: 'text',
  webhookUrl: 'text',
  events: 'json',
  minProgressIncrement: 'number',
  includeDebugEvents: 'flag',
  notifyOnErrors: 'flag',
  bearerToken: 'text',
  secret: 'text',
  createdAtMs: 'number',
  expiresAtMs: 'number',
});

const insertRows = insertInto({ table: 'subscriptions', columns: ['job', ...shape.columns] });

const READ = `SELECT ${shape.columns.join(', ')} FROM subscriptions
WHERE job = ? ORDER BY created_at_ms, rowid`;

export function insertSubscription(
  connection: Connection,
  job: number,
  subscription: SubscriptionRecord,
): void {
  insertRows(connection, [[job, ...shape.toRow(subscription)]]);
}

/** The subscriptions to a job, oldest first, expired ones too. */
export const readSubscriptions = (
  connection: Connection,
  job: number,
  jobId: string,
): readonly SubscriptionRecord[] =>
  connection.all(READ, [job]).map((row) => ({ ...shape.toRecord(row), jobId }));
