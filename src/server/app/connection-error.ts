import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { AppDeps } from './deps.js';
import { errorBody, toApiError } from './error-body.js';

/**
 * Answers a request that never became one (headers too large or too slow, no HTTP) in the API's form, and closes the
 * connection. Nothing is written into an answer that has begun.
 */
export function createConnectionErrorHandler({
  requestId,
  clock,
}: Pick<AppDeps, 'requestId' | 'clock'>): (error: Error, socket: Socket) => void {
  return (error, socket) => {
    if (socket.writable && !isAnswering(socket)) {
      const id = requestId();
      const apiError = toApiError({ statusCode: 400, ...error });
      const body = JSON.stringify(errorBody(apiError, id, clock.now()));
      socket.write(responseText(apiError.status, id, body));
    }
    socket.destroy(error);
  };
}

/** Node keeps the answer that is under way on its socket, and looks there before it writes an error of its own. */
const isAnswering = (socket: Socket): boolean =>
  (socket as { _httpMessage?: { headersSent?: boolean } | null })._httpMessage?.headersSent ===
  true;

const responseText = (status: number, id: string, body: string): string =>
  [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${id}`,
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
