import { type Headers, headerValue } from './server-time.js';

/** The headers in which servers and proxies name a request, the most usual first. */
const ID_HEADERS = ['x-request-id', 'x-correlation-id', 'request-id'];

/** The server's id of a request, from the headers of its answer, in full. */
export function readRequestId(headers: Headers): string | undefined {
  const ids = ID_HEADERS.map((name) => headerValue(headers, name)?.trim());
  return ids.find((id) => id);
}
