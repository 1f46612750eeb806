import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { operations } from '../routes/operations.js';
import { createConnectionErrorHandler } from './connection-error.js';
import type { AppDeps } from './deps.js';
import { createGate, type Gate } from './gate.js';
import { BODY_BYTES_MAX, defaultLimits } from './limits.js';
import { fullPath, methodOf, type Operation } from './operation.js';
import { createRefuse, type Refuse } from './refuse.js';
import { serveOpening } from './serve-opening.js';
import { servePublic } from './serve-public.js';
import { serveRead } from './serve-read.js';
import { serveRemoval } from './serve-removal.js';
import { serveWrite } from './serve-write.js';
import { createUnknown } from './unknown-address.js';

/** The HTTP side of the server. It opens no port: `startServer` does, and tests ask it without one. */
export function createApp(deps: AppDeps): FastifyInstance {
  const refuse = createRefuse(deps);
  const publicPaths = operations.filter(({ kind }) => kind === 'public').map(fullPath);
  const gate = createGate(deps.access, new Set(publicPaths));
  const app = createFramework(deps, gate, refuse);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(refuse);
  guard(app, gate);
  for (const operation of operations) serve(app, operation, deps);
  return app;
}

/** The web framework, with its own ideas of limits, forms and log lines replaced. */
function createFramework(deps: AppDeps, gate: Gate, refuse: Refuse): FastifyInstance {
  const limits = { ...defaultLimits, ...deps.limits };
  const app = fastify({
    logger: false,
    genReqId: () => deps.requestId(),
    requestIdHeader: false,
    exposeHeadRoutes: false,
    bodyLimit: BODY_BYTES_MAX,
    // While it closes, requests on open connections are still answered; startServer ends those connections.
    return503OnClosing: false,
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.stalledMs,
    keepAliveTimeout: limits.keepAliveMs,
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      maxHeaderSize: limits.headerBytes,
      // A request without a Host gets the same refusal as one with a wrong one.
      requireHostHeader: false,
    },
    clientErrorHandler: createConnectionErrorHandler(deps),
    // Addresses that can't even be read pass no hook.
    frameworkErrors: (error, request, reply) => {
      sign(request, reply);
      refuse(thrownBy(() => gate(request)) ?? error, request, reply);
    },
  });
  app.server.maxConnections = limits.connections;
  return app;
}

/** What every answer carries. */
function sign(request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
}

function thrownBy(check: () => void): unknown {
  try {
    return check();
  } catch (error) {
    return error;
  }
}

/** Before anything else, and before a body is read: who may ask, and whether there is something to ask. */
function guard(app: FastifyInstance, gate: Gate): void {
  const unknown = createUnknown(operations);
  app.addHook('onRequest', (request, reply, next) => {
    sign(request, reply);
    gate(request);
    if (!request.is404) return next();
    const { error, allow } = unknown(request.method, request.url);
    if (allow !== undefined) void reply.header('allow', allow);
    throw error;
  });
}

function serve(app: FastifyInstance, operation: Operation, deps: AppDeps): void {
  app.route({
    method: methodOf(operation),
    url: fullPath(operation).replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: handlerOf(operation, deps),
    ...(operation.kind === 'write' ? { bodyLimit: operation.bodyBytesMax } : {}),
  });
}

function handlerOf(operation: Operation, deps: AppDeps) {
  if (operation.kind === 'read') return serveRead(operation, deps);
  if (operation.kind === 'write') return serveWrite(operation, deps);
  if (operation.kind === 'removal') return serveRemoval(operation, deps);
  if (operation.kind === 'opening') return serveOpening;
  return servePublic(operation, operations);
}
