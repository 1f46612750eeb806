import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppDeps } from './deps.js';
import { errorBody, toApiError } from './error-body.js';

/** Answers with an error in the API's form, and tells of the failures that a caller is shown nothing of. */
export type Refuse = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => void;

export function createRefuse({ clock, onFailure }: Pick<AppDeps, 'clock' | 'onFailure'>): Refuse {
  return (thrown, request, reply) => {
    const error = toApiError(thrown);
    if (error.status >= 500) onFailure(thrown, request.id);
    if (error.code === 'UNAUTHENTICATED') void reply.header('www-authenticate', 'Bearer');
    void reply
      .code(error.status)
      .header('cache-control', 'no-store')
      .send(errorBody(error, request.id, clock.now()));
  };
}
