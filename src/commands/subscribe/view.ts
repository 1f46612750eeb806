import type { Subscription } from '../../contract/index.js';
import { extraFields } from '../../domain/extra-fields.js';
import { type Fact, factList, openFacts } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';

const KNOWN = [
  'subscriptionId',
  'jobId',
  'subscriptionType',
  'status',
  'webhookUrl',
  'eventsSubscribed',
  'createdAt',
  'expiresAt',
] as const;

/** What was agreed on with the server. */
export function subscriptionView(subscription: Subscription, look: Look): SafeText[] {
  const words = look.messages.subscribe;
  const { formats } = look;
  const fact = (name: string, value: string | null | undefined): Fact[] =>
    value == null ? [] : [[inline(name), inline(value)]];
  const time = (name: string, value: string | null | undefined): Fact[] =>
    value == null ? [] : [[inline(name), formats.when(value)]];
  return factList(
    [
      ...fact(words.subscription, subscription.subscriptionId),
      ...fact(words.job, subscription.jobId),
      ...fact(words.status, subscription.status),
      ...fact(words.sentTo, subscription.webhookUrl ?? subscription.subscriptionType),
      ...fact(words.events, subscription.eventsSubscribed?.join(', ')),
      ...time(words.created, subscription.createdAt),
      ...time(words.expires, subscription.expiresAt),
      ...openFacts(extraFields(subscription, KNOWN), look),
    ],
    look,
  );
}

/** All subscriptions of a job, an empty line between two. */
export const subscriptionsView = (subscriptions: readonly Subscription[], look: Look): SafeText[] =>
  subscriptions.flatMap((subscription, index) => [
    ...(index === 0 ? [] : [safe``]),
    ...subscriptionView(subscription, look),
  ]);
