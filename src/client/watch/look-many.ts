import { isDeepStrictEqual } from 'node:util';
import { type BatchJob, isFinal } from '../../contract/index.js';
import type { JobEvent, SeenEvent } from '../../domain/events/job-event.js';
import { eventsOfProgress, eventsOfRow } from '../../domain/events/look-events.js';
import type { JobState } from '../../domain/events/watch-state.js';
import { isJobtrackError } from '../../errors/index.js';
import type { Client } from '../types.js';
import type { Look } from './look.js';
import { createReadRows, type RowTools } from './read-rows.js';
import type { ServerClock } from './server-clock.js';
import { createStallWatch, type HasLogged, type StallWatch } from './stall-watch.js';

/** What several jobs are looked at with. */
export interface LookManyTools extends RowTools {
  client: Pick<Client, 'batch' | 'progress'>;
  serverClock: ServerClock;
  hasLogged: HasLogged;
  /** The jobs as they are known now, in their order: every event that was told is in them. */
  jobs: () => readonly JobState[];
  /** Whether a job that is not there may still come. */
  mayCome: () => boolean;
}

/** So many logs are asked at one look whether a job that seems to stand still really does. */
const CHECKS_MAX = 5;

/**
 * Looks at several jobs with one request for up to a thousand of them; those that have ended are not asked for again.
 * One that the server leaves out of its answer is asked for by itself, so that it is known to be there or not.
 */
export function createLookAtMany(tools: LookManyTools): Look {
  let checks = 0;
  const mayAsk = (): boolean => {
    checks += 1;
    return checks <= CHECKS_MAX;
  };
  const stalls = createStallWatch(tools.hasLogged, mayAsk);
  const readRows = createReadRows(tools);
  return async function* look(signal) {
    checks = 0;
    const open = tools.jobs().filter(({ status }) => !isFinal(status));
    const missing: JobState[] = [];
    for await (const rows of readRows(open, signal)) {
      const atMs = tools.serverClock.now();
      yield rows.flatMap(([job, row]) => (row === undefined ? [] : tell(tools, job, row, atMs)));
      missing.push(...rows.flatMap(([job, row]) => (row === undefined ? [job] : [])));
    }
    for (const job of missing) yield await readAlone(tools, job, signal);
    yield await stallsAmong(new Set(open.map(({ jobId }) => jobId)), tools, stalls, signal);
  };
}

/** What a row has to tell of its job. */
function tell(tools: LookManyTools, job: JobState, row: BatchJob, atMs: number): JobEvent[] {
  const isSame = row === job.row || isDeepStrictEqual(row, job.row);
  return [seen(tools, job, atMs, isSame ? {} : { row }), ...eventsOfRow(job, row, atMs)];
}

const seen = (
  { serverClock }: LookManyTools,
  { jobId }: JobState,
  atMs: number,
  found: Pick<SeenEvent, 'row' | 'progress'>,
): SeenEvent => ({ type: 'seen', jobId, atMs, skewMs: serverClock.skewMs(), ...found });

/** Nothing is told of a job that is not there yet. */
async function readAlone(
  tools: LookManyTools,
  job: JobState,
  signal: AbortSignal | undefined,
): Promise<JobEvent[]> {
  const { client, ask, serverClock, mayCome } = tools;
  try {
    const { body } = await ask((how) => client.progress(job.jobId, how), signal);
    const atMs = serverClock.now();
    const found = body === job.progress ? {} : { progress: body };
    return [seen(tools, job, atMs, found), ...eventsOfProgress(job, body, atMs)];
  } catch (error) {
    const isYetToCome = isJobtrackError(error, 'NOT_FOUND') && job.seenAtMs === undefined;
    if (isYetToCome && mayCome()) return [];
    throw error;
  }
}

/** Which of the jobs that were looked at stand still, or move again. */
async function stallsAmong(
  jobIds: ReadonlySet<string>,
  { jobs, serverClock }: LookManyTools,
  stalls: StallWatch,
  signal: AbortSignal | undefined,
): Promise<JobEvent[]> {
  const events: JobEvent[] = [];
  for (const job of jobs()) {
    if (!jobIds.has(job.jobId) || job.seenAtMs === undefined) continue;
    if (isFinal(job.status)) {
      stalls.forget(job.jobId);
      continue;
    }
    const event = await stalls.after(job, serverClock.now(), signal);
    if (event !== undefined) events.push(event);
  }
  return events;
}
