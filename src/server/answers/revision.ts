import type { JobRecord } from '../store/records.js';
import { walkDependencies } from './dependency-walk.js';
import type { Reading } from './reading.js';

/**
 * What the answers about a job rest on. One that waits rests on everything, since its turn does. Any other rests on
 * itself, on how the jobs before and after it stand, and on the newest of the past jobs that it is compared with.
 */
export function jobRevision({ store, pastOf }: Reading, job: JobRecord): string {
  if (job.status === 'Queued' || job.status === 'Pending') return `all-${store.revision()}`;
  const related = walkDependencies(store, job).nodes.map(({ id, status }) => `${id}.${status}`);
  const past = pastOf(job).jobs[0]?.jobId ?? 'none';
  return [job.createdAtMs, job.revision, past, ...related].join('-');
}
