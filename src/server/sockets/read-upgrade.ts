import type { IncomingMessage } from 'node:http';
import { type EventsParams, eventsPath } from '../../contract/index.js';
import { eventsQuery } from '../../contract/queries.js';
import { ApiError } from '../api-error.js';
import type { Gate } from '../app/gate.js';
import { BASE_PATH, pathOf } from '../app/operation.js';
import { readJobId, readQuery } from '../app/read-request.js';

/** What a request for a socket asks. */
export interface AskedSocket {
  jobId: string;
  question: EventsParams;
}

const PATH = new RegExp(
  `^${BASE_PATH}${eventsPath('{jobId}')}$`.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)'),
);

/**
 * Reads a request for a socket. It passes the same gate as every other request, before anything is said of what there
 * is. Throws ApiError.
 */
export function readUpgrade(request: IncomingMessage, gate: Gate): AskedSocket {
  const { url = '', headers, method } = request;
  const params = PATH.exec(pathOf(url))?.groups;
  gate({ url, headers, params, raw: request });
  if (params === undefined) throw new ApiError('NOT_FOUND', 'There is no socket at this address.');
  if (method !== 'GET') {
    throw new ApiError('METHOD_NOT_ALLOWED', `A socket can't be asked for with ${method}.`);
  }
  return {
    jobId: readJobId(params['jobId']),
    question: readQuery(eventsQuery, queryOf(url)),
  };
}

/** A parameter that is there more than once is a list, as it is for the web framework. */
function queryOf(url: string): Record<string, string[]> {
  const found: Record<string, string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(url.slice(pathOf(url).length))) {
    found[name] = [...(found[name] ?? []), value];
  }
  return found;
}
