import { type VerifiedWebhook, verifyWebhook } from '../../client/webhooks/verify-webhook.js';
import { isJobtrackError, type WebhookRefusal } from '../../errors/index.js';
import type { Clock } from '../../ports/clock.js';
import type { IncomingRequest, Reply } from '../../ports/receiver.js';
import type { Delivered, Incoming } from './deliver.js';
import { createRecentIds } from './recent-ids.js';

/** What requests are answered with. */
export interface ReplyTools {
  secrets: readonly string[];
  clock: Pick<Clock, 'now'>;
  /** Shows an event; called once for each. */
  show(incoming: Incoming): Promise<void>;
  /** Brings an event on; called again when the sender repeats one that could not be brought on. */
  deliver(incoming: Incoming): Promise<Delivered>;
  /** Told of what is not believed. */
  onRefused(reason: WebhookRefusal): void;
}

/**
 * Answers webhooks: 2xx for what was dealt with, also when it is brought again; 502 for what could not be brought on,
 * so that its sender tries again; 401 for what is not signed as it should be, 400 for what is no event, 405 for what
 * is no webhook.
 */
export function createReply(tools: ReplyTools): (request: IncomingRequest) => Promise<Reply> {
  const shown = createRecentIds();
  const done = createRecentIds();
  const believe = async (request: IncomingRequest, webhook: VerifiedWebhook): Promise<Reply> => {
    const { id } = webhook;
    if (done.has(id)) return { status: 200, body: 'This event was taken before.\n' };
    const incoming = { request, webhook };
    if (!shown.has(id)) await tools.show(incoming);
    shown.add(id);
    const delivered = await tools.deliver(incoming);
    if (!delivered.ok) return { status: 502, body: 'The event could not be brought on.\n' };
    done.add(id);
    return { status: 204 };
  };
  return async (request) => {
    if (request.method !== 'POST') return { status: 405, body: 'Webhooks are sent by POST.\n' };
    const { secrets, clock } = tools;
    try {
      return await believe(request, verifyWebhook(request, { secrets, clock }));
    } catch (error) {
      if (!isJobtrackError(error, 'WEBHOOK_REFUSED')) throw error;
      const { reason } = error.facts;
      tools.onRefused(reason);
      return { status: reason === 'no-event' ? 400 : 401, body: `Refused: ${reason}.\n` };
    }
  };
}
