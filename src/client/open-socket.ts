import { parseRetryAfter } from '../domain/retry-after.js';
import { isJobtrackError } from '../errors/index.js';
import { ASIDE_BYTES_MAX } from './aside.js';
import { asFailure } from './failure.js';
import { ownSocketUrl } from './own-socket-url.js';
import { readProxies } from './proxies.js';
import { proxyFor } from './proxy-for.js';
import { createRedact } from './redact.js';
import { responseError } from './response-error.js';
import { headerValue, readServerTime } from './server-time.js';
import type { Setup } from './setup.js';
import type { TextSocket } from './text-socket.js';
import { openTextSocket, type SocketRefusal } from './transport/socket.js';
import type { SocketCallOptions, SocketOpening } from './types.js';

/** How often a server is asked whether it is still there, in milliseconds. */
export const PING_MS = 15_000;

/** The statuses that say something of who asks, of what is asked for or of the moment, and nothing of sockets. */
const TELLING: ReadonlySet<number> = new Set([401, 403, 404, 408, 410, 425, 429]);

/** What came of an attempt to open a socket. */
type Tried = { socket: TextSocket } | { refusal: SocketRefusal } | { error: unknown };

/**
 * Opens a socket at an address that the server gave. The token is sent to the server's own origin and nowhere else.
 * Rejects with a JobtrackError for a failure that says nothing of sockets, and with the signal's reason.
 */
export async function openSocket(
  setup: Setup,
  address: string,
  { signal, pingMs = PING_MS }: SocketCallOptions = {},
): Promise<SocketOpening> {
  const { base, clock } = setup;
  const url = ownSocketUrl(address, base);
  if (url === undefined) return { kind: 'no-socket', reason: 'elsewhere' };
  if (!isDirect(setup)) return { kind: 'no-socket', reason: 'proxy' };
  const startMs = clock.now();
  const tried = await tryToOpen(setup, url, { pingMs, signal });
  trace(setup, url, clock.now() - startMs, tried);
  if ('socket' in tried) return { kind: 'open', socket: tried.socket };
  if ('error' in tried) throw tried.error;
  const { status } = tried.refusal;
  const saysNothing = TELLING.has(status) || (status >= 500 && status !== 501);
  if (saysNothing) throw refusalError(setup, url, tried.refusal);
  return { kind: 'no-socket', reason: 'refused' };
}

/** A socket goes the straight way: neither through a proxy nor over connections of the caller's own making. */
const isDirect = ({ base, environment = {}, dispatcher }: Setup): boolean =>
  dispatcher === undefined && proxyFor(base, readProxies(environment)) === undefined;

async function tryToOpen(
  { headers, base, idleTimeoutMs }: Setup,
  url: URL,
  limits: { pingMs: number; signal: AbortSignal | undefined },
): Promise<Tried> {
  const { 'accept-encoding': _, ...sent } = headers;
  try {
    return await openTextSocket({
      url,
      headers: sent,
      openingMs: idleTimeoutMs,
      asideBytes: ASIDE_BYTES_MAX,
      ...limits,
    });
  } catch (error) {
    if (limits.signal?.aborted === true) return { error };
    return { error: asFailure(error, { origin: base.origin, hasHead: false, idleTimeoutMs }) };
  }
}

function refusalError(
  { token, clock }: Setup,
  url: URL,
  { status, headers, text }: SocketRefusal,
): Error {
  const nowMs = readServerTime(headers) ?? clock.now();
  return responseError({
    status,
    headers,
    text,
    url,
    jobId: undefined,
    tokenSent: token !== undefined,
    retryAfterMs: parseRetryAfter(headerValue(headers, 'retry-after'), nowMs),
    redact: createRedact([token]),
  });
}

function trace({ onTrace, token }: Setup, url: URL, durationMs: number, tried: Tried): void {
  const redact = createRedact([token]);
  onTrace?.({ method: 'GET', url: redact(url.href), attempt: 1, durationMs, ...outcome(tried) });
}

function outcome(tried: Tried): { status: number } | { failure: string } {
  if ('socket' in tried) return { status: 101 };
  if ('refusal' in tried) return { status: tried.refusal.status };
  const { error } = tried;
  if (isJobtrackError(error, 'NETWORK')) return { failure: error.facts.reason };
  return { failure: error instanceof Error ? error.name : String(error) };
}
