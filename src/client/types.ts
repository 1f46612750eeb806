import type { Dispatcher } from 'undici';
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
  SubscribeRequest,
  Subscription,
  TimelineBody,
  TimelineParams,
} from '../contract/index.js';
import type { Clock } from '../ports/clock.js';

/** What a client is made from. Only the address and the two ids are needed. */
export interface ClientOptions {
  /** The server's base address, such as `https://jobs.example.com`; a path in it is kept. */
  url: string;
  tenantId: string;
  projectId: string;
  /** Sent as a bearer token, to the origin of `url` and nowhere else. */
  token?: string;
  /** The most time for one request with all its attempts and waits, in milliseconds. Default 30,000. */
  timeoutMs?: number;
  /** The most time without a byte arriving, in milliseconds. Default 15,000. */
  idleTimeoutMs?: number;
  /** How many times a failed GET is tried again. Default 2. */
  retries?: number;
  /** The largest decoded body that is read, in bytes. Default 256 MiB. */
  maxBodyBytes?: number;
  /** Where proxy settings are read: HTTP_PROXY, HTTPS_PROXY, NO_PROXY in either case. Default: none are used. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** Replaces the connection, for example with undici's MockAgent. The client does not close it. */
  dispatcher?: Dispatcher;
  /** Told of every attempt. Never holds the token. */
  onTrace?: (trace: RequestTrace) => void;
  clock?: Clock;
  /** A number from 0 up to, not including, 1. Default `Math.random`. */
  random?: () => number;
  /** Sent as `Accept-Language`. */
  language?: string;
  /** Sent as `User-Agent`. */
  userAgent?: string;
}

/** One attempt at a request, for people who look for a fault. */
export interface RequestTrace {
  method: string;
  /** The full address, with its query, without any credentials. */
  url: string;
  /** 1 for the first attempt. */
  attempt: number;
  durationMs: number;
  status?: number;
  requestId?: string;
  /** Decoded bytes of the body. */
  bytes?: number;
  /** Why there was no usable answer, such as ECONNREFUSED. */
  failure?: string;
  /** How long is waited before the next attempt, when there is one. */
  retryInMs?: number;
}

/** What a request was answered with. */
export interface Answer<Body> {
  /** The body as it came, checked but not changed: unknown fields are still there. */
  body: Body;
  /** The server's clock when it answered, in milliseconds since 1970; `undefined` when it did not say. */
  serverTimeMs: number | undefined;
  requestId: string | undefined;
}

/** What holds for one call. */
export interface CallOptions {
  signal?: AbortSignal;
}

/** A hole in a log that could not be read. */
export interface LogGap {
  /** ISO 8601, inclusive. */
  fromTime: string;
  toTime: string;
  reason: 'too-many-at-one-time';
}

/** Log entries in the order of their time, some at a time. */
export interface LogPage {
  /** The answer that these entries came with; its `logs` are exactly the entries to show. */
  answer: Answer<LogsBody>;
  /** Entries before this page that the server has and can't hand out. */
  gap?: LogGap;
}

/** The job tracking API. Every method rejects with a JobtrackError, or with the signal's reason when it is aborted. */
export interface Client {
  /** One request: at most 10,000 entries. `format` is left to {@link Client.rawLogs}. */
  logs(jobId: string, params?: LogsParams, options?: CallOptions): Promise<Answer<LogsBody>>;
  /**
   * As many requests as it takes for `limit` entries (all when it is `Infinity`), oldest first. No entry is lost
   * or doubled, also among those that share a timestamp.
   */
  logPages(
    jobId: string,
    params: LogsParams & { limit: number },
    options?: CallOptions,
  ): AsyncGenerator<LogPage>;
  /**
   * The log as text, a line an entry, exactly as the server sends it. Read it to its end or leave the loop over it:
   * both free the connection. Neither time limit counts while the reader has the turn. An answer that ends only
   * with its connection ends with BODY_CUT after its last byte: nothing tells whether it is whole.
   */
  rawLogs(
    jobId: string,
    params?: LogsParams,
    options?: CallOptions,
  ): Promise<Answer<AsyncIterable<Uint8Array>>>;
  progress(jobId: string, options?: CallOptions): Promise<Answer<ProgressBody>>;
  timeline(
    jobId: string,
    params?: TimelineParams,
    options?: CallOptions,
  ): Promise<Answer<TimelineBody>>;
  metrics(
    jobId: string,
    params?: MetricsParams,
    options?: CallOptions,
  ): Promise<Answer<MetricsBody>>;
  batch(params?: BatchParams, options?: CallOptions): Promise<Answer<BatchBody>>;
  dependencies(jobId: string, options?: CallOptions): Promise<Answer<DependenciesBody>>;
  /** Never sent twice: a POST is not retried. */
  subscribe(
    jobId: string,
    request: SubscribeRequest,
    options?: CallOptions,
  ): Promise<Answer<Subscription>>;
  /**
   * Registers a job, on a server that takes reports. One with a `jobId` is registered once however often it is sent,
   * so it is tried again like a GET.
   */
  register(
    registration: JobRegistration & { jobId: string },
    options?: CallOptions,
  ): Promise<Answer<ReportReceipt>>;
  /**
   * Brings reports of a job, at most 1,000; none at all is a sign of life. The server takes each `reportId` once, so
   * they are tried again like a GET.
   */
  report(
    jobId: string,
    reports: readonly Report[],
    options?: CallOptions,
  ): Promise<Answer<ReportReceipt>>;
  /** Closes the connections. Calls that are under way, and later ones, reject with NETWORK. */
  close(): Promise<void>;
}
