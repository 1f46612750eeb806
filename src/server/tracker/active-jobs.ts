import type { WaitingJob } from '../queue/plan.js';
import type { JobRecord } from '../store/records.js';

/** A job that has not ended. */
export interface ActiveJob extends WaitingJob {
  status: 'Queued' | 'Running';
  heartbeatMs: number | undefined;
  /** When its reporter was last heard from, as far as this process of the server knows. */
  heardMs: number;
}

/**
 * The jobs that have not ended, in memory: who waits, how many run, and who was heard from when. All but the last can
 * be read from the store again, and so a sign of life costs no write.
 */
export interface ActiveJobs {
  /** Takes a job as it is now, last heard from at `heardMs`; one that has ended is forgotten. */
  note(job: JobRecord, after: readonly string[], heardMs: number): void;
  get(id: string): ActiveJob | undefined;
  /** Its reporter was heard from. */
  hear(id: string, nowMs: number): void;
  /** Everybody may be silent for this much longer. */
  forgive(durationMs: number): void;
  waiting(): readonly WaitingJob[];
  running(): number;
  all(): Iterable<ActiveJob>;
}

/** Nobody active yet. */
export function createActiveJobs(): ActiveJobs {
  const active = new Map<string, ActiveJob>();
  const withStatus = (wanted: ActiveJob['status']): ActiveJob[] =>
    [...active.values()].filter(({ status }) => status === wanted);
  return {
    note: ({ id, status, priority, createdAtMs, heartbeatMs }, after, heardMs) => {
      if (status === 'Queued' || status === 'Running') {
        active.set(id, { id, status, priority, createdAtMs, after, heartbeatMs, heardMs });
      } else active.delete(id);
    },
    get: (id) => active.get(id),
    hear: (id, nowMs) => {
      const job = active.get(id);
      if (job !== undefined) job.heardMs = nowMs;
    },
    forgive: (durationMs) => {
      for (const job of active.values()) job.heardMs += durationMs;
    },
    waiting: () => withStatus('Queued'),
    running: () => withStatus('Running').length,
    all: () => active.values(),
  };
}
