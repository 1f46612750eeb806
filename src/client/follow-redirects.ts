import type { Dispatcher } from 'undici';
import { ASIDE_BYTES_MAX } from './aside.js';
import { redirectTarget } from './redirects.js';
import { headerValue } from './server-time.js';
import { exchange, type WireRequest, type WireResponse } from './transport/exchange.js';
import type { Limit } from './transport/limit.js';
import { readSome } from './transport/read-body.js';

/** Sends a request, and again where it is redirected on its origin. Rejects with REDIRECT_REFUSED for other redirects. */
export async function followRedirects(
  dispatcher: Dispatcher,
  request: WireRequest,
  idle: Limit,
  idleTimeoutMs: number,
): Promise<WireResponse> {
  let { url } = request;
  for (let followed = 0; ; followed += 1) {
    const response = await exchange(
      dispatcher,
      { ...request, url },
      { signal: idle.signal, idleTimeoutMs },
    );
    idle.restart();
    const next = targetOf({ method: request.method, url }, response, followed);
    if (next === undefined) return response;
    await readSome(response, { maxBytes: ASIDE_BYTES_MAX, onBytes: idle.restart });
    url = next;
  }
}

function targetOf(
  request: Pick<WireRequest, 'method' | 'url'>,
  response: WireResponse,
  followed: number,
): URL | undefined {
  const location = headerValue(response.headers, 'location');
  try {
    return redirectTarget(request, { status: response.statusCode, location, followed });
  } catch (error) {
    response.body.destroy();
    throw error;
  }
}
