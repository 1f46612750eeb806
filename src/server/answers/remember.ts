import type { JobRecord } from '../store/records.js';

/** The most jobs that anything is remembered of; some kilobytes a job. */
const JOBS_KEPT = 2_000;

/** Reads something of a job, and again only when the job's state is another one. */
export function remember<T>(
  stateOf: (job: JobRecord) => string,
  read: (job: JobRecord) => T,
): (job: JobRecord) => T {
  const kept = new Map<string, { state: string; value: T }>();
  return (job) => {
    const state = stateOf(job);
    const known = kept.get(job.id);
    if (known?.state === state) return known.value;
    const value = read(job);
    if (kept.size >= JOBS_KEPT) kept.clear();
    kept.set(job.id, { state, value });
    return value;
  };
}
