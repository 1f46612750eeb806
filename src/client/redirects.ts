import { JobtrackError } from '../errors/index.js';
import type { WireRequest } from './transport/exchange.js';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** How many redirects in a row are followed. */
const REDIRECTS_MAX = 5;

/** An answer that may be a redirect. */
interface Redirecting {
  status: number;
  location: string | undefined;
  /** How many redirects were followed before this one. */
  followed: number;
}

/**
 * Where a request goes on; `undefined` when its answer is no redirect. Throws REDIRECT_REFUSED unless it is a GET
 * that stays on its origin: the token belongs to that origin, and a POST is never sent twice.
 */
export function redirectTarget(
  request: Pick<WireRequest, 'method' | 'url'>,
  answer: Redirecting,
): URL | undefined {
  const { status, location, followed } = answer;
  if (!REDIRECTS.has(status) || location === undefined) return undefined;
  const from = request.url;
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  const stays = to?.origin === from.origin && to.username === '' && to.password === '';
  if (to !== undefined && stays && request.method === 'GET' && followed < REDIRECTS_MAX) return to;
  throw new JobtrackError(
    'REDIRECT_REFUSED',
    { from: shown(from), to: to === undefined ? 'an address that is none' : shown(to) },
    { status },
  );
}

/** Without user name, password, query and fragment, where a server may have put what it was sent. */
const shown = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`;
