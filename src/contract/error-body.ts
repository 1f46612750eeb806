import * as v from 'valibot';
import { Timestamp } from './parts.js';

/** The body of every answer of the server that is not the one that was asked for. */
export const ErrorBodySchema = v.object({
  error: v.object({
    code: v.string(),
    message: v.string(),
    /** One for each field of the request that is not right; none where the whole request is at fault. */
    details: v.array(v.object({ field: v.string(), message: v.string() })),
    timestamp: Timestamp,
    requestId: v.string(),
  }),
});

/** The body of `GET /healthz`. */
export const HealthBodySchema = v.object({ status: v.literal('ok') });

export type ErrorBody = v.InferOutput<typeof ErrorBodySchema>;
