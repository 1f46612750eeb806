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
  SubscriptionsBody,
  TimelineBody,
  TimelineParams,
} from '../contract/index.js';
import type { Clock } from '../ports/clock.js';
import type { TextSocket } from './text-socket.js';

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
  /** A conditional read found nothing new: `body` is the very object that was answered before. */
  isUnchanged?: true;
  /** The address of the socket of the job's events, where the answer names one (a `Link` with the relation `events`). */
  eventsUrl?: string;
}

/** What holds for one call. */
export interface CallOptions {
  signal?: AbortSignal;
}

/** What holds for one read. */
export interface ReadOptions extends CallOptions {
  /**
   * For who asks the same again and again: the answer is kept with its ETag, and asked for only if it has changed
   * (RFC 9110, 13.1.2). What is kept of all such answers is bounded; a large one is not. Treat the body as read-only.
   */
  conditional?: boolean;
  /** How many times this read is tried again when it fails, instead of {@link ClientOptions.retries}. */
  retries?: number;
}

/** What holds for the opening of a socket, and for the socket. */
export interface SocketCallOptions extends CallOptions {
  /** How often the server is asked whether it is still there, in milliseconds. Default 15,000. */
  pingMs?: number;
}

/**
 * Why events do not come by a socket: the server offers none, offers one that is not its own or refuses to open it; a
 * proxy, or a dispatcher of the caller's, is between; what comes on it is not understood.
 */
export type NoSocketReason = 'not-offered' | 'elsewhere' | 'refused' | 'proxy' | 'not-understood';

/** What came of the opening of a socket. */
export type SocketOpening =
  | { kind: 'open'; socket: TextSocket }
  | { kind: 'no-socket'; reason: NoSocketReason };

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
  logs(jobId: string, params?: LogsParams, options?: ReadOptions): Promise<Answer<LogsBody>>;
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
  progress(jobId: string, options?: ReadOptions): Promise<Answer<ProgressBody>>;
  timeline(
    jobId: string,
    params?: TimelineParams,
    options?: ReadOptions,
  ): Promise<Answer<TimelineBody>>;
  metrics(
    jobId: string,
    params?: MetricsParams,
    options?: ReadOptions,
  ): Promise<Answer<MetricsBody>>;
  batch(params?: BatchParams, options?: ReadOptions): Promise<Answer<BatchBody>>;
  dependencies(jobId: string, options?: ReadOptions): Promise<Answer<DependenciesBody>>;
  /** Never sent twice: a POST is not retried. */
  subscribe(
    jobId: string,
    request: SubscribeRequest,
    options?: CallOptions,
  ): Promise<Answer<Subscription>>;
  /** The subscriptions to a job, on a server that lists them. */
  subscriptions(jobId: string, options?: CallOptions): Promise<Answer<SubscriptionsBody>>;
  /** Takes a subscription away, on a server that can. It is tried again like a GET: to ask twice is to ask once. */
  unsubscribe(jobId: string, subscriptionId: string, options?: CallOptions): Promise<void>;
  /**
   * Opens a socket of events at an address that the server gave: `websocketUrl` of a subscription, `eventsUrl` of an
   * answer. The token is sent to the client's own host and port only: another address is not asked at all. Rejects
   * where who asks, or what is asked for, is refused, and where there is no connection. {@link jobEvents} does more.
   */
  openSocket(address: string, options?: SocketCallOptions): Promise<SocketOpening>;
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
