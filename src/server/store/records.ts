import type { EventType, Level, Priority, Status } from '../../contract/index.js';

/*
 * What is kept. Times are milliseconds since 1970 by the server's clock or, where a report says when something
 * happened, by the reporter's. What is not known is left out.
 */

/**
 * What the timeline and the outbox have been told of, so that they are told once, also after a restart.
 * Only intake reads it; the store keeps it as it is.
 */
interface Told {
  /** The highest percentage, in whole points. */
  percent?: number;
  /** When the last Progress event was. */
  progressAtMs?: number;
  /** Digests of messages, at most as many as intake makes events of. */
  warnings?: readonly string[];
  errors?: readonly string[];
}

/** One job. */
export interface JobRecord {
  id: string;
  name: string;
  type?: string;
  priority: Priority;
  submittedBy?: string;
  status: Status;
  createdAtMs: number;
  startedAtMs?: number;
  endedAtMs?: number;
  /** How far the whole job is, as its reporter says; stages, where there are any, know better. */
  percent?: number;
  recordsProcessed?: number;
  totalRecords?: number;
  activity?: { component?: string; operation: string; details?: string };
  memoryLimitBytes?: number;
  cpuCores?: number;
  quality?: { dataQualityScore?: number; validationsPassed?: number; validationsFailed?: number };
  /** Figures that were reported while no stage ran. */
  metrics: Readonly<Record<string, number | string | boolean>>;
  exitCode?: number;
  /** Why it failed or was cancelled. */
  reason?: string;
  heartbeatMs?: number;
  lastHeardMs: number;
  logCounts: Readonly<Record<Level, number>>;
  /** A digest of what it was registered with: the same again is the same job. */
  registration?: string;
  told?: Told;
  /** The number of the newest log entry and event; the first of each is 1. */
  logSequence: number;
  eventSequence: number;
  /** Grows with every change of anything that belongs to the job, also its log, events and samples. */
  revision: number;
}

/** One stage of a job. Its name is unique in the job. */
export interface StageRecord {
  name: string;
  /** 1 for the first. */
  order: number;
  status: Status;
  startedAtMs?: number;
  endedAtMs?: number;
  percent?: number;
  recordsProcessed?: number;
  totalRecords?: number;
  /** As its reporter expects. */
  expectedDurationMs?: number;
  metrics: Readonly<Record<string, number | string | boolean>>;
  told?: Told;
}

/** One line of a job's log. */
export interface LogRecord {
  sequence: number;
  timeMs: number;
  level: Level;
  component?: string;
  stage?: string;
  message: string;
  details?: Readonly<Record<string, unknown>>;
}

/** Something that happened to a job. Its sentence is made when it is told, in the language of whoever asks. */
export interface EventRecord {
  sequence: number;
  timeMs: number;
  type: EventType;
  /** Left out of a timeline unless sub-events are asked for. */
  isSub: boolean;
  stageName?: string;
  /** What only this event knows: a milestone's text, a warning's message, a percentage. */
  text?: string;
  percent?: number;
  details: Readonly<Record<string, unknown>>;
}

/** What a job used at a moment. `cpuPercent` is the share of the cores it may use, 0 to 100. Bytes read, written, received and sent are totals since its start. */
export interface SampleRecord {
  timeMs: number;
  stage?: string;
  cpuPercent?: number;
  memoryBytes?: number;
  diskReadBytes?: number;
  diskWriteBytes?: number;
  networkInBytes?: number;
  networkOutBytes?: number;
  connections?: number;
  processes?: number;
  /** Records of the job at that moment, for rates. */
  recordsProcessed?: number;
}

/** Who wants to be told of a job's events. The secret and the token never leave the server. */
export interface SubscriptionRecord {
  id: string;
  jobId: string;
  type: 'webhook' | 'websocket';
  webhookUrl?: string;
  events: readonly string[];
  minProgressIncrement?: number;
  includeDebugEvents: boolean;
  notifyOnErrors: boolean;
  bearerToken?: string;
  secret: string;
  createdAtMs: number;
  expiresAtMs: number;
}

/** How far the webhooks of a subscription are. */
export interface DeliveryRecord {
  /** Rows of the outbox up to this one are dealt with: delivered, given up, or not for this subscription. */
  settledSequence: number;
  /** What the choice of the next row rests on; see choose-events. */
  told: ToldProgress;
  /** How many events were delivered, and how many were given up after their last attempt. */
  delivered: number;
  givenUp: number;
  /** How many attempts the event that is to go next has behind it. */
  attempts: number;
  /** When there is something to do next; left out while there is nothing. */
  dueAtMs?: number;
  /** When the first attempt failed since one succeeded, and what the last one met. */
  failingSinceMs?: number;
  lastFailure?: string;
  /** Since when nothing is delivered any more, and why: its receiver said so, or failed for too long. */
  disabledAtMs?: number;
  disabledReason?: 'gone' | 'failing';
}

/** A subscription as it stands. */
export interface StoredSubscription extends SubscriptionRecord {
  /** The newest row of the outbox when it was made: its events are those behind it. */
  startSequence: number;
  delivery: DeliveryRecord;
}

/** How far what runs was when its progress was last told of, by its stage's name; '' for the job as a whole. */
export type ToldProgress = readonly (readonly [stageName: string, percent: number])[];

/** An event that subscribers are still to be told of; written in the transaction of the change that it tells of. */
export interface OutboxRecord {
  /** Unique, the same on every attempt to deliver it. */
  id: string;
  jobId: string;
  /** Grows by one within a job. */
  sequence: number;
  /** One of the contract's subscription events, or `debug`. */
  event: string;
  createdAtMs: number;
  body: Readonly<Record<string, unknown>>;
}

/** What a finished job of a type took and did: what estimates and benchmarks of later ones rest on. */
export interface HistoryRecord {
  jobId: string;
  durationMs: number;
  recordsProcessed?: number;
  stages: readonly { name: string; durationMs: number }[];
}
