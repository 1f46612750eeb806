import type { Dispatcher } from 'undici';
import { parseHttpDate, parseRetryAfter } from '../../domain/retry-after.js';
import type { SignedEvent } from './sign.js';

/** What came of an attempt: an answer, or why there was none. */
export type Outcome =
  | { kind: 'answered'; status: number; retryAfterMs: number | undefined }
  | { kind: 'failed'; reason: string };

/** Sends one event once. Rejects with the reason of `signal` when that is aborted, and with nothing else. */
export type Send = (url: URL, event: SignedEvent, signal: AbortSignal) => Promise<Outcome>;

/** For an attempt as a whole: name, connection, answer and its body. */
const ATTEMPT_MS = 15_000;

/** As much of an answer's body is read, so that the connection can be used again; nobody looks at it. */
const BODY_BYTES_MAX = 4_096;

/** Sends events through `dispatcher`, which follows no redirects. */
export function createSend(
  dispatcher: Dispatcher,
  clock: { now(): number },
  attemptMs = ATTEMPT_MS,
): Send {
  return async (url, { headers, body }, signal) => {
    signal.throwIfAborted();
    const limit = startLimit(attemptMs, signal);
    try {
      const answering = dispatcher.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        headers: { ...headers },
        body,
        signal: limit.signal,
      });
      const response = await untilAborted(answering, limit.signal);
      await drop(response, limit.signal);
      return answered(response, clock.now());
    } catch (error) {
      signal.throwIfAborted();
      return { kind: 'failed', reason: limit.signal.aborted ? 'time-out' : reasonOf(error) };
    } finally {
      limit.end();
    }
  };
}

function answered({ statusCode, headers }: Dispatcher.ResponseData, nowMs: number): Outcome {
  const text = (name: string): string | undefined => [headers[name] ?? []].flat()[0];
  const theirNowMs = parseHttpDate(text('date') ?? '') ?? nowMs;
  return {
    kind: 'answered',
    status: statusCode,
    retryAfterMs: parseRetryAfter(text('retry-after'), theirNowMs),
  };
}

/** The status has said what there is to say: what becomes of the body changes nothing. */
async function drop({ body }: Dispatcher.ResponseData, signal: AbortSignal): Promise<void> {
  body.on('error', () => {});
  await body.dump({ limit: BODY_BYTES_MAX, signal }).catch(() => {});
}

/** A signal for an attempt: aborted when its time has passed, or when `above` is. */
function startLimit(
  durationMs: number,
  above: AbortSignal,
): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const passed = AbortSignal.timeout(durationMs);
  const stop = (): void => controller.abort();
  // Not AbortSignal.any: in Node 20 its signals stay in memory as long as the signal above lives.
  for (const signal of [passed, above]) signal.addEventListener('abort', stop);
  return {
    signal: controller.signal,
    end: () => {
      for (const signal of [passed, above]) signal.removeEventListener('abort', stop);
    },
  };
}

/** undici heeds a signal only once it has a connection, so a connection that is never made needs this. */
function untilAborted(
  answering: Promise<Dispatcher.ResponseData>,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    answering
      .then((response) => {
        if (signal.aborted) response.body.on('error', () => {}).destroy();
        resolve(response);
      }, reject)
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/** The system's word for a failure, such as ECONNREFUSED. Messages are not told: one may repeat what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? reasonOf(error.cause) : error.name;
}
