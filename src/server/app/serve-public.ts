import type { FastifyReply, FastifyRequest } from 'fastify';
import { entityTag, isKnownTag } from './entity-tag.js';
import type { Operation, Public } from './operation.js';

/** Answers what is the same for everybody. */
export function servePublic(
  operation: Public,
  all: readonly Operation[],
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    const body = await operation.answer(all);
    if (!operation.hasTag) return reply.header('cache-control', 'no-store').send(body);
    const tag = entityTag(JSON.stringify(body));
    void reply.header('etag', tag).header('cache-control', 'no-cache');
    const isKnown = isKnownTag(request.headers['if-none-match'], tag);
    return isKnown ? reply.code(304).send() : reply.send(body);
  };
}
