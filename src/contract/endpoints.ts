import type * as v from 'valibot';
import { BatchBodySchema } from './batch.js';
import { DependenciesBodySchema } from './dependencies.js';
import { LogsBodySchema } from './logs.js';
import { MetricsBodySchema } from './metrics.js';
import { ProgressBodySchema } from './progress.js';
import { SubscriptionSchema, SubscriptionsBodySchema } from './subscribe.js';
import { TimelineBodySchema } from './timeline.js';
import type { Granularity } from './vocabulary/events.js';
import type { Level } from './vocabulary/levels.js';

/** The three ids that a project's paths begin with; GUIDs. */
export interface ProjectPath {
  tenantId: string;
  projectId: string;
}

/** Where the API's paths begin, below the base address of the server. */
export const basePath = ({ tenantId, projectId }: ProjectPath): string =>
  `/api/${tenantId}/${projectId}/execution`;

/** One endpoint: how it is called, and what it answers. */
export interface Endpoint<Schema extends v.GenericSchema> {
  method: 'GET' | 'POST';
  /** The path below {@link basePath}; endpoints of no single job ignore the id. */
  path: (jobId: string) => string;
  schema: Schema;
  /** What the body is, for the error that says it is something else. */
  describes: string;
  /** The key without which a body is not of this endpoint. */
  landmark: string;
}

const endpoint = <Schema extends v.GenericSchema>(definition: Endpoint<Schema>): Endpoint<Schema> =>
  definition;

/** The seven endpoints of the API. */
export const endpoints = {
  logs: endpoint({
    method: 'GET',
    path: (jobId) => `/job/${jobId}/logs`,
    schema: LogsBodySchema,
    describes: "a job's log",
    landmark: 'logs',
  }),
  progress: endpoint({
    method: 'GET',
    path: (jobId) => `/job/${jobId}/progress`,
    schema: ProgressBodySchema,
    describes: "a job's progress",
    landmark: 'overallProgress',
  }),
  timeline: endpoint({
    method: 'GET',
    path: (jobId) => `/job/${jobId}/timeline`,
    schema: TimelineBodySchema,
    describes: "a job's timeline",
    landmark: 'timeline',
  }),
  metrics: endpoint({
    method: 'GET',
    path: (jobId) => `/job/${jobId}/metrics`,
    schema: MetricsBodySchema,
    describes: "a job's metrics",
    landmark: 'currentMetrics',
  }),
  batch: endpoint({
    method: 'GET',
    path: () => '/tracking/batch',
    schema: BatchBodySchema,
    describes: 'a list of tracked jobs',
    landmark: 'jobs',
  }),
  dependencies: endpoint({
    method: 'GET',
    path: (jobId) => `/job/${jobId}/dependencies`,
    schema: DependenciesBodySchema,
    describes: "a job's dependencies",
    landmark: 'dependencies',
  }),
  subscribe: endpoint({
    method: 'POST',
    path: (jobId) => `/job/${jobId}/subscribe`,
    schema: SubscriptionSchema,
    describes: 'a subscription',
    landmark: 'subscriptionId',
  }),
} as const;

/** What `GET …/logs` can be asked. Times are ISO 8601, both inclusive. */
export interface LogsParams {
  /** A threshold: entries at that level and above. */
  level?: Level;
  fromTime?: string;
  toTime?: string;
  limit?: number;
  format?: 'structured' | 'raw';
  /** Only entries numbered higher than this; for servers that number their entries. */
  afterSequence?: number;
  /**
   * The most seconds that the server may hold its answer back while it has no such entry; for servers that say
   * `maxWaitSeconds`.
   */
  wait?: number;
}

/** What `GET …/timeline` can be asked. */
export interface TimelineParams {
  includeSubEvents?: boolean;
  granularity?: Granularity;
}

/** The lengths of time that metrics can be gathered over. */
export const metricsIntervals = ['1m', '5m', '15m'] as const;

/** The groups of figures that metrics can be limited to. */
export const metricsGroups = ['cpu', 'memory', 'disk', 'network', 'throughput'] as const;

/** What `GET …/metrics` can be asked. */
export interface MetricsParams {
  interval?: (typeof metricsIntervals)[number];
  metrics?: readonly (typeof metricsGroups)[number][];
  includeHistory?: boolean;
}

/** The statuses that a batch can be limited to. */
export const batchStatuses = ['Running', 'Queued', 'Completed', 'Failed'] as const;

/** What `GET /tracking/batch` can be asked. `refreshIntervalSeconds` hints how often the caller will ask. */
export interface BatchParams {
  jobIds?: readonly string[];
  status?: (typeof batchStatuses)[number];
  submittedBy?: string;
  includeMetrics?: boolean;
  refreshIntervalSeconds?: number;
}

/** What the socket of events can be asked. */
export interface EventsParams {
  /** For what was subscribed to; else all events from now on. */
  subscriptionId?: string;
  /** To resume behind an event. */
  afterSequence?: number;
}

/** The address of a job's socket of events on our server, below {@link basePath}. Query: {@link EventsParams}. */
export const eventsPath = (jobId: string): string => `/job/${jobId}/events`;

/** The relation of the `Link` header by which our server's progress answers name {@link eventsPath} (RFC 8288). */
export const EVENTS_RELATION = 'events';

/** What lists the subscriptions to a job, on our server. */
export const subscriptionsEndpoint = endpoint({
  method: 'GET',
  path: (jobId) => subscriptionsPath(jobId),
  schema: SubscriptionsBodySchema,
  describes: "a job's subscriptions",
  landmark: 'subscriptions',
});

/** The addresses of a job's subscriptions on our server: GET lists them, DELETE takes one away. */
export const subscriptionsPath = (jobId: string): string => `/job/${jobId}/subscriptions`;
export const subscriptionPath = (jobId: string, subscriptionId: string): string =>
  `/job/${jobId}/subscriptions/${subscriptionId}`;
