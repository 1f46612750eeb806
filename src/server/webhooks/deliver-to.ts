import type { SubscriptionEvent } from '../../contract/index.js';
import type { Store } from '../store/port.js';
import type { StoredSubscription } from '../store/records.js';
import { afterAttempt, isSuccess } from './schedule.js';
import type { Outcome, Send } from './send.js';
import { signEvent } from './sign.js';
import { troubleOf } from './trouble.js';
import { createUpcoming } from './upcoming.js';

/** What events are delivered to one subscription with. */
export interface DeliveryTools {
  store: Pick<Store, 'outbox' | 'settle'>;
  clock: { now(): number };
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  send: Send;
  /** Told of events that were given up, of receivers that get nothing more, and of what broke in the server itself. */
  onFailure: (failure: unknown) => void;
}

/** How long to deliver: no attempt is begun after `stop`, and those that are under way end by `cut`. */
export interface Until {
  stop: AbortSignal;
  cut: AbortSignal;
}

/** So many events go to one subscription before others that wait have their turn. */
const EVENTS_AT_ONCE = 20;

/**
 * Brings a subscription what is next for it, one event after another, until there is nothing more, an attempt fails, or it
 * is others' turn. How far it came is stored after every attempt.
 */
export async function deliverTo(
  subscription: StoredSubscription,
  until: Until,
  tools: DeliveryTools,
): Promise<void> {
  const { store, clock, random, onFailure } = tools;
  const { id } = subscription;
  const upcoming = createUpcoming(store, subscription);
  let todo = upcoming(subscription.delivery);
  if (todo.next === undefined) store.settle(id, todo.delivery);
  for (let sent = 0; sent < EVENTS_AT_ONCE && todo.next !== undefined; sent += 1) {
    const { event, place } = todo.next;
    const outcome = await attempt(subscription, event, until, tools);
    if (outcome === undefined) return;
    const now = { nowMs: clock.now(), random: random() };
    const step = afterAttempt(todo.delivery, place, outcome, now);
    todo = isSuccess(outcome) ? upcoming(step.delivery) : { delivery: step.delivery };
    // It may have been taken away meanwhile.
    if (!store.settle(id, todo.delivery)) return;
    if (step.trouble !== undefined)
      onFailure(troubleOf(subscription, event, step.trouble, outcome));
  }
}

/** What came of one attempt; `undefined` where it was not begun any more, or was cut. */
async function attempt(
  subscription: StoredSubscription,
  event: SubscriptionEvent & { id: string },
  { stop, cut }: Until,
  { clock, send }: DeliveryTools,
): Promise<Outcome | undefined> {
  if (stop.aborted) return undefined;
  const signed = signEvent(event, subscription, clock.now());
  try {
    return await send(new URL(subscription.webhookUrl ?? ''), signed, cut);
  } catch (error) {
    if (cut.aborted) return undefined;
    throw error;
  }
}
