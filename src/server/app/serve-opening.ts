import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../api-error.js';

/** Answers who asks the address of a socket without asking for a socket, as RFC 9110, section 15.5.22, has it. */
export function serveOpening(_request: FastifyRequest, reply: FastifyReply): never {
  void reply.header('upgrade', 'websocket').header('connection', 'upgrade');
  throw new ApiError(
    'UPGRADE_REQUIRED',
    'This is the address of a socket: ask for an upgrade to websocket.',
  );
}
