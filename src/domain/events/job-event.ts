import type {
  BatchJob,
  DependenciesBody,
  LogEntry,
  MetricsBody,
  ProgressBody,
  TimelineBody,
} from '../../contract/index.js';
import type { exitCodes, JobtrackError } from '../../errors/index.js';

/*
 * What following, watching and subscribing find out, as one stream of events. The terminal, plain lines and ndjson are
 * three consumers of this stream, so they can't disagree. Times are milliseconds since 1970 by the server's clock where
 * it is known, all of them by the same one; lengths of time are milliseconds. Statuses are canonical where the word is
 * known, else as they came.
 */

/** Of one job, at a moment. */
interface OfJob {
  jobId: string;
  atMs: number;
}

/** What is watched of a job beside its progress. */
export type WatchPart = 'logs' | 'metrics' | 'timeline' | 'dependencies';

/** The parts that can't be had, each with the reason. */
export type MissingParts = Readonly<Partial<Record<WatchPart, JobtrackError>>>;

/**
 * A look at a job: what the views draw. There is one for each look that was answered; only what was asked for and has
 * changed since the last look is in it.
 */
export interface SeenEvent extends OfJob {
  type: 'seen';
  /** How far the server's clock is ahead of this machine's: what to add to this machine's time for one to go with `atMs`. */
  skewMs?: number;
  progress?: ProgressBody;
  /** Of a watch of several jobs: the job's entry in the batch. */
  row?: BatchJob;
  metrics?: MetricsBody;
  timeline?: TimelineBody;
  dependencies?: DependenciesBody;
  /** What could not be had although it is watched, while the rest could; a server need not offer everything. */
  missing?: MissingParts;
}

/** The job's status has changed, or is known for the first time. */
export interface StatusEvent extends OfJob {
  type: 'status';
  status: string;
  previous?: string;
  jobName?: string;
  queuePosition?: number;
  reason?: string;
}

/**
 * A stage's status has changed, or is known for the first time and is not Pending. Its moment is that of the stage's
 * own start or end where the server tells it. A stage that began and ended between two looks is told twice, in order.
 */
export interface StageEvent extends OfJob {
  type: 'stage';
  stageName: string;
  status: string;
  previous?: string;
  durationMs?: number;
  recordsProcessed?: number;
}

/** The job or its current stage is further than before. */
export interface ProgressEvent extends OfJob {
  type: 'progress';
  /** Of the whole job. */
  percentage?: number;
  stageName?: string;
  stagePercentage?: number;
  recordsProcessed?: number;
  totalRecords?: number;
  /** Until the expected end. */
  remainingMs?: number;
  /** How long the expected end has passed. */
  lateMs?: number;
}

/** An entry of the job's log. */
export interface LogEvent extends OfJob {
  type: 'log';
  entry: LogEntry;
  /** It is older than an entry that was told before: the server had it late. */
  late?: true;
}

/** A part of the log that can't be read any more. What is known of its borders is there; both are inclusive. */
export interface GapEvent extends OfJob {
  type: 'gap';
  reason: 'too-many-at-one-time' | 'no-longer-kept' | 'restarted';
  fromTime?: string;
  toTime?: string;
  fromSequence?: number;
  toSequence?: number;
}

/** The expected end has passed; told once for each time that it does. */
export interface LateEvent extends OfJob {
  type: 'late';
  lateMs: number;
}

/** Log, progress and resource use of a running job have all been quiet for long. */
export interface StallEvent extends OfJob {
  type: 'stall';
  quietMs: number;
}

/** A job that had stalled moves again. */
export interface MovingEvent extends OfJob {
  type: 'moving';
  quietMs: number;
}

/**
 * Why there is no answer: no connection, or it broke; 429; 5xx; an answer that makes no sense; a 404 while the job is
 * still waited for (`--wait-for-start`).
 */
export type StaleCause =
  | 'unreachable'
  | 'rate-limit'
  | 'server-error'
  | 'not-understood'
  | 'not-there-yet';

/** No answer could be had: what is known is as old as `ageMs`; the next try is at `nextTryMs`. Told at each failed try. */
export interface StaleEvent {
  type: 'stale';
  atMs: number;
  /** From the last answer to `atMs`; `undefined` when there was none yet. */
  ageMs: number | undefined;
  nextTryMs: number;
  cause: StaleCause;
  error: JobtrackError;
}

/** Answers come again. */
export interface FreshEvent {
  type: 'fresh';
  atMs: number;
  /** How long there was none. */
  ageMs: number;
}

/** What the end of a job leads to. */
export type OutcomeCode = (typeof exitCodes)['done' | 'failed' | 'cancelled'];

/** How one job ended, or how it stood when the watch ended. */
export interface JobOutcome {
  jobId: string;
  jobName?: string;
  /** Canonical where it is known; `Unknown` for a job that was never seen. */
  state: string;
  /** Only of a job that has ended. */
  exitCode?: OutcomeCode;
}

/**
 * The end of a watch: the last event, exactly once. `jobId` is the job that decides: the first, in the order they were
 * given, whose outcome is the verdict's.
 */
export interface VerdictEvent extends OfJob {
  type: 'verdict';
  /** Of the job that decides, or `TimedOut` when `--timeout` passed. */
  state: string;
  exitCode: OutcomeCode | (typeof exitCodes)['timeout' | 'unknown'];
  /** Every job that was watched, in the order they were given. */
  jobs: readonly JobOutcome[];
  durationMs?: number;
  /** What the summary of the deciding job tells. The efficiency of its processing, in percent, as the server has it. */
  efficiency?: number;
  /** The server's own word for the efficiency of the whole: Good, Medium or Poor where it is known. */
  overallEfficiency?: string;
  slowestStage?: { stageName: string; durationMs: number };
  failedStage?: string;
  reason?: string;
  /** The last entries at ERROR of a job that failed, oldest first. */
  lastErrors?: readonly LogEntry[];
}

export type JobEvent =
  | SeenEvent
  | StatusEvent
  | StageEvent
  | ProgressEvent
  | LogEvent
  | GapEvent
  | LateEvent
  | StallEvent
  | MovingEvent
  | StaleEvent
  | FreshEvent
  | VerdictEvent;
