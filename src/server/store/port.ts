import type { Level, Status } from '../../contract/index.js';
import type {
  DeliveryRecord,
  EventRecord,
  HistoryRecord,
  JobRecord,
  LogRecord,
  OutboxRecord,
  SampleRecord,
  StageRecord,
  StoredSubscription,
  SubscriptionRecord,
} from './records.js';

/** What one accepted batch of reports, or one decision of the server, changes. It is stored whole or not at all. */
export interface Changes {
  job: JobRecord;
  /** Ids of the reports that this came from; one that is stored already makes no change and is left out by the caller. */
  reportIds: readonly string[];
  /** Stages that are new or changed. */
  stages: readonly StageRecord[];
  logs: readonly LogRecord[];
  events: readonly EventRecord[];
  samples: readonly SampleRecord[];
  outbox: readonly Omit<OutboxRecord, 'sequence'>[];
}

/** Which log entries are wanted, oldest first. */
export interface LogQuery {
  levels: readonly Level[];
  fromMs?: number;
  toMs?: number;
  afterSequence?: number;
  limit: number;
}

/** Which jobs are wanted, newest first. */
export interface JobQuery {
  ids?: readonly string[];
  statuses?: readonly Status[];
  submittedBy?: string;
  limit: number;
}

/**
 * Where the server keeps everything. One process owns it, and every call is synchronous: what a call has returned
 * from is on the disk, but for {@link Store.settle}. Nothing outside of the adapter knows how.
 */
export interface Store {
  /**
   * Does several things as one: all of them are stored, or none when it throws. Once one of them has thrown, the whole
   * throws, even where its error was caught.
   */
  atomically<T>(work: () => T): T;
  /** Adds a job with those it has to wait for. */
  addJob(job: JobRecord, after: readonly string[]): void;
  apply(changes: Changes): void;
  /** Of these report ids, the ones that are stored already. */
  knownReports(jobId: string, reportIds: readonly string[]): ReadonlySet<string>;

  job(id: string): JobRecord | undefined;
  jobs(query: JobQuery): readonly JobRecord[];
  /** How many jobs match, whatever the limit. */
  countJobs(query: Omit<JobQuery, 'limit'>): number;
  /** How many jobs there are of each status. */
  statusCounts(): Readonly<Record<Status, number>>;
  stages(jobId: string): readonly StageRecord[];
  logs(jobId: string, query: LogQuery): readonly LogRecord[];
  events(
    jobId: string,
    query: { afterSequence?: number; withSub: boolean },
  ): readonly EventRecord[];
  samples(jobId: string, sinceMs?: number): readonly SampleRecord[];
  /** The newest samples of a job, at most `count`, oldest first: whatever clock its reporter has. */
  newestSamples(jobId: string, count: number): readonly SampleRecord[];
  /** The jobs that this one waits for, also those that were taken away since; and those that wait for it. */
  prerequisites(jobId: string): readonly string[];
  dependents(jobId: string): readonly string[];
  /** The newest finished jobs of a type, Completed ones only, at most `limit`. */
  history(type: string, limit: number): readonly HistoryRecord[];
  /** Grows with every change of any job. */
  revision(): number;

  /** Adds a subscription to the events that come from now on. */
  addSubscription(subscription: SubscriptionRecord): void;
  /** Takes a subscription away, with what was to be delivered to it; answers whether it was there. */
  removeSubscription(jobId: string, subscriptionId: string): boolean;
  /** The subscriptions to a job, oldest first, expired and disabled ones too. */
  subscriptions(jobId: string): readonly StoredSubscription[];
  /** One of them. */
  subscription(jobId: string, subscriptionId: string): StoredSubscription | undefined;
  /** Whether anybody wants to be told of the debug entries of a job's log. */
  isDebugWanted(jobId: string, nowMs: number): boolean;
  /** What subscribers of a job are to be told after a number, in order, at most `limit` of it. */
  outbox(jobId: string, afterSequence: number, limit?: number): readonly OutboxRecord[];
  /** The number of the newest of it; 0 when there is none. */
  outboxSequence(jobId: string): number;

  /** The subscriptions that there is something to deliver to at a moment, those that wait longest first. */
  dueDeliveries(nowMs: number, limit: number): readonly StoredSubscription[];
  /** When the next one after a moment will be due, as far as is known by now. */
  nextDueMs(afterMs: number): number | undefined;
  /**
   * Remembers how far the webhooks of a subscription are; answers whether the subscription is still there. It is the one
   * write that does not wait for the disk: whatever becomes of the process, it is remembered, but a machine that fails may
   * forget the last of them, and so events are delivered again. Nobody has to wait for thousands of them.
   */
  settle(subscriptionId: string, delivery: DeliveryRecord): boolean;

  /**
   * Takes away finished jobs that ended before `endedBeforeMs`, and the oldest finished ones beyond `keep`; answers how
   * many. A job that an unfinished one waits for stays. One call does a bounded piece of work, so that nobody has to
   * wait for it: call it again and again.
   */
  prune(rule: { endedBeforeMs: number; keep: number }): number;
  close(): void;
}
