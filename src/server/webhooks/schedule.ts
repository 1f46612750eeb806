import type { DeliveryRecord, ToldProgress } from '../store/records.js';
import type { Outcome } from './send.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long after the attempt before it each attempt at an event is made: the schedule that Standard Webhooks gives, three
 * days in all.
 */
export const ATTEMPT_DELAYS_MS: readonly number[] = [
  0,
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** A receiver that has failed for this long gets nothing more. */
export const FAILING_MAX_MS = 5 * 24 * HOUR_MS;

/** Every delay is longer or shorter by up to this share, so that many subscriptions do not come back together. */
const JITTER = 0.15;

/** The event that was attempted: its place, and what the choice of the next one rests on. */
export interface Attempted {
  sequence: number;
  told: ToldProgress;
}

/** How a delivery stands after an attempt, and what is to be said of it. */
export interface Step {
  delivery: DeliveryRecord;
  trouble?: 'given-up' | 'gone' | 'failing';
}

/**
 * What follows from an attempt. Any 2xx is a success and nothing else is: no redirect is followed. 410 means that the
 * receiver is gone for good. Whoever asks for a pause by `Retry-After` gets it, up to {@link FAILING_MAX_MS}.
 * `random` is from 0 up to, not including, 1.
 */
export function afterAttempt(
  before: DeliveryRecord,
  { sequence, told }: Attempted,
  outcome: Outcome,
  { nowMs, random }: { nowMs: number; random: number },
): Step {
  const { failingSinceMs: _since, lastFailure: _failure, dueAtMs: _due, ...rest } = before;
  const settled = { ...rest, settledSequence: sequence, told, attempts: 0 };
  if (isSuccess(outcome)) {
    return { delivery: { ...settled, delivered: before.delivered + 1, dueAtMs: nowMs } };
  }
  const attempts = before.attempts + 1;
  const failingSinceMs = before.failingSinceMs ?? nowMs;
  const failing = { ...rest, attempts, failingSinceMs, lastFailure: failureText(outcome) };
  const disabled = { ...failing, disabledAtMs: nowMs };
  if (outcome.kind === 'answered' && outcome.status === 410) {
    return { delivery: { ...disabled, disabledReason: 'gone' }, trouble: 'gone' };
  }
  if (nowMs - failingSinceMs >= FAILING_MAX_MS) {
    return { delivery: { ...disabled, disabledReason: 'failing' }, trouble: 'failing' };
  }
  const pauseMs = outcome.kind === 'answered' ? (outcome.retryAfterMs ?? 0) : 0;
  const delayMs = ATTEMPT_DELAYS_MS[attempts];
  const waitMs = Math.max(jittered(delayMs ?? 0, random), Math.min(pauseMs, FAILING_MAX_MS));
  const waiting = { ...failing, dueAtMs: nowMs + waitMs };
  if (delayMs !== undefined) return { delivery: waiting };
  const givenUp = before.givenUp + 1;
  return {
    delivery: { ...waiting, settledSequence: sequence, told, attempts: 0, givenUp },
    trouble: 'given-up',
  };
}

export const isSuccess = (outcome: Outcome): boolean =>
  outcome.kind === 'answered' && outcome.status >= 200 && outcome.status <= 299;

/** What an attempt met, in a word or two: `HTTP 503`, `time-out`, `ECONNREFUSED`. */
export const failureText = (outcome: Outcome): string =>
  outcome.kind === 'answered' ? `HTTP ${outcome.status}` : outcome.reason;

const jittered = (delayMs: number, random: number): number =>
  Math.round(delayMs * (1 - JITTER + 2 * JITTER * random));
