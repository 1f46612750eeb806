import type { Subscription } from '../../contract/index.js';
import { known } from '../known.js';
import type { DeliveryRecord, StoredSubscription, SubscriptionRecord } from '../store/records.js';
import { timeText } from './time-text.js';

/** What is told of a new subscription: neither its secret nor the caller's own token. */
export function subscriptionBody(subscription: SubscriptionRecord): Subscription {
  const { id, jobId, type, webhookUrl, events, createdAtMs, expiresAtMs } = subscription;
  return known({
    subscriptionId: id,
    jobId,
    subscriptionType: type,
    status: 'Active',
    webhookUrl,
    eventsSubscribed: [...events],
    createdAt: timeText(createdAtMs),
    expiresAt: timeText(expiresAtMs),
  });
}

/** What is told of a subscription later on. */
export function storedSubscriptionBody(
  subscription: StoredSubscription,
  nowMs: number,
): Subscription {
  const { type, delivery } = subscription;
  return {
    ...subscriptionBody(subscription),
    status: statusOf(subscription, nowMs),
    ...(type === 'webhook' ? { delivery: deliveryBody(delivery) } : {}),
  };
}

/** Whether a subscription still gets events that happen now. */
export const isLive = (subscription: StoredSubscription, nowMs: number): boolean =>
  statusOf(subscription, nowMs) === 'Active';

function statusOf(
  { delivery, expiresAtMs }: StoredSubscription,
  nowMs: number,
): 'Active' | 'Disabled' | 'Expired' {
  if (delivery.disabledAtMs !== undefined) return 'Disabled';
  return nowMs > expiresAtMs ? 'Expired' : 'Active';
}

const deliveryBody = (delivery: DeliveryRecord): NonNullable<Subscription['delivery']> =>
  known({
    delivered: delivery.delivered,
    givenUp: delivery.givenUp,
    attempts: delivery.attempts,
    nextAttemptAt: timeText(delivery.dueAtMs),
    failingSince: timeText(delivery.failingSinceMs),
    lastFailure: delivery.lastFailure,
    disabledAt: timeText(delivery.disabledAtMs),
    disabledReason: delivery.disabledReason,
  });
