const SECONDS = /^\d+(?:\.\d+)?$/;

/** The three forms of a date in HTTP (RFC 9110, 5.6.7): IMF-fixdate, RFC 850, asctime. */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2}|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d) \d{2}:\d{2}:\d{2}(?: GMT| \d{4})$/;

/**
 * How long a Retry-After header asks to wait, in milliseconds (RFC 9110, 10.2.3); 0 for a date that has passed.
 * `undefined` for none, or for what is neither a number of seconds nor a date.
 * `nowMs` is the time of whoever wrote the date: the server's, where it is known.
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (SECONDS.test(text)) return Math.ceil(Number(text) * 1000);
  const dateMs = parseHttpDate(text);
  return dateMs === undefined ? undefined : Math.max(0, dateMs - nowMs);
}

/** A date of HTTP in milliseconds since 1970; `undefined` when it is none. */
export function parseHttpDate(text: string): number | undefined {
  if (!HTTP_DATE.test(text)) return undefined;
  // The asctime form names no zone and means UTC, where Date.parse would take this machine's.
  const parsed = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(parsed) ? undefined : parsed;
}
