/**
 * jobtrack as a library: a client of the job tracking API, its types, its errors and its words.
 *
 * @example
 * const client = createClient({ url, tenantId, projectId, token });
 * const { body } = await client.progress(jobId, { signal: AbortSignal.timeout(10_000) });
 * console.log(body.overallProgress.percentage, isFinal(body.status));
 *
 * for await (const event of watchJobs({ client, jobIds: [jobId] })) {
 *   if (event.type === 'verdict') console.log(event.state, event.exitCode);
 * }
 */

// The client.
export { createClient } from './client/create-client.js';
export { jobEvents } from './client/events/job-events.js';
export type { JobEventsItem, JobEventsOptions } from './client/events/types.js';
export type {
  Answer,
  CallOptions,
  Client,
  ClientOptions,
  LogGap,
  LogPage,
  NoSocketReason,
  ReadOptions,
  RequestTrace,
  SocketCallOptions,
  SocketOpening,
} from './client/types.js';
// Watching jobs until they are done, as a stream of events.
export type { WatchControls, WatchOptions, WatchPanel } from './client/watch/types.js';
export { watchJobs } from './client/watch/watch-jobs.js';
export {
  type ReceivedWebhook,
  type VerifiedWebhook,
  verifyWebhook,
  type WebhookCheck,
} from './client/webhooks/verify-webhook.js';
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
  SubscriptionEvent,
  SubscriptionsBody,
  TimelineBody,
  TimelineEvent,
  TimelineParams,
  UpcomingEvent,
  Vocabulary,
  WatchObject,
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
export type {
  FreshEvent,
  GapEvent,
  JobEvent,
  JobOutcome,
  LateEvent,
  LogEvent,
  MissingParts,
  MovingEvent,
  ProgressEvent,
  SeenEvent,
  StageEvent,
  StaleCause,
  StaleEvent,
  StallEvent,
  StatusEvent,
  VerdictEvent,
  WatchPart,
} from './domain/events/job-event.js';
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
