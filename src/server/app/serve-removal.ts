import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppDeps } from './deps.js';
import type { Removal } from './operation.js';
import { readJobId } from './read-request.js';

/** Takes something away, and answers 204 when it is gone. */
export function serveRemoval(
  removal: Removal,
  deps: AppDeps,
): (request: FastifyRequest, reply: FastifyReply) => void {
  return (request, reply) => {
    const { jobId, subscriptionId = '' } = request.params as {
      jobId?: string;
      subscriptionId?: string;
    };
    removal.answer(deps, { jobId: readJobId(jobId), subscriptionId });
    void reply.code(204).header('cache-control', 'no-store').send();
  };
}
