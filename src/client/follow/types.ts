import type { Level, LogEntry } from '../../contract/index.js';
import type { GapEvent, LogEvent } from '../../domain/events/job-event.js';
import type { Client } from '../types.js';

/** What is followed of a job's log. */
export interface FollowOptions {
  client: Pick<Client, 'logs'>;
  jobId: string;
  /** A threshold. */
  level: Level;
  /** Where to begin, ISO 8601, inclusive. Without it and without `tail`, at the log's beginning. */
  fromTime?: string;
  /** Begin with so many of the newest entries; 0 for what comes from now on. */
  tail?: number;
  /** More that an entry has to be to be told, and to count for `tail`. */
  isWanted?: (entry: LogEntry) => boolean;
  /**
   * The most seconds that a reading may wait for something new, where the server can wait: for who has nothing else to
   * do meanwhile. 0 when left out.
   */
  waitSeconds?: number;
}

/** What one reading of a followed log brought. */
export interface Reading {
  /** In the order to tell them in. */
  events: readonly (LogEvent | GapEvent)[];
  /** As the answer said; `undefined` where it did not. */
  jobName?: string | undefined;
  jobStatus: string | undefined;
  /** More is there already: read again without waiting. */
  hasMore: boolean;
  /** The server waits by itself until there is more (see `waitSeconds`): read again without waiting. */
  canWait?: boolean;
  serverTimeMs: number | undefined;
}

/**
 * A place in a log from which it is read on, poll by poll: nothing lost, nothing twice, in the log's order. Whoever
 * owns it decides when to read, how to wait and what to do about a failure: a reading that rejects has moved nothing,
 * and no request of it was tried twice. One reading at a time.
 */
export interface LogFollower {
  read(signal?: AbortSignal): Promise<Reading>;
  /** Changes the threshold from the next reading on; what was told, or left out, up to there is not told again. */
  setLevel(level: Level): void;
}
