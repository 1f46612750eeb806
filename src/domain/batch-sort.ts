import { type BatchJob, isFinal, type Status, statuses } from '../contract/index.js';
import { instant } from './instant.js';

/** What jobs can be sorted by. */
export const batchSortKeys = ['progress', 'start', 'eta', 'name', 'status'] as const;
export type BatchSortKey = (typeof batchSortKeys)[number];

/** What needs a person first. */
const STATUS_ORDER: readonly Status[] = [
  'Failed',
  'Running',
  'Queued',
  'Pending',
  'Completed',
  'Cancelled',
];

/**
 * Jobs in a new order: the furthest progress, the earliest start or end, the name or status that comes first.
 * Jobs of which the key is not known come last; equal ones keep the server's order.
 *
 * @param locale The language whose alphabet names are sorted by, such as `tr`.
 */
export function sortJobs(jobs: readonly BatchJob[], key: BatchSortKey, locale: string): BatchJob[] {
  if (key === 'name') return sortByName(jobs, locale);
  const rank = ranks[key];
  const ranked = jobs.map((job) => ({ job, rank: rank(job) ?? Number.POSITIVE_INFINITY }));
  return ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ job }) => job);
}

const ranks: Record<Exclude<BatchSortKey, 'name'>, (job: BatchJob) => number | undefined> = {
  progress: (job) => (job.progress == null ? undefined : -job.progress),
  start: (job) => instant(job.startTime ?? job.estimatedStartTime),
  eta: (job) => (isFinal(job.status) ? undefined : instant(job.estimatedCompletion)),
  status: (job) => {
    const status = statuses.canonical(job.status);
    return status === undefined ? undefined : STATUS_ORDER.indexOf(status);
  },
};

function sortByName(jobs: readonly BatchJob[], locale: string): BatchJob[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...jobs].sort((a, b) => {
    if (a.jobName == null || b.jobName == null)
      return Number(a.jobName == null) - Number(b.jobName == null);
    return compare(a.jobName, b.jobName);
  });
}
