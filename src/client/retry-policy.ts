import type { ErrorCode } from '../errors/index.js';

/**
 * The statuses after which a GET is tried again: the server, or somebody on the way, could not answer this time.
 * 501 and 505 are final, so is every other 4xx.
 */
const RETRIED_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** The errors after which a GET is tried again. A DEADLINE is not among them: it covers all attempts. */
const RETRIED_CODES: ReadonlySet<ErrorCode> = new Set(['IDLE', 'BODY_CUT']);

/**
 * The network failures after which a GET is tried again. ENOTFOUND is not among them (the name is wrong, where
 * EAI_AGAIN says that the resolver was busy), nor is anything about a TLS certificate.
 */
const RETRIED_REASONS: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Wide enough that the first retries of many clients do not meet again (reliability, H2). */
const BASE_MS = 1000;
const CAP_MS = 10_000;

/** How an attempt ended: a status that is no success, or an error with the system's own word for it. */
export type Outcome = { status: number } | { code: ErrorCode; reason?: string };

/** All that the decision to try again depends on. */
export interface Attempted {
  method: string;
  /** Whether the request is known by ids of its own, so that the same again changes nothing. */
  isKeyed?: boolean;
  /** 1 for the first. */
  attempt: number;
  /** How many attempts may follow the first. */
  retries: number;
  outcome: Outcome;
  /** The least that the server asks to wait. */
  retryAfterMs: number | undefined;
  /** What is left of the call's deadline. */
  leftMs: number;
  /** From 0 up to, not including, 1. */
  random: number;
  /** Whether the shared budget has enough for one more. */
  budgetAllows: boolean;
}

/**
 * How long to wait before the next attempt, in milliseconds; `undefined` to stop.
 *
 * Only a GET, and what is keyed, is ever sent twice. The wait is full jitter, random(0, min(cap, base · 2^(n-1))), on top of what the
 * server asks for, never below it; when the deadline would pass first there is no point in waiting at all.
 */
export function decideRetry(attempted: Attempted): number | undefined {
  const {
    method,
    isKeyed = false,
    attempt,
    retries,
    outcome,
    retryAfterMs = 0,
    leftMs,
    random,
    budgetAllows,
  } = attempted;
  const mayRepeat = method === 'GET' || isKeyed;
  if (!mayRepeat || attempt > retries || !budgetAllows || !isPassing(outcome)) return undefined;
  const jitterMs = Math.floor(random * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1)));
  const waitMs = retryAfterMs + jitterMs;
  return waitMs < leftMs ? waitMs : undefined;
}

/** Whether the same request may well succeed a moment later. */
function isPassing(outcome: Outcome): boolean {
  if ('status' in outcome) return RETRIED_STATUSES.has(outcome.status);
  if (outcome.code === 'NETWORK') return RETRIED_REASONS.has(outcome.reason ?? '');
  return RETRIED_CODES.has(outcome.code);
}
