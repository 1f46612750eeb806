import type { Level } from '../../contract/index.js';
import type { JobEvent, WatchPart } from '../../domain/events/job-event.js';
import type { Clock } from '../../ports/clock.js';
import type { Client } from '../types.js';

/** More that can be watched of a single job. What is switched on is asked for with every look. */
export type WatchPanel = Exclude<WatchPart, 'logs'>;

/** What may be changed while a watch goes on; each look asks anew. */
export interface WatchControls {
  /** Between two looks when all goes well, at least 250. */
  intervalMs(): number;
  isPaused(): boolean;
  panels(): ReadonlySet<WatchPanel>;
  /** The threshold of the log lines that are followed; `undefined` for none. */
  logLevel(): Level | undefined;
  /** Calls `handler` when something above has changed, so that the next look need not be waited for. */
  onChange(handler: () => void): () => void;
}

/** What is watched, and until when. */
export interface WatchOptions {
  client: Client;
  jobIds: readonly string[];
  /** Default: the progress, every two seconds. */
  controls?: WatchControls;
  /** `all` jobs are final (default), `any` of them is, or the first one failed. */
  until?: 'all' | 'any' | 'first-failure';
  /** Ends, whatever `until` says, with the first job that failed or was cancelled. */
  failFast?: boolean;
  /** Ends the watch with exit code 124, or 6 if there never was an answer. */
  timeoutMs?: number;
  /** For how long a 404 means "not there yet". */
  waitForStartMs?: number;
  /**
   * Handed `nudge`, to call when something may have changed so that a look is taken early, instead of the socket that
   * the server may have. `signal` is aborted when the watch ends.
   */
  nudges?: (nudge: () => void, signal: AbortSignal) => void;
  clock?: Clock;
  /** A number from 0 up to, not including, 1. Default `Math.random`. */
  random?: () => number;
  signal?: AbortSignal;
}

/**
 * Watches jobs until they are done: one stream of events, the last of which is the verdict. Failures of the network
 * and of the server are told as `stale` and tried again for as long as it takes. There is never more than one request
 * under way. Of a single job everything is told, beginning with the newest entries of its log; of several, what a
 * batch tells. Where the server has a socket of a single job's events, something new is seen at once; elsewhere at the
 * next look.
 * Rejects with JobtrackError for what no wait mends: 401, 403, 404, a request that the server refuses as it was made, a
 * bad option; with the signal's reason when aborted. Read it to its end, or abort it.
 */
export type WatchJobs = (options: WatchOptions) => AsyncGenerator<JobEvent>;
