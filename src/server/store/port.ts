import type { Level, Status } from '../../contract/index.js';
import type {
  EventRecord,
  HistoryRecord,
  JobRecord,
  LogRecord,
  OutboxRecord,
  SampleRecord,
  StageRecord,
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
 * from is on the disk. Nothing outside of the adapter knows how.
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

  addSubscription(subscription: SubscriptionRecord): void;
  subscriptions(jobId: string): readonly SubscriptionRecord[];
  outbox(jobId: string, afterSequence: number): readonly OutboxRecord[];

  /**
   * Takes away finished jobs that ended before `endedBeforeMs`, and the oldest finished ones beyond `keep`; answers how
   * many. A job that an unfinished one waits for stays. One call does a bounded piece of work, so that nobody has to
   * wait for it: call it again and again.
   */
  prune(rule: { endedBeforeMs: number; keep: number }): number;
  close(): void;
}
