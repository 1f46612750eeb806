import type { WatchObject } from '../../contract/index.js';
import type { StaleEvent, VerdictEvent } from '../../domain/events/job-event.js';
import type { WatchState } from '../../domain/events/watch-state.js';
import type { JobtrackError } from '../../errors/index.js';
import { errorText } from '../../i18n/error-text.js';
import type { Messages } from '../../i18n/messages.js';
import { writeJson, writeNdjson } from '../../output/writing.js';
import type { OutputPort } from '../../ports/io.js';
import { beatsOf } from './standing.js';
import type { Teller } from './tell.js';
import type { MissingEvent, ToldEvent } from './told-events.js';

/** Tells events as JSON, an object a line. */
export const createNdjsonTeller = (output: OutputPort, messages: Messages): Teller => ({
  tell: async (event) => {
    await writeNdjson(output, [eventObject(event, messages)]);
    return true;
  },
  heartbeat: (nowMs, watch) => writeNdjson(output, [heartbeatObject(watch, nowMs)]),
});

/** Tells nothing but the end, as one document. */
export const createJsonTeller = (output: OutputPort): Teller => ({
  tell: async (event) => {
    if (event.type === 'verdict') await writeJson(output, verdictObject(event));
    return event.type === 'verdict';
  },
  heartbeat: async () => {},
});

/** An event as the object that is printed for it. */
function eventObject(event: ToldEvent, messages: Messages): WatchObject {
  switch (event.type) {
    case 'status':
      return ofJob(event);
    case 'stage':
      return ofJob(event);
    case 'progress':
      return ofJob(event);
    case 'log':
      return ofJob(event);
    case 'gap':
      return ofJob(event);
    case 'late':
      return ofJob(event);
    case 'stall':
      return ofJob(event);
    case 'moving':
      return ofJob(event);
    case 'missing':
      return missingObject(event, messages);
    case 'stale':
      return staleObject(event, messages);
    case 'fresh':
      return { type: 'fresh', version: 1, time: timeText(event.atMs), ageMs: event.ageMs };
    case 'verdict':
      return verdictObject(event);
  }
}

function verdictObject(event: VerdictEvent): WatchObject {
  const { type, jobId, atMs, state, exitCode, jobs, lastErrors, ...summary } = event;
  return {
    ...ofJob({ type, jobId, atMs, state, exitCode, jobs: [...jobs], ...summary }),
    ...(lastErrors === undefined ? {} : { lastErrors: [...lastErrors] }),
  };
}

const heartbeatObject = (watch: WatchState, nowMs: number): WatchObject => ({
  type: 'heartbeat',
  version: 1,
  time: timeText(nowMs),
  jobs: beatsOf(watch, nowMs),
});

const ofJob = <T extends string, E extends { jobId: string; atMs: number }>({
  type,
  jobId,
  atMs,
  ...rest
}: E & { type: T }) => ({ type, version: 1 as const, jobId, time: timeText(atMs), ...rest });

const missingObject = ({ error, ...event }: MissingEvent, messages: Messages): WatchObject => ({
  ...ofJob(event),
  error: errorObject(error, messages),
});

function staleObject(event: StaleEvent, messages: Messages): WatchObject {
  const { atMs, ageMs, nextTryMs, cause, error } = event;
  return {
    type: 'stale',
    version: 1,
    time: timeText(atMs),
    ...(ageMs === undefined ? {} : { ageMs }),
    nextTryTime: timeText(nextTryMs),
    cause,
    error: errorObject(error, messages),
  };
}

/** The four keys that an error has on stderr, too. */
const errorObject = (error: JobtrackError, messages: Messages) => ({
  code: error.code,
  message: errorText(error, messages).what,
  status: error.status ?? null,
  requestId: error.requestId ?? null,
});

/** RFC 3339 in UTC: programs read it, whatever zone the user is in. */
const timeText = (epochMs: number): string => new Date(epochMs).toISOString();
