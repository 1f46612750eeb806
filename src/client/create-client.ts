import type * as v from 'valibot';
import {
  type Endpoint,
  endpoints,
  type LogsBody,
  type LogsParams,
  reportEndpoints,
  subscriptionPath,
  subscriptionsEndpoint,
} from '../contract/index.js';
import { JobtrackError } from '../errors/index.js';
import type { ApiRequest } from './attempt.js';
import { call, type Line } from './call.js';
import { callIfChanged } from './call-if-changed.js';
import { createKeptAnswers } from './kept-answers.js';
import { readLogPages } from './log-pages.js';
import { readJson } from './read-json.js';
import { readRaw } from './read-raw.js';
import { createRedact } from './redact.js';
import { remove } from './remove.js';
import { type QueryValue, requestUrl } from './request-url.js';
import { createRetryBudget } from './retry-budget.js';
import { readSetup, requireGuid, type Setup } from './setup.js';
import { createDispatcher } from './transport/dispatcher.js';
import type { Answer, CallOptions, Client, ClientOptions, ReadOptions } from './types.js';

type Query = Readonly<Record<string, QueryValue>>;

/**
 * A client of one project's job tracking API. It opens no connection before its first request.
 * Throws INVALID_VALUE for an option that can't be right.
 */
export function createClient(options: ClientOptions): Client {
  const setup = readSetup(options);
  const { line, close } = openLine(setup);
  const kept = createKeptAnswers();

  const get = <Schema extends v.GenericSchema>(
    endpoint: Endpoint<Schema>,
    of: { jobId?: string; query?: Query; heldMs?: number },
    { signal, conditional = false, retries }: ReadOptions = {},
  ): Promise<Answer<v.InferOutput<Schema>>> => {
    const { heldMs } = of;
    const request = {
      ...toRequest(setup, endpoint, of),
      ...(retries === undefined ? {} : { retries }),
      ...(heldMs === undefined ? {} : { heldMs }),
    };
    const read = readJson(endpoint);
    return conditional
      ? callIfChanged(line, request, read, { kept, signal })
      : call(line, request, read, signal);
  };

  const job = (jobId: string, query: Query = {}) => {
    requireGuid('jobId', jobId);
    return { jobId, query };
  };

  const logs = async (
    jobId: string,
    params: LogsParams = {},
    options?: ReadOptions,
  ): Promise<Answer<LogsBody>> => {
    const { wait = 0 } = params;
    const asked = { ...job(jobId, { ...params, format: undefined }), heldMs: wait * 1_000 };
    return get(endpoints.logs, asked, options);
  };

  const post = <Schema extends v.GenericSchema>(
    endpoint: Endpoint<Schema>,
    of: { jobId?: string },
    body: unknown,
    { signal }: CallOptions = {},
  ): Promise<Answer<v.InferOutput<Schema>>> => {
    const request = toRequest(setup, endpoint, of);
    const headers = { ...request.headers, 'content-type': 'application/json' };
    const keyed = { ...request, headers, body: JSON.stringify(body), isKeyed: true };
    return call(line, keyed, readJson(endpoint), signal);
  };

  return {
    logs,
    logPages: (jobId, params, options) =>
      readLogPages((page) => logs(jobId, page, options), params),
    rawLogs: async (jobId, params, { signal } = {}) => {
      const request = toRequest(setup, endpoints.logs, job(jobId, { ...params, format: 'raw' }));
      const headers = { ...request.headers, accept: 'text/plain' };
      return call(line, { ...request, headers }, readRaw, signal);
    },
    progress: async (jobId, options) => get(endpoints.progress, job(jobId), options),
    timeline: async (jobId, params, options) =>
      get(endpoints.timeline, job(jobId, { ...params }), options),
    metrics: async (jobId, params, options) =>
      get(endpoints.metrics, job(jobId, { ...params }), options),
    batch: async ({ refreshIntervalSeconds: refreshInterval, ...params } = {}, options) => {
      for (const jobId of params.jobIds ?? []) requireGuid('jobIds', jobId);
      return get(endpoints.batch, { query: { ...params, refreshInterval } }, options);
    },
    dependencies: async (jobId, options) => get(endpoints.dependencies, job(jobId), options),
    subscribe: async (jobId, wanted, { signal } = {}) => {
      const request = toRequest(setup, endpoints.subscribe, job(jobId), [
        wanted.authentication?.token,
        wanted.secret,
      ]);
      const headers = { ...request.headers, 'content-type': 'application/json' };
      const body = JSON.stringify(wanted);
      return call(line, { ...request, headers, body }, readJson(endpoints.subscribe), signal);
    },
    subscriptions: async (jobId, options) => get(subscriptionsEndpoint, job(jobId), options),
    unsubscribe: async (jobId, subscriptionId, { signal } = {}) => {
      requireGuid('jobId', jobId);
      const path = (): string => subscriptionPath(jobId, toSegment(subscriptionId));
      await remove(line, toRequest(setup, { method: 'DELETE', path }, {}), signal);
    },
    openSocket: async (address, options) => {
      // Loaded only now: most programs open none, and Node's own HTTP, which ws needs, takes 3 ms.
      const { openSocket } = await import('./open-socket.js');
      return openSocket(setup, address, options);
    },
    register: async (registration, options) => {
      requireGuid('jobId', registration.jobId);
      return post(reportEndpoints.register, {}, registration, options);
    },
    report: async (jobId, reports, options) =>
      post(reportEndpoints.report, job(jobId), reports, options),
    close,
  };
}

/** An id as one segment of a path. Throws INVALID_VALUE for what would be another path. */
function toSegment(id: string): string {
  if (/^\.{0,2}$/.test(id)) {
    const allowed = { kind: 'text' } as const;
    throw new JobtrackError('INVALID_VALUE', { name: 'subscriptionId', value: id, allowed });
  }
  return encodeURIComponent(id);
}

/** The shared part of all calls, with connections that are made when they are first needed. */
function openLine(setup: Setup): { line: Line; close: () => Promise<void> } {
  const { idleTimeoutMs, environment } = setup;
  let own: ReturnType<typeof createDispatcher> | undefined;
  const dispatcher = (): ReturnType<typeof createDispatcher> => {
    own ??= createDispatcher({ idleTimeoutMs, environment });
    return own;
  };
  return {
    line: {
      setup,
      budget: createRetryBudget(setup.retries),
      dispatcher: () => setup.dispatcher ?? dispatcher(),
    },
    close: async () => own?.destroy(),
  };
}

function toRequest(
  { base, apiPath, headers, token }: Setup,
  endpoint: Pick<ApiRequest, 'method'> & Pick<Endpoint<v.GenericSchema>, 'path'>,
  { jobId, query = {} }: { jobId?: string; query?: Query },
  secrets: readonly (string | undefined)[] = [],
): ApiRequest {
  return {
    method: endpoint.method,
    url: requestUrl(base, `${apiPath}${endpoint.path(jobId ?? '')}`, query),
    headers: { ...headers, accept: 'application/json' },
    redact: createRedact([token, ...secrets]),
    ...(jobId === undefined ? {} : { jobId }),
  };
}
