import type { Level } from '../../contract/index.js';
import { LINES_KEPT } from '../../domain/events/watch-state.js';
import type { Clock } from '../../ports/clock.js';
import { createLogFollower } from '../follow/create-log-follower.js';
import type { LogFollower } from '../follow/types.js';
import type { Client } from '../types.js';
import type { Ask } from './ask.js';
import type { Telling } from './look.js';
import type { Parts } from './parts.js';
import { patiently } from './patiently.js';

/** The log of a job that is watched, at the level that is wanted at the moment. */
export interface FollowedLog {
  /** What is new in it. Rejects when a wait may mend what went wrong. */
  read(level: Level | undefined, signal: AbortSignal | undefined): Telling;
  /** What is left of it, to its end. Rejects only when it is aborted. */
  drain(level: Level | undefined, signal: AbortSignal | undefined): Telling;
}

/** So many readings are made for one look; a longer backlog is read look by look. */
const READINGS_MAX = 5;

/** What a log is followed with. */
export interface FollowedLogTools {
  client: Pick<Client, 'logs'>;
  ask: Ask;
  clock: Clock;
  random: () => number;
  parts: Parts;
}

/** Follows a job's log from its newest entries on, as many as a watch keeps. */
export function followLog(jobId: string, tools: FollowedLogTools): FollowedLog {
  const { parts } = tools;
  const client = asking(tools);
  let follower: LogFollower | undefined;
  const at = (level: Level): LogFollower => {
    const followed = follower ?? createLogFollower({ client, jobId, level, tail: LINES_KEPT });
    follower = followed;
    followed.setLevel(level);
    return followed;
  };
  return {
    async *read(level, signal) {
      for (let readings = 0; level !== undefined && readings < READINGS_MAX; readings += 1) {
        const reading = await parts.read('logs', () => at(level).read(signal));
        if (reading !== undefined) yield reading.events;
        if (reading?.hasMore !== true) return;
      }
    },
    async *drain(level, signal) {
      for (let hasMore = true; hasMore && level !== undefined; ) {
        const tried = await patiently(() => at(level).read(signal), { ...tools, signal });
        if ('error' in tried) {
          parts.miss('logs', tried.error);
          return;
        }
        parts.found('logs');
        yield tried.value.events;
        hasMore = tried.value.hasMore;
      }
    },
  };
}

/** A log that is read as everything of a watch is. */
const asking = ({ client, ask }: FollowedLogTools): Pick<Client, 'logs'> => ({
  logs: (jobId, params, { signal } = {}) => ask((how) => client.logs(jobId, params, how), signal),
});
