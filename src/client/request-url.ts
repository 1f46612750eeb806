import { JobtrackError } from '../errors/index.js';

/** A value in a query. A list is sent with commas between; nothing and an empty list are not sent. */
export type QueryValue = string | number | boolean | readonly string[] | undefined;

/**
 * The base address of a server. Throws INVALID_VALUE for anything but http and https, and for an address with a
 * user name, password, query or fragment: those would be sent, or shown, where nobody expects them.
 */
export function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (
    url === undefined ||
    !isWeb ||
    url.username !== '' ||
    url.password !== '' ||
    /[?#]/.test(text)
  ) {
    throw new JobtrackError('INVALID_VALUE', {
      name: 'url',
      value: withoutSecrets(text),
      allowed: { kind: 'url' },
    });
  }
  return url;
}

/** The address of `path` below the base address, whose own path is kept, with or without a slash at its end. */
export function requestUrl(
  base: URL,
  path: string,
  query: Readonly<Record<string, QueryValue>> = {},
): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, '')}${path}`;
  url.search = queryText(query);
  return url;
}

/** A query without its question mark. Spaces become %20, which also those servers read that take + literally. */
function queryText(query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = value === undefined ? '' : String(value);
    if (text !== '') search.set(name, text);
  }
  return search.toString().replaceAll('+', '%20');
}

/** An address as it may be shown: people paste addresses with passwords in front and tokens behind. */
const withoutSecrets = (text: string): string =>
  text.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, '$1***@').replace(/([?#]).+$/s, '$1***');
