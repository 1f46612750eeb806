import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppDeps } from './deps.js';
import type { Write } from './operation.js';
import { readBody, readJobId } from './read-request.js';

/** Answers a write. What it has answered is stored. */
export function serveWrite<Body>(
  write: Write<Body>,
  deps: AppDeps,
): (request: FastifyRequest, reply: FastifyReply) => void {
  return (request, reply) => {
    const { jobId } = request.params as { jobId?: string };
    const told = {
      jobId: write.path.includes('{jobId}') ? readJobId(jobId) : '',
      body: readBody(write.reads(request.body), request.body),
      askedAt: request,
    };
    const { status, body } = write.answer(deps, told);
    void reply.code(status).header('cache-control', 'no-store').send(body);
  };
}
