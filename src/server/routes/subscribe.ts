import {
  endpoints,
  type SubscribeRequest,
  SubscribeRequestSchema,
  type Subscription,
  SubscriptionSchema,
  subscriptionEvents,
} from '../../contract/index.js';
import { timeText } from '../answers/time-text.js';
import { ApiError } from '../api-error.js';
import type { AppDeps } from '../app/deps.js';
import { BODY_BYTES_MAX } from '../app/limits.js';
import { defineWrite } from '../app/operation.js';
import { validationFailed } from '../app/read-request.js';
import type { SubscriptionRecord } from '../store/records.js';

/** How long a subscription holds: eight hours, as in the API document. */
const HOLDS_MS = 8 * 3_600_000;

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
  errors: ['JOB_NOT_FOUND'],
  answer: (deps, { jobId, body }) => {
    checkTarget(body);
    if (deps.store.job(jobId) === undefined) {
      throw new ApiError('JOB_NOT_FOUND', `There is no job ${jobId}.`);
    }
    const subscription = toRecord(deps, jobId, body);
    deps.store.addSubscription(subscription);
    return { status: 201, body: toAnswer(subscription) };
  },
});

/** A webhook needs an address that can be called: of the web, and without a password that would be stored and shown. */
function checkTarget({ subscriptionType, webhookUrl }: SubscribeRequest): void {
  if (subscriptionType === 'websocket') return;
  const url = webhookUrl === undefined ? undefined : new URL(webhookUrl);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (isWeb && url.username === '' && url.password === '') return;
  const message =
    url === undefined
      ? 'is missing; a webhook needs it'
      : 'must be an http or https address without a user name';
  throw validationFailed([{ field: 'webhookUrl', message }]);
}

function toRecord(
  { clock, subscriptionId, subscriptionSecret }: AppDeps,
  jobId: string,
  { subscriptionType, webhookUrl, events, filters, authentication }: SubscribeRequest,
): SubscriptionRecord {
  const createdAtMs = clock.now();
  const isWebhook = subscriptionType === 'webhook';
  return {
    id: `sub-${subscriptionId()}`,
    jobId,
    type: subscriptionType,
    ...(isWebhook && webhookUrl !== undefined ? { webhookUrl } : {}),
    events: [...new Set(events ?? subscriptionEvents)],
    ...(filters?.minProgressIncrement === undefined
      ? {}
      : { minProgressIncrement: filters.minProgressIncrement }),
    includeDebugEvents: filters?.includeDebugEvents ?? false,
    notifyOnErrors: filters?.notifyOnErrors ?? true,
    ...(authentication === undefined ? {} : { bearerToken: authentication.token }),
    secret: subscriptionSecret(),
    createdAtMs,
    expiresAtMs: createdAtMs + HOLDS_MS,
  };
}

/** What is told of a subscription: neither its secret nor the caller's own token. */
function toAnswer(subscription: SubscriptionRecord): Subscription {
  const { id, jobId, type, webhookUrl, events, createdAtMs, expiresAtMs } = subscription;
  return {
    subscriptionId: id,
    jobId,
    subscriptionType: type,
    status: 'Active',
    ...(webhookUrl === undefined ? {} : { webhookUrl }),
    eventsSubscribed: [...events],
    createdAt: timeText(createdAtMs),
    expiresAt: timeText(expiresAtMs),
  };
}
