/** Characters that stand in no address (RFC 3986 §2): white space, controls, and what placeholders are made of. */
const NO_URL_CHARACTER = /[\s\p{Cc}\\<>{}|^`"]/u;

function asUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/**
 * An http or https address as it was typed; `undefined` where it holds credentials, a query or a fragment, or is none.
 * The text itself is looked at first, because `new URL` mends what it should refuse.
 */
export function parseUrl(text: string): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(text) || NO_URL_CHARACTER.test(text) || /[?#]/.test(text))
    return undefined;
  const url = asUrl(text);
  // `http://@host` has credentials that are empty: a browser drops them, but somebody meant something by it.
  const hasCredentials = /^[^/]*\/\/[^/]*@/.test(text);
  return url === undefined || hasCredentials ? undefined : text;
}

/** Whether two addresses have one origin: scheme, host and port. */
export function isSameOrigin(one: string, other: string): boolean {
  const origin = asUrl(one)?.origin;
  return origin !== undefined && origin === asUrl(other)?.origin;
}

/** Whether an address can only lead to this machine. The host is looked at after parsing, which undoes disguises. */
export function isLoopback(address: string): boolean {
  const host = asUrl(address)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** An address that may be shown: without what could be a password or a token in it. */
export const shownUrl = (text: string): string =>
  text.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, '$1***@').replace(/([?#]).*/s, '$1***');
