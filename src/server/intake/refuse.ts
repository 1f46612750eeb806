import { isFinal, type Report } from '../../contract/index.js';
import { ApiError } from '../api-error.js';
import type { JobRecord } from '../store/records.js';

/** Reports without those that were taken before, and how many those are. */
export interface Sorted {
  fresh: readonly Report[];
  duplicates: number;
}

/** Leaves out every report whose id was taken before, by an earlier request or earlier in the same one. */
export function leaveOutDuplicates(reports: readonly Report[], known: ReadonlySet<string>): Sorted {
  const seen = new Set(known);
  const fresh = reports.filter(({ reportId }) => !seen.has(reportId) && seen.add(reportId));
  return { fresh, duplicates: reports.length - fresh.length };
}

/**
 * Throws when the job may not have one of these reports, so that none of them is taken: nothing comes after a finish,
 * and a job that waits to start can write to its log and be cancelled, no more.
 */
export function refuse(job: JobRecord, fresh: readonly Report[]): void {
  const end = fresh.findIndex(({ type }) => type === 'finish');
  if (isFinal(job.status) || (end !== -1 && end < fresh.length - 1)) {
    throw new ApiError(
      'JOB_IS_FINAL',
      isFinal(job.status)
        ? `the job is ${job.status}: nothing more can be reported of it`
        : 'nothing can be reported after a finish',
    );
  }
  if (job.status !== 'Queued') return;
  const early = fresh.find((report) => !isForQueued(report));
  if (early === undefined) return;
  throw new ApiError('VALIDATION_FAILED', 'the job is Queued: it has not started', [
    {
      field: 'type',
      message: `report ${early.reportId} is a ${early.type}; a queued job takes log, and finish with the status Cancelled`,
    },
  ]);
}

const isForQueued = (report: Report): boolean =>
  report.type === 'log' || (report.type === 'finish' && report.status === 'Cancelled');
