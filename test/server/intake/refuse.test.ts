import { expect, test } from 'vitest';
import { ApiError } from '../../../src/server/api-error.js';
import { newJob } from '../../../src/server/intake/new-job.js';
import { leaveOutDuplicates, refuse } from '../../../src/server/intake/refuse.js';
import { type AnyReport, JOB_ID, START, withId } from './reporting.js';

const queued = newJob({ jobName: 'Nightly' }, JOB_ID, START);
const running = { ...queued, status: 'Running' as const };
const failed = { ...queued, status: 'Failed' as const };

const refusal = (job: typeof queued, ...reports: AnyReport[]): string | undefined => {
  try {
    refuse(job, reports.map(withId));
    return undefined;
  } catch (error) {
    return error instanceof ApiError ? `${error.code}: ${error.message}` : String(error);
  }
};

const log: AnyReport = { type: 'log', message: 'a line' };
const finish = (status: 'Completed' | 'Failed' | 'Cancelled'): AnyReport => ({
  type: 'finish',
  status,
});

test('reports that were taken before are left out, also those of the same request', () => {
  const reports = ['a', 'b', 'b', 'c', 'a'].map((reportId) => withId({ ...log, reportId }));

  const { fresh, duplicates } = leaveOutDuplicates(reports, new Set(['c']));

  expect(fresh.map(({ reportId }) => reportId)).toEqual(['a', 'b']);
  expect(duplicates).toBe(3);
});

test('a running job may have any reports, with the finish as the last', () => {
  expect(
    refusal(running, log, { type: 'progress', percent: 1 }, finish('Completed')),
  ).toBeUndefined();
});

test('nothing comes after a finish, in the same request or later', () => {
  expect(refusal(running, finish('Completed'), log)).toBe(
    'JOB_IS_FINAL: nothing can be reported after a finish',
  );
  expect(refusal(running, finish('Completed'), finish('Failed'))).toBe(
    'JOB_IS_FINAL: nothing can be reported after a finish',
  );
  expect(refusal(failed, log)).toBe(
    'JOB_IS_FINAL: the job is Failed: nothing more can be reported of it',
  );
});

test('a job that waits can write to its log and be cancelled, no more', () => {
  expect(refusal(queued, log, finish('Cancelled'))).toBeUndefined();
  expect(refusal(queued, log, { type: 'progress', percent: 1 })).toBe(
    'VALIDATION_FAILED: the job is Queued: it has not started',
  );
  expect(refusal(queued, finish('Completed'))).toBe(
    'VALIDATION_FAILED: the job is Queued: it has not started',
  );
});
