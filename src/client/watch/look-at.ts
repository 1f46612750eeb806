import type { JobState, WatchState } from '../../domain/events/watch-state.js';
import { createAsk } from './ask.js';
import { followLog } from './follow-log.js';
import { createHasLogged } from './has-logged.js';
import type { Look } from './look.js';
import { createLookAtMany } from './look-many.js';
import { createLookAtOne } from './look-one.js';
import { createParts } from './parts.js';
import type { ServerClock } from './server-clock.js';
import type { WatchOptions } from './types.js';
import { withLogs } from './with-logs.js';

/** The options of a watch, with all its defaults. */
type LookOptions = WatchOptions & Required<Pick<WatchOptions, 'controls' | 'clock' | 'random'>>;

/**
 * How the jobs of a watch are looked at: several by batches, with their logs where those are asked for, and a single one
 * with all that there is to see of it.
 */
export function createLook(
  { client, controls, clock, random, signal, waitForStartMs = 0 }: LookOptions,
  serverClock: ServerClock,
  state: () => WatchState,
): Look {
  const ask = createAsk(clock, serverClock);
  const tools = { client, ask, serverClock, hasLogged: createHasLogged(client, ask) };
  const jobs = (): readonly JobState[] => state().jobs;
  const [only, another] = jobs();
  if (only === undefined || another !== undefined) {
    const comesByMs = clock.now() + waitForStartMs;
    const mayCome = (): boolean => clock.now() < comesByMs;
    const look = createLookAtMany({ ...tools, jobs, intervalMs: controls.intervalMs, mayCome });
    return withLogs(look, { ...tools, jobs, controls, clock, random, signal });
  }
  const parts = createParts(clock);
  const log = followLog(only.jobId, { client, ask, clock, random, parts });
  return createLookAtOne({ ...tools, controls, parts, log, job: () => jobs()[0] ?? only, signal });
}
