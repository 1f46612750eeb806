import { isFinal } from '../../contract/index.js';
import type { JobEvent, StatusEvent } from '../../domain/events/job-event.js';
import type { JobState } from '../../domain/events/watch-state.js';
import { type FollowedLog, type FollowedLogTools, followLog } from './follow-log.js';
import type { Look, Telling } from './look.js';
import { createParts, type Parts } from './parts.js';
import type { ServerClock } from './server-clock.js';
import type { WatchControls } from './types.js';

/** What the logs of several jobs are followed with. */
export interface LogsTools extends Omit<FollowedLogTools, 'parts'> {
  controls: Pick<WatchControls, 'logLevel'>;
  serverClock: ServerClock;
  /** The jobs as they are known now. */
  jobs: () => readonly JobState[];
  /** Of the whole watch. */
  signal: AbortSignal | undefined;
}

interface Followed {
  log: FollowedLog;
  parts: Parts;
  /** It was told that the log can't be had. */
  isMissing: boolean;
}

/**
 * Looks at several jobs, and where a level is asked for reads on in the log of each, one after another: that costs a
 * request a job. A job is told to have ended only after the last of its log.
 */
export function withLogs(look: Look, tools: LogsTools): Look {
  const all = new Map<string, Followed>();
  const logOf = (jobId: string): Followed => {
    const known = all.get(jobId);
    if (known !== undefined) return known;
    const parts = createParts(tools.clock);
    const begun = { log: followLog(jobId, { ...tools, parts }), parts, isMissing: false };
    all.set(jobId, begun);
    return begun;
  };
  async function* tell(jobId: string, read: (log: FollowedLog) => Telling): Telling {
    const followed = logOf(jobId);
    yield* read(followed.log);
    const missing = followed.parts.missing(new Set(['logs']));
    const [atMs, skewMs] = [tools.serverClock.now(), tools.serverClock.skewMs()];
    if (missing !== undefined && !followed.isMissing)
      yield [{ type: 'seen', jobId, atMs, skewMs, missing }];
    followed.isMissing = missing !== undefined;
  }
  return async function* lookWithLogs(signal) {
    const level = tools.controls.logLevel();
    if (level === undefined) return yield* look(signal);
    for await (const events of look(signal)) {
      yield events.filter((event) => !isEnd(event));
      for (const end of events.filter(isEnd)) {
        yield* tell(end.jobId, (log) => log.drain(level, tools.signal));
        yield [end];
      }
    }
    for (const { jobId, seenAtMs, status } of tools.jobs()) {
      if (seenAtMs !== undefined && !isFinal(status))
        yield* tell(jobId, (log) => log.read(level, signal));
    }
  };
}

const isEnd = (event: JobEvent): event is StatusEvent =>
  event.type === 'status' && isFinal(event.status);
