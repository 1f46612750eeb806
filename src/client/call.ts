import type { Dispatcher } from 'undici';
import { isJobtrackError, JobtrackError } from '../errors/index.js';
import {
  type ApiRequest,
  type Attempt,
  attemptOnce,
  type Failed,
  type OpenAnswer,
  type Read,
} from './attempt.js';
import { finalError } from './final-error.js';
import type { RetryBudget } from './retry-budget.js';
import { decideRetry } from './retry-policy.js';
import type { Setup } from './setup.js';
import { traceOf } from './trace.js';
import { type Limit, startLimit } from './transport/limit.js';
import type { Answer } from './types.js';

/** What all calls of one client share. */
export interface Line {
  setup: Setup;
  dispatcher: () => Dispatcher;
  budget: RetryBudget;
}

/**
 * Makes one call with all its attempts and waits, within its deadline. Rejects with a JobtrackError, or with the
 * signal's reason.
 */
export async function call<T>(
  line: Line,
  request: ApiRequest,
  read: Read<T>,
  signal: AbortSignal | undefined,
): Promise<Answer<T>> {
  const timeoutMs = timeLimit(line, request);
  const { origin } = request.url;
  signal?.throwIfAborted();
  const hasPassed = (): JobtrackError => new JobtrackError('DEADLINE', { origin, timeoutMs });
  const deadline = startLimit(timeoutMs, hasPassed, signal);
  let isKept = false;
  const keptBy = (answer: OpenAnswer) => (): void => {
    answer.keep();
    isKept = true;
  };
  try {
    return await tryUntil(
      line,
      request,
      (answer) => read({ ...answer, keep: keptBy(answer) }),
      deadline,
    );
  } finally {
    if (!isKept) deadline.end();
  }
}

async function tryUntil<T>(
  line: Line,
  request: ApiRequest,
  read: Read<T>,
  deadline: Limit,
): Promise<Answer<T>> {
  const { setup, budget } = line;
  const { clock, onTrace } = setup;
  const endMs = clock.now() + timeLimit(line, request);
  for (let attempt = 1; ; attempt += 1) {
    const startMs = clock.now();
    const result = await attemptOnce({ ...line, deadline }, request, read);
    const nowMs = clock.now();
    const retryInMs = result.ok
      ? undefined
      : retryWait(line, request, result, attempt, endMs - nowMs);
    onTrace?.(traceOf(request, result, { attempt, durationMs: nowMs - startMs, retryInMs }));
    if (result.ok) {
      if (attempt === 1) budget.refund();
      return answerOf(result);
    }
    if (retryInMs === undefined) throw ending(result.error, attempt, request);
    budget.spend();
    await clock.sleep(retryInMs, deadline.signal);
  }
}

const timeLimit = ({ setup }: Line, { heldMs = 0 }: ApiRequest): number => setup.timeoutMs + heldMs;
const answerOf = <T>({
  value,
  serverTimeMs,
  requestId,
  eventsUrl,
}: Extract<Attempt<T>, { ok: true }>): Answer<T> => ({
  body: value,
  serverTimeMs,
  requestId,
  ...(eventsUrl === undefined ? {} : { eventsUrl }),
});

function retryWait(
  { setup, budget }: Line,
  { method, isKeyed = false, retries = setup.retries }: ApiRequest,
  { outcome, retryAfterMs }: Failed,
  attempt: number,
  leftMs: number,
): number | undefined {
  if (outcome === undefined) return undefined;
  const [random, budgetAllows] = [setup.random(), budget.allows()];
  return decideRetry({
    method,
    isKeyed,
    attempt,
    retries,
    outcome,
    retryAfterMs,
    leftMs,
    random,
    budgetAllows,
  });
}

const ending = (error: unknown, attempts: number, { redact }: ApiRequest): unknown =>
  isJobtrackError(error) ? finalError(error, attempts, redact) : error;
