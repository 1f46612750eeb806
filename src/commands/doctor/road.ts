import { readProxies } from '../../client/proxies.js';
import { proxyFor } from '../../client/proxy-for.js';
import type { ProbeTarget } from '../../ports/probe.js';

/** Where the first connection to an API goes: to its own host, or to a proxy. */
export interface Road extends ProbeTarget {
  /** Whether `host` is an IP address already. */
  isAddress: boolean;
  /** The API's own host. */
  forHost: string;
  isProxy: boolean;
  /** Whether that first connection is a TLS one. */
  isSecure: boolean;
  /** Whether the API itself is reached by TLS. */
  isApiSecure: boolean;
}

/**
 * The way to the API at `url`, with the proxies that the environment asks for.
 * @throws JobtrackError INVALID_VALUE for a proxy that can't be one
 */
export function roadTo(url: URL, environment: Readonly<Record<string, string | undefined>>): Road {
  const proxy = proxyFor(url, readProxies(environment));
  const first = proxy ?? url;
  const isSecure = first.protocol === 'https:';
  return {
    // A socket wants an IPv6 address without the brackets that it has in a URL.
    host: first.hostname.replace(/^\[|\]$/g, ''),
    port: first.port === '' ? (isSecure ? 443 : 80) : Number(first.port),
    // A URL's parser has undone every disguise of an IPv4 address.
    isAddress: /^(?:\[.*\]|\d+(?:\.\d+){3})$/.test(first.hostname),
    forHost: url.hostname,
    isProxy: proxy !== undefined,
    isSecure,
    isApiSecure: url.protocol === 'https:',
  };
}
