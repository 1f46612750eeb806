import type { DeliveryRecord, StoredSubscription, SubscriptionRecord } from '../records.js';
import type { Row } from './connection.js';
import { rowShape } from './row-shape.js';

/** What was asked for: it never changes. */
export const askedShape = rowShape<
  Omit<SubscriptionRecord, 'jobId'> & Pick<StoredSubscription, 'startSequence'>
>({
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
  startSequence: 'number',
});

/** How far its webhooks are. */
export const deliveryShape = rowShape<DeliveryRecord>({
  settledSequence: 'number',
  told: 'json',
  delivered: 'number',
  givenUp: 'number',
  attempts: 'number',
  dueAtMs: 'number',
  failingSinceMs: 'number',
  lastFailure: 'text',
  disabledAtMs: 'number',
  disabledReason: 'text',
});

/** The columns of a subscription, for a SELECT whose rows {@link toSubscription} reads. */
export const subscriptionColumns = [...askedShape.columns, ...deliveryShape.columns].join(', ');

/** One row as the subscription to the job `jobId`. */
export const toSubscription = (row: Row, jobId: string): StoredSubscription => ({
  ...askedShape.toRecord(row),
  jobId,
  delivery: deliveryShape.toRecord(row.slice(askedShape.columns.length)),
});
