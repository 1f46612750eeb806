const HOST = /^(\[[0-9a-f:.]+\]|[^:[\]@/]+)(?::(\d{1,5}))?$/;

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** The port of an `http:` address that names none. */
const HTTP_PORT = 80;

/** Under which names a server is asked rightly. */
export interface OwnNames {
  /** The port that it was reached at; `undefined` where there is no connection, as in a test without one. */
  port: number | undefined;
  hosts: readonly string[];
}

/**
 * Whether a `Host` header names this server: a loopback name with its port, or one of the names it was given.
 * Anything else is a page of a browser whose own name was bent to this machine (DNS rebinding).
 */
export function isOwnHost(header: string | undefined, { port, hosts }: OwnNames): boolean {
  const host = header?.toLowerCase() ?? '';
  const found = HOST.exec(host);
  if (found === null) return false;
  const [, name = '', asked = HTTP_PORT] = found;
  const isLoopback = LOOPBACK_NAMES.includes(name);
  if (isLoopback && (port === undefined || Number(asked) === port)) return true;
  return hosts.some((own) => [host, name].includes(own.toLowerCase()));
}

/**
 * Whether an `Origin` header is this server's own, as it was asked. Browsers send one with every request that a page
 * of elsewhere makes them send; programs send none.
 */
export const isOwnOrigin = (origin: string | undefined, host: string | undefined): boolean =>
  origin === undefined || origin.toLowerCase() === `http://${host?.toLowerCase()}`;
