import {
  endpoints,
  type SubscribeRequest,
  SubscribeRequestSchema,
  SubscriptionSchema,
  subscriptionEvents,
} from '../../contract/index.js';
import { isLive, subscriptionBody } from '../answers/subscription-body.js';
import { ApiError } from '../api-error.js';
import type { AppDeps } from '../app/deps.js';
import { BODY_BYTES_MAX } from '../app/limits.js';
import { defineWrite } from '../app/operation.js';
import { known } from '../known.js';
import { websocketUrlOf } from '../sockets/url.js';
import type { SubscriptionRecord } from '../store/records.js';
import { checkSecrets, checkTarget } from './check-subscribe.js';

/** How long a subscription holds: eight hours, as in the API document. */
const HOLDS_MS = 8 * 3_600_000;

/** How many subscriptions of a job may hold at a time: one who renews too often is told so, and the others do not suffer. */
const SUBSCRIPTIONS_MAX = 100;

export const subscribe = defineWrite<SubscribeRequest>({
  id: 'subscribe',
  summary: "Asks to be told of a job's events, for eight hours.",
  path: endpoints.subscribe.path('{jobId}'),
  requestName: 'SubscribeRequest',
  request: SubscribeRequestSchema,
  reads: () => SubscribeRequestSchema,
  bodyBytesMax: BODY_BYTES_MAX,
  schemaName: 'Subscription',
  schema: SubscriptionSchema,
  statuses: [201],
  errors: ['JOB_NOT_FOUND', 'SUBSCRIPTION_LIMIT'],
  answer: (deps, { jobId, body, askedAt }) => {
    checkTarget(body, deps.guard);
    checkSecrets(body);
    if (deps.store.job(jobId) === undefined) {
      throw new ApiError('JOB_NOT_FOUND', `There is no job ${jobId}.`);
    }
    checkRoom(jobId, deps);
    const subscription = toRecord(deps, jobId, body);
    deps.store.addSubscription(subscription);
    const answer = subscriptionBody(subscription);
    if (subscription.type === 'webhook') return { status: 201, body: answer };
    const websocketUrl = websocketUrlOf(askedAt, jobId, subscription.id);
    const sequence = deps.store.outboxSequence(jobId);
    return { status: 201, body: { ...answer, websocketUrl, sequence } };
  },
});

function checkRoom(jobId: string, { store, clock }: Pick<AppDeps, 'store' | 'clock'>): void {
  const nowMs = clock.now();
  const live = store.subscriptions(jobId).filter((one) => isLive(one, nowMs));
  if (live.length < SUBSCRIPTIONS_MAX) return;
  throw new ApiError(
    'SUBSCRIPTION_LIMIT',
    `There are ${SUBSCRIPTIONS_MAX} subscriptions to this job already, which is the most: delete one, or wait until one expires.`,
  );
}

function toRecord(
  { clock, subscriptionId, subscriptionSecret }: AppDeps,
  jobId: string,
  { subscriptionType, webhookUrl, events, filters, authentication, secret }: SubscribeRequest,
): SubscriptionRecord {
  const createdAtMs = clock.now();
  return known({
    id: `sub-${subscriptionId()}`,
    jobId,
    type: subscriptionType,
    webhookUrl: subscriptionType === 'webhook' ? webhookUrl : undefined,
    events: [...new Set(events ?? subscriptionEvents)],
    minProgressIncrement: filters?.minProgressIncrement,
    includeDebugEvents: filters?.includeDebugEvents ?? false,
    notifyOnErrors: filters?.notifyOnErrors ?? true,
    bearerToken: authentication?.token,
    secret: secret ?? subscriptionSecret(),
    createdAtMs,
    expiresAtMs: createdAtMs + HOLDS_MS,
  });
}
