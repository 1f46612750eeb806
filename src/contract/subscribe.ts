import * as v from 'valibot';
import { Count, maybe, OpenMap, Timestamp } from './parts.js';

/** What a subscription can tell of. */
export const subscriptionEvents = [
  'stageStarted',
  'stageCompleted',
  'progressUpdate',
  'error',
  'warning',
  'jobCompleted',
] as const;

/** The request of `POST /job/{jobId}/subscribe`. `minProgressIncrement` is in percentage points. */
export const SubscribeRequestSchema = v.object({
  subscriptionType: v.picklist(['webhook', 'websocket']),
  webhookUrl: v.optional(v.pipe(v.string(), v.url())),
  events: v.optional(v.array(v.picklist(subscriptionEvents))),
  filters: v.optional(
    v.object({
      minProgressIncrement: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
      includeDebugEvents: v.optional(v.boolean()),
      notifyOnErrors: v.optional(v.boolean()),
    }),
  ),
  authentication: v.optional(v.object({ type: v.literal('bearer'), token: v.string() })),
  /**
   * Ours: the secret that webhooks are to be signed with, as Standard Webhooks writes it. Without it the server makes
   * one that nobody learns.
   */
  secret: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/,
        'must be whsec_ and the base64 of 24 to 64 random bytes',
      ),
    ),
  ),
});

/** How the webhooks of a subscription are doing. */
const DeliverySchema = v.looseObject({
  /** How many events were taken, and how many were given up after their last attempt. */
  delivered: Count,
  givenUp: Count,
  /** How many attempts the event that is to go next has behind it, and when the next one is due. */
  attempts: Count,
  nextAttemptAt: maybe(Timestamp),
  /** Since when every attempt has failed, and what the last one met: `HTTP 503`, `time-out`, `ECONNREFUSED`. */
  failingSince: maybe(Timestamp),
  lastFailure: maybe(v.string()),
  /** Since when nothing is sent any more, and why: `gone` (HTTP 410) or `failing` (for five days). */
  disabledAt: maybe(Timestamp),
  disabledReason: maybe(v.string()),
});

/**
 * The answer to a subscription; `websocketUrl` where the type is websocket and the server offers one, `delivery` where it
 * is webhook and the server is ours.
 */
export const SubscriptionSchema = v.looseObject({
  subscriptionId: v.string(),
  jobId: maybe(v.string()),
  subscriptionType: maybe(v.string()),
  status: maybe(v.string()),
  webhookUrl: maybe(v.string()),
  websocketUrl: maybe(v.string()),
  eventsSubscribed: maybe(v.array(v.string())),
  createdAt: maybe(Timestamp),
  expiresAt: maybe(Timestamp),
  /** Of a new one: the number of the job's newest event. The subscription's own events are those behind it. */
  sequence: maybe(Count),
  delivery: maybe(DeliverySchema),
});

/** The body of `GET /job/{jobId}/subscriptions`, which only our server has. */
export const SubscriptionsBodySchema = v.looseObject({
  subscriptions: v.array(SubscriptionSchema),
});

/**
 * One event: the body of a webhook and a message of a socket. `id` is the same on every attempt to bring it, `sequence`
 * grows within a job; both are there where the server numbers its events.
 */
export const SubscriptionEventSchema = v.looseObject({
  type: v.string(),
  id: maybe(v.string()),
  jobId: maybe(v.string()),
  jobName: maybe(v.string()),
  timestamp: Timestamp,
  sequence: maybe(Count),
  data: maybe(OpenMap),
  /** Ours: texts of `data` were cut, because the event would have been too long. */
  truncated: maybe(v.boolean()),
});

/** Why a server closes a socket of events: the close codes of RFC 6455, section 7.4, that mean something here. */
export const socketCloses = {
  /** The job is final and its last event was sent. */
  final: 1000,
  /** The server stops: connect again, and resume. */
  goingAway: 1001,
  /** The subscription is gone or has expired. */
  policy: 1008,
  /** The receiver is too slow: connect again, and resume. */
  tryAgainLater: 1013,
} as const;

export type SubscriptionEvent = v.InferOutput<typeof SubscriptionEventSchema>;
export type SubscribeRequest = v.InferOutput<typeof SubscribeRequestSchema>;
export type Subscription = v.InferOutput<typeof SubscriptionSchema>;
export type SubscriptionsBody = v.InferOutput<typeof SubscriptionsBodySchema>;
