import type { Client } from '../../client/types.js';
import type { WatchControls } from '../../client/watch/types.js';
import { watchJobs } from '../../client/watch/watch-jobs.js';
import type { Context } from '../../context.js';
import type { Level } from '../../contract/index.js';
import type { JobEvent } from '../../domain/events/job-event.js';
import type { WatchCommandOptions } from './options.js';

/** What is watched, until when, and how it begins. */
export interface Watching
  extends Pick<WatchCommandOptions, 'until' | 'failFast' | 'timeoutMs' | 'waitForStartMs'> {
  client: Client;
  jobIds: readonly string[];
  /** Between two looks. */
  intervalMs: number;
  /** The threshold of the log entries that are followed; `undefined` for none. */
  logLevel: Level | undefined;
}

/** What happens to the jobs, until the verdict or until `signal` is aborted. */
export function eventsOf(
  { client, jobIds, until, failFast, timeoutMs, waitForStartMs }: Watching,
  controls: WatchControls,
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  signal: AbortSignal,
): AsyncGenerator<JobEvent> {
  return watchJobs({
    client,
    jobIds,
    controls,
    until,
    failFast,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(waitForStartMs === undefined ? {} : { waitForStartMs }),
    clock,
    random,
    signal,
  });
}

/** The controls of a watch that nobody turns. */
export const steadyControls = ({ intervalMs, logLevel }: Watching): WatchControls => ({
  intervalMs: () => intervalMs,
  isPaused: () => false,
  panels: () => new Set(),
  logLevel: () => logLevel,
  onChange: () => () => {},
});
