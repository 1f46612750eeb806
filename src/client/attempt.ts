import type { Dispatcher } from 'undici';
import { EVENTS_RELATION } from '../contract/index.js';
import { isJobtrackError, JobtrackError } from '../errors/index.js';
import { asFailure } from './failure.js';
import { followRedirects } from './follow-redirects.js';
import { linkTarget } from './link.js';
import type { Redact } from './redact.js';
import { readRefusal } from './refusal.js';
import { readRequestId } from './request-id.js';
import type { Outcome } from './retry-policy.js';
import { headerValue, readServerTime } from './server-time.js';
import type { Setup } from './setup.js';
import type { WireRequest, WireResponse } from './transport/exchange.js';
import { type Limit, startLimit } from './transport/limit.js';
import { nextTurn } from './transport/next-turn.js';

/** One call of an endpoint, before any attempt at it. */
export interface ApiRequest extends WireRequest {
  /** The job that is asked for, where it is one. */
  jobId?: string;
  /** Sent twice it does the same as once, although it is no GET: what it brings has ids of its own. */
  isKeyed?: boolean;
  /** It names an answer that is known, so that a 304 answers it. */
  isConditional?: boolean;
  /** How many attempts may follow the first, where it is not as many as the client's own. */
  retries?: number;
  /** How long the server was asked to hold its answer back, in milliseconds: both limits are longer by that. */
  heldMs?: number;
  redact: Redact;
}

/** A success whose body is still to be read; a 304 has none. */
export interface OpenAnswer {
  request: ApiRequest;
  response: WireResponse;
  /** Decoded bytes. */
  maxBytes: number;
  limits: CallLimits;
  /** What an error while reading means. */
  explain: (error: unknown) => unknown;
  /** Leaves the ending of both limits to the reader. */
  keep: () => void;
}

/** Both limits on the time of an attempt. */
interface CallLimits {
  /** The time without a byte. Its signal also heeds the deadline and the caller. */
  idle: Limit;
  /** The time of the whole call. */
  deadline: Limit;
}

/** Turns an open answer into what the caller gets, and says how many decoded bytes it was. */
export type Read<T> = (answer: OpenAnswer) => Promise<{ value: T; bytes?: number }>;

/** What came of one attempt. */
export type Attempt<T> = {
  status?: number;
  serverTimeMs?: number | undefined;
  requestId?: string | undefined;
  eventsUrl?: string | undefined;
} & ({ ok: true; value: T; bytes?: number } | Failed);

/** An attempt without a usable answer; without an `outcome` there is no other attempt. */
export interface Failed {
  ok: false;
  error: unknown;
  outcome?: Outcome;
  /** The least that the server asks to wait before another attempt. */
  retryAfterMs?: number | undefined;
}

/** What an attempt is made with. */
export interface AttemptTools {
  setup: Setup;
  dispatcher: () => Dispatcher;
  deadline: Limit;
}

/** Sends a request once, follows redirects on its origin, and reads the answer. Never rejects. */
export async function attemptOnce<T>(
  { setup, dispatcher, deadline }: AttemptTools,
  request: ApiRequest,
  read: Read<T>,
): Promise<Attempt<T>> {
  const { origin } = request.url;
  const { maxBodyBytes: maxBytes } = setup;
  const idleTimeoutMs = setup.idleTimeoutMs + (request.heldMs ?? 0);
  const hasIdled = (): JobtrackError =>
    new JobtrackError('IDLE', { origin, idleMs: idleTimeoutMs });
  const limits = { deadline, idle: startLimit(idleTimeoutMs, hasIdled, deadline.signal) };
  const { signal } = limits.idle;
  const explain = (error: unknown, hasHead = true): unknown =>
    signal.aborted ? signal.reason : asFailure(error, { origin, hasHead, idleTimeoutMs });
  let isKept = false;
  const keep = (): void => {
    isKept = true;
  };
  try {
    const response = await followRedirects(dispatcher(), request, limits.idle, idleTimeoutMs);
    const answer = { request, response, maxBytes, limits, explain, keep };
    const result = await (isSuccess(response, request)
      ? take(answer, read)
      : readRefusal(answer, setup));
    if (!isKept) response.body.destroy();
    // A failure is followed by a wait, an answer often by the next question.
    if (result.ok && !isKept) await nextTurn();
    return { ...readHead(response, request), ...result };
  } catch (error) {
    return failed(explain(error, false));
  } finally {
    if (!isKept) limits.idle.end();
  }
}

async function take<T>(answer: OpenAnswer, read: Read<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, ...(await read(answer)) };
  } catch (error) {
    return failed(answer.explain(error));
  }
}

const isSuccess = ({ statusCode }: WireResponse, { isConditional = false }: ApiRequest): boolean =>
  (statusCode >= 200 && statusCode <= 299) || (statusCode === 304 && isConditional);

const readHead = ({ statusCode, headers }: WireResponse, { url }: WireRequest) => ({
  status: statusCode,
  serverTimeMs: readServerTime(headers),
  requestId: readRequestId(headers),
  eventsUrl: linkTarget(headerValue(headers, 'link'), EVENTS_RELATION, url),
});

/** The policy decides by the code of our own errors; anything else, such as a caller's abort, is final. */
function failed(error: unknown): Failed {
  if (!isJobtrackError(error)) return { ok: false, error };
  const reason = isJobtrackError(error, 'NETWORK') ? { reason: error.facts.reason } : {};
  return { ok: false, error, outcome: { code: error.code, ...reason } };
}
