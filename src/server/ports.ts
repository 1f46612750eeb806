import type {
  BatchBody,
  BatchParams,
  DependenciesBody,
  JobRegistration,
  LogsBody,
  LogsParams,
  MetricsBody,
  MetricsParams,
  ProgressBody,
  Report,
  ReportReceipt,
  TimelineBody,
  TimelineParams,
} from '../contract/index.js';

/** Takes what is reported. Everything that a method has returned from is stored. All throw ApiError. */
export interface Tracker {
  /** A new job. The same registration again is no second job; another one under a known id is refused. */
  register(registration: JobRegistration): { receipt: ReportReceipt; isNew: boolean };
  /** What a reporter tells of a job: all of it is taken, or none. No reports are a sign of life. */
  report(jobId: string, reports: readonly Report[]): ReportReceipt;
  /** What time alone changes: lost reporters, jobs that may start, old jobs. Called about once a second. */
  tick(): void;
}

/** The languages that sentences are told in. */
export type AnswerLanguage = 'en' | 'tr' | 'ja';

/** What a level threshold and inclusive times ask of a log, with times already read. */
export type LogsQuestion = Omit<LogsParams, 'format' | 'wait'>;

/**
 * Answers what is asked, computed from what was reported. What is not known is left out of an answer.
 * All throw ApiError JOB_NOT_FOUND for a job that is not there.
 */
export interface Answers {
  logs(jobId: string, question: LogsQuestion): LogsBody;
  /** Whether waiting for such entries has an end: there is one, or there will be none, since the job has ended. */
  hasNews(jobId: string, question: LogsQuestion): boolean;
  progress(jobId: string, language: AnswerLanguage): ProgressBody;
  timeline(
    jobId: string,
    question: TimelineParams & { afterSequence?: number },
    language: AnswerLanguage,
  ): TimelineBody;
  metrics(jobId: string, question: MetricsParams, language: AnswerLanguage): MetricsBody;
  batch(question: BatchParams, language: AnswerLanguage): BatchBody;
  dependencies(jobId: string, language: AnswerLanguage): DependenciesBody;
  /** What an answer rests on: as long as it is the same, so is the answer but for the clock. */
  revision(jobId: string | undefined): string;
}

/** How busy this machine is. */
export interface MachineLoad {
  /** The share of all cores that is in use, 0 to 100; `undefined` before it was measured. */
  cpuPercent(): number | undefined;
  /** The share of memory that is in use, 0 to 100. */
  memoryPercent(): number;
  cores(): number;
}
