/**
 * jobtrack as a library: a client of the job tracking API, its types, its errors and its words.
 *
 * @example
 * const client = createClient({ url, tenantId, projectId, token });
 * const { body } = await client.progress(jobId, { signal: AbortSignal.timeout(10_000) });
 * console.log(body.overallProgress.percentage, isFinal(body.status));
 */

// The client.
export { createClient } from './client/create-client.js';
export type {
  Answer,
  CallOptions,
  Client,
  ClientOptions,
  LogGap,
  LogPage,
  RequestTrace,
} from './client/types.js';
// What is asked, and what is answered.
export type {
  BatchBody,
  BatchJob,
  BatchParams,
  BlockingCondition,
  DependenciesBody,
  DependentJob,
  GraphEdge,
  GraphNode,
  JobRegistration,
  LogEntry,
  LogsBody,
  LogsParams,
  MetricsBody,
  MetricsParams,
  MetricsSample,
  PrerequisiteJob,
  ProgressBody,
  Report,
  ReportReceipt,
  ResourceDependency,
  Stage,
  SubscribeRequest,
  Subscription,
  TimelineBody,
  TimelineEvent,
  TimelineParams,
  UpcomingEvent,
  Vocabulary,
} from './contract/index.js';
// The API's words in every language it answers in, its limits and its closed lists.
export {
  batchStatuses,
  type Condition,
  conditions,
  type EventType,
  eventTypes,
  type Granularity,
  granularities,
  isFinal,
  isGuid,
  type Level,
  LOG_LIMIT_DEFAULT,
  LOG_LIMIT_MAX,
  levelRank,
  levels,
  metricsGroups,
  metricsIntervals,
  type NodeType,
  nodeTypes,
  type Priority,
  priorities,
  type Rating,
  ratings,
  type Status,
  statuses,
  subscriptionEvents,
  type Trend,
  trends,
  type UpcomingEventType,
  upcomingEventTypes,
} from './contract/index.js';
// The errors.
export {
  type Allowed,
  type ErrorCode,
  type ErrorFacts,
  type ErrorOrigin,
  errorCodes,
  isJobtrackError,
  JobtrackError,
} from './errors/index.js';
// What can be handed in.
export type { Clock } from './ports/clock.js';
