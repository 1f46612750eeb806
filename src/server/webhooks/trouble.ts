import type { StoredSubscription } from '../store/records.js';
import { ATTEMPT_DELAYS_MS, failureText, type Step } from './schedule.js';
import type { Outcome } from './send.js';

/** What is said in the server's log of a webhook that failed for good. */
export class WebhookTrouble extends Error {
  override readonly name = 'WebhookTrouble';
}

/** The words for what became of a delivery. Of the address only its origin is told: paths of webhooks are secrets, too. */
export function troubleOf(
  { id, webhookUrl = '' }: StoredSubscription,
  event: { id: string; type: string },
  trouble: NonNullable<Step['trouble']>,
  last: Outcome,
): WebhookTrouble {
  const met = `the last attempt met ${failureText(last)}`;
  const what = {
    'given-up': `event ${event.id} (${event.type}) was given up after ${ATTEMPT_DELAYS_MS.length} attempts; ${met}`,
    gone: 'nothing more is sent, because its receiver answered that it is gone (HTTP 410)',
    failing: `nothing more is sent, because it has failed for five days; ${met}`,
  }[trouble];
  return new WebhookTrouble(
    `webhook to ${new URL(webhookUrl).origin}, subscription ${id}: ${what}`,
  );
}
