import { Webhook } from 'standardwebhooks';
import type { SubscriptionEvent } from '../../contract/index.js';
import type { SubscriptionRecord } from '../store/records.js';

/** One event, ready to be sent. */
export interface SignedEvent {
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * An event as Standard Webhooks sends it, at a moment. The id is the event's own: the same on every attempt, whose
 * timestamps and signatures differ.
 */
export function signEvent(
  event: SubscriptionEvent & { id: string },
  { secret, bearerToken }: Pick<SubscriptionRecord, 'secret' | 'bearerToken'>,
  nowMs: number,
): SignedEvent {
  const body = JSON.stringify(event);
  const at = new Date(nowMs);
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'jobtrack-webhooks',
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(nowMs / 1000)),
      'webhook-signature': new Webhook(secret).sign(event.id, at, body),
      ...(bearerToken === undefined ? {} : { authorization: `Bearer ${bearerToken}` }),
    },
  };
}
