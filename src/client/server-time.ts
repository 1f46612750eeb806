import { parseHttpDate } from '../domain/retry-after.js';

/** Headers of an answer: lower-case names, several values as a list. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a header. */
export const headerValue = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
};

/**
 * The server's clock when it answered, in milliseconds since 1970: its Date, and the Age that a cache on the way
 * adds (RFC 9111, 5.1). `undefined` when it did not say.
 */
export function readServerTime(headers: Headers): number | undefined {
  const dateMs = parseHttpDate(headerValue(headers, 'date') ?? '');
  const age = headerValue(headers, 'age') ?? '';
  return dateMs === undefined ? undefined : dateMs + (/^\d+$/.test(age) ? Number(age) * 1000 : 0);
}
