import type { IncomingHttpHeaders } from 'node:http';
import type { ProjectPath } from '../../contract/index.js';
import { ApiError } from '../api-error.js';
import { createBearerCheck } from './bearer.js';
import type { Access } from './deps.js';
import { pathOf } from './operation.js';
import { isOwnHost, isOwnOrigin } from './own-names.js';

/** What is looked at of a request: one that the web framework has read, or one that asks for a socket. */
interface Guarded {
  /** The path and the query. */
  url: string;
  headers: IncomingHttpHeaders;
  /** The ids of its path, where it has any. */
  params: unknown;
  raw: { socket: { localPort?: number | undefined } };
}

/** Throws ApiError for a request that may not be answered. */
export type Gate = (request: Guarded) => void;

/**
 * Lets in who asks this server by its own name, from no page of a browser, with the token, for its own project; only
 * the paths in `publicPaths` are open to those without a token. In this order, so that a page of elsewhere learns
 * nothing, not even whether its token would be right.
 */
export function createGate(access: Access, publicPaths: ReadonlySet<string>): Gate {
  const isToken = createBearerCheck(access.token);
  return (request) => {
    checkNames(request, access.hosts);
    if (publicPaths.has(pathOf(request.url))) return;
    if (!isToken(request.headers.authorization)) {
      throw new ApiError(
        'UNAUTHENTICATED',
        'The request needs the token of this server, as "Authorization: Bearer <token>".',
      );
    }
    checkProject(request, access);
  };
}

function checkNames({ headers, raw }: Guarded, hosts: readonly string[]): void {
  if (!isOwnHost(headers.host, { port: raw.socket.localPort, hosts })) {
    throw new ApiError('MISDIRECTED', 'The Host header names another server than this one.');
  }
  if (!isOwnOrigin(headers.origin, headers.host)) {
    throw new ApiError('FORBIDDEN', 'Pages of another origin may not ask this server.');
  }
}

/** An address below another project is one that there is not. */
function checkProject(request: Guarded, { tenant, project }: Access): void {
  const { tenantId, projectId } = (request.params ?? {}) as Partial<ProjectPath>;
  if (tenantId === undefined) return;
  const isOwn =
    tenantId.toLowerCase() === tenant.toLowerCase() &&
    projectId?.toLowerCase() === project.toLowerCase();
  if (!isOwn) throw new ApiError('NOT_FOUND', 'This server has no such tenant and project.');
}
