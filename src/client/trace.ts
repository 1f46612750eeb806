import type { ApiRequest, Attempt, Failed } from './attempt.js';
import type { RequestTrace } from './types.js';

/** Longer ids are no ids. They are cut here, after the redaction: a part of an echoed token would not be found. */
const ID_CHARS_MAX = 200;

/** What is known of the times of an attempt. */
export interface AttemptTimes {
  attempt: number;
  durationMs: number;
  retryInMs: number | undefined;
}

/** An attempt as it may be shown: everything in it that came from outside is free of secrets. */
export function traceOf(
  { method, url, redact }: ApiRequest,
  result: Attempt<unknown>,
  { retryInMs, ...times }: AttemptTimes,
): RequestTrace {
  const failure = result.ok ? undefined : failureWord(result);
  return {
    method,
    url: redact(url.href),
    ...times,
    ...(result.status === undefined ? {} : { status: result.status }),
    ...(result.requestId === undefined
      ? {}
      : { requestId: redact(result.requestId).slice(0, ID_CHARS_MAX) }),
    ...(result.ok && result.bytes !== undefined ? { bytes: result.bytes } : {}),
    ...(failure === undefined ? {} : { failure: redact(failure) }),
    ...(retryInMs === undefined ? {} : { retryInMs }),
  };
}

/** Why there was no usable answer, in a word; a status speaks for itself. */
function failureWord({ error, outcome }: Failed): string | undefined {
  if (outcome === undefined) return error instanceof Error ? error.name : String(error);
  return 'status' in outcome ? undefined : (outcome.reason ?? outcome.code);
}
