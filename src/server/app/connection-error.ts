import type { Socket } from 'node:net';
import { answerUnderWay } from './answer-under-way.js';
import type { AppDeps } from './deps.js';
import { toApiError } from './error-body.js';
import { rawAnswer } from './raw-answer.js';

/**
 * Answers a request that never became one (headers too large or too slow, no HTTP) in the API's form, and closes the
 * connection. Nothing is written into an answer that has begun.
 */
export function createConnectionErrorHandler({
  requestId,
  clock,
}: Pick<AppDeps, 'requestId' | 'clock'>): (error: Error, socket: Socket) => void {
  return (error, socket) => {
    if (socket.writable && answerUnderWay(socket)?.headersSent !== true) {
      const apiError = toApiError({ statusCode: 400, ...error });
      const facts = { requestId: requestId(), nowMs: clock.now() };
      socket.write(rawAnswer(apiError, facts));
    }
    socket.destroy(error);
  };
}
