import * as v from 'valibot';
import { maybe, Timestamp } from './parts.js';

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
});

/** The answer to a subscription; `websocketUrl` where the type is websocket and the server offers one. */
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
});

export type SubscribeRequest = v.InferOutput<typeof SubscribeRequestSchema>;
export type Subscription = v.InferOutput<typeof SubscriptionSchema>;
