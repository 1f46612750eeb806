import type { SubscriptionEvent } from '../../contract/index.js';
import type { JobEvent } from '../../domain/events/job-event.js';
import type { JobtrackError } from '../../errors/index.js';
import type { Clock } from '../../ports/clock.js';
import type { NoSocketReason } from '../types.js';
import type { Wanted } from './wanted.js';

/** What is followed of a job's events, and how. */
export interface JobEventsOptions extends Wanted {
  /** Between two looks at the job, on a server without a socket, in milliseconds, at least 250. Default 2,000. */
  intervalMs?: number;
  /**
   * Looks at the job on a server without a socket, instead of a watch: everything that a watch of the job finds, with its
   * log where errors, warnings or debug entries are wanted. Called at most once; `signal` is aborted when it is no longer read.
   */
  poll?: ((signal: AbortSignal) => AsyncIterable<JobEvent>) | undefined;
  /** Default: this machine's own. */
  clock?: Clock;
  /** A number from 0 up to, not including, 1. Default `Math.random`. */
  random?: () => number;
  signal?: AbortSignal;
  /** How often the server is asked whether it is still there, in milliseconds. Default 15,000. */
  pingMs?: number;
}

/** What comes of following a job's events. */
export type JobEventsItem =
  /** An event, told once and in the order of the server. */
  | { kind: 'event'; event: SubscriptionEvent }
  /** Events come, for the first time or again. */
  | { kind: 'connected'; isAgain: boolean }
  /** They do not; nothing is missed, since all that happens meanwhile comes later. */
  | { kind: 'lost'; error: JobtrackError; retryInMs: number }
  /** They can't come by a socket: from here on the job is looked at again and again. */
  | { kind: 'no-socket'; reason: NoSocketReason }
  /** The last one: the job has ended. Its status, canonical where it is known; left out where it could not be learnt. */
  | { kind: 'ended'; status?: string };
