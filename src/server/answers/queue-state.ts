import { waitsFor } from '../queue/plan.js';
import type { JobQuery } from '../store/port.js';
import type { JobRecord } from '../store/records.js';
import { forecastQueue, type QueueEntry } from './formulas/queue-forecast.js';
import type { Outlook } from './outlook.js';
import type { Reading } from './reading.js';

/** What waits, what runs, and when it is expected to. */
export interface QueueState {
  running: readonly JobRecord[];
  queued: readonly JobRecord[];
  /**
   * Since when each queued job has been ready that only the lack of a place holds: since it was registered, or since
   * the last of those that it waited for Completed. In milliseconds since 1970.
   */
  readySinceMs: readonly number[];
  outlooks: ReadonlyMap<string, Outlook>;
  entries: ReadonlyMap<string, QueueEntry>;
}

/** More jobs than this are not looked at: nobody waits for the ten-thousandth. */
const MOST_JOBS = 10_000;

/** Reads the whole queue and everything that runs. */
export function readQueue(reading: Reading, maxRunning: number | undefined): QueueState {
  const { store, nowMs } = reading;
  const list = (status: NonNullable<JobQuery['statuses']>[number]): readonly JobRecord[] =>
    store.jobs({ statuses: [status], limit: MOST_JOBS });
  const running = list('Running');
  const queued = list('Queued');
  const outlooks = new Map(running.map((job) => [job.id, reading.outlook(job)]));
  const statuses = new Map([...running, ...queued].map(({ id, status }) => [id, status]));
  const waiting = queued.map((job) => ({
    ...job,
    after: reading.prerequisites(job),
    expectedMs: reading.pastOf(job).jobMs,
  }));
  return {
    running,
    queued,
    // A prerequisite that neither runs nor is queued has ended, or these would have failed with it.
    readySinceMs: waiting
      .filter((job) => waitsFor(job, (id) => statuses.get(id)).length === 0)
      .map(({ createdAtMs, after }) =>
        Math.max(createdAtMs, ...after.map((id) => store.job(id)?.endedAtMs ?? 0)),
      ),
    outlooks,
    entries: forecastQueue({
      nowMs,
      maxRunning,
      runningEndsMs: new Map([...outlooks].map(([id, { endMs }]) => [id, endMs])),
      queued: waiting,
    }),
  };
}
