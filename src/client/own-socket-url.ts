const SCHEMES: Readonly<Record<string, string>> = { 'http:': 'ws:', 'https:': 'wss:' };

/**
 * The address of a socket, if it is on the origin of `base`: `ws` for http, `wss` for https, the same host and port.
 * `undefined` for every other one, and for one with a user name: the token belongs to that origin.
 */
export function ownSocketUrl(address: string, base: URL): URL | undefined {
  if (!URL.canParse(address, base.href)) return undefined;
  const url = new URL(address, base);
  const wanted = SCHEMES[base.protocol];
  // The link of an answer is an address of the web.
  if (url.protocol === base.protocol && wanted !== undefined) url.protocol = wanted;
  const isOwn = url.protocol === wanted && url.host === base.host;
  if (!isOwn || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url;
}
