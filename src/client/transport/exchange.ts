import type { Dispatcher } from 'undici';

/** One request, ready to send. */
export interface WireRequest {
  method: 'GET' | 'POST' | 'DELETE';
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: string | Buffer;
}

/** An answer whose body still has to be read or destroyed. */
export type WireResponse = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>;

/**
 * Sends one request and waits for the head of its answer. Rejects with the signal's reason as soon as the
 * signal is aborted, otherwise with undici's or the system's error.
 */
export async function exchange(
  dispatcher: Dispatcher,
  request: WireRequest,
  limits: { signal: AbortSignal; idleTimeoutMs: number },
): Promise<WireResponse> {
  limits.signal.throwIfAborted();
  const response = dispatcher.request({
    origin: request.url.origin,
    path: `${request.url.pathname}${request.url.search}`,
    method: request.method,
    headers: { ...request.headers },
    body: request.body ?? null,
    signal: limits.signal,
    headersTimeout: limits.idleTimeoutMs,
    bodyTimeout: limits.idleTimeoutMs,
  });
  const opened = response.then((answer) => {
    // A body may be destroyed before anybody reads it; without a listener that would end the process.
    answer.body.on('error', () => {});
    return answer;
  });
  return untilAborted(opened, limits.signal);
}

/** undici heeds a signal only once it has a connection, so a connection that is never made needs this. */
async function untilAborted(
  opened: Promise<WireResponse>,
  signal: AbortSignal,
): Promise<WireResponse> {
  let giveUp = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([opened, aborted]);
  } catch (error) {
    opened.then(
      ({ body }) => body.destroy(),
      () => {},
    );
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
