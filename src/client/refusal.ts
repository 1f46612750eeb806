import { parseRetryAfter } from '../domain/retry-after.js';
import { isJobtrackError } from '../errors/index.js';
import { ASIDE_BYTES_MAX } from './aside.js';
import type { Failed, OpenAnswer } from './attempt.js';
import { responseError } from './response-error.js';
import { headerValue, readServerTime } from './server-time.js';
import type { Setup } from './setup.js';
import { readSome } from './transport/read-body.js';

/** An answer that is no success: its error, and what the server asks for. */
export async function readRefusal(
  { request, response, limits }: OpenAnswer,
  { token, clock }: Pick<Setup, 'token' | 'clock'>,
): Promise<Failed> {
  const { statusCode: status, headers } = response;
  const text = await readSome(response, {
    maxBytes: ASIDE_BYTES_MAX,
    onBytes: limits.idle.restart,
  });
  const { aborted, reason } = limits.deadline.signal;
  // The status says more than a deadline that passed over its explanation; a caller's abort comes first.
  if (aborted && !isJobtrackError(reason, 'DEADLINE')) return { ok: false, error: reason };
  const nowMs = readServerTime(headers) ?? clock.now();
  const retryAfterMs = parseRetryAfter(headerValue(headers, 'retry-after'), nowMs);
  const { url, jobId, redact } = request;
  const tokenSent = token !== undefined;
  const error = responseError({
    status,
    headers,
    text,
    url,
    jobId,
    tokenSent,
    retryAfterMs,
    redact,
  });
  return { ok: false, error, outcome: { status }, retryAfterMs };
}
