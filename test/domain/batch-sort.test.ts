import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BatchJob } from '../../src/contract/index.js';
import { type BatchSortKey, batchSortKeys, sortJobs } from '../../src/domain/batch-sort.js';

const job = (jobId: string, fields: Partial<BatchJob>): BatchJob => ({ jobId, ...fields });

const order = (jobs: readonly BatchJob[], key: BatchSortKey, locale = 'en'): string =>
  sortJobs(jobs, key, locale)
    .map(({ jobId }) => jobId)
    .join(' ');

test('by status, what needs a person first; unknown ones last', () => {
  const jobs = [
    'Suspended',
    'İptal Edildi',
    'Completed',
    'Pending',
    'Kuyrukta',
    'Running',
    '失敗',
  ].map((status) => job(status, { status }));
  expect(order(jobs, 'status')).toBe(
    '失敗 Running Kuyrukta Pending Completed İptal Edildi Suspended',
  );
});

test('by progress, the furthest first', () => {
  const jobs = [
    job('none', {}),
    job('half', { progress: 50 }),
    job('zero', { progress: 0 }),
    job('most', { progress: 99 }),
  ];
  expect(order(jobs, 'progress')).toBe('most half zero none');
});

test('by start, estimated starts among the real ones', () => {
  const jobs = [
    job('unknown', { startTime: 'soon' }),
    job('queued', { estimatedStartTime: '2024-01-20T10:55:00Z' }),
    job('later', { startTime: '2024-01-20T14:00:00+03:00' }),
    job('first', { startTime: '2024-01-20T10:30:00Z' }),
  ];
  expect(order(jobs, 'start')).toBe('first queued later unknown');
});

test('by eta, the next to end first; what has ended has no eta', () => {
  const estimatedCompletion = '2024-01-20T10:00:00Z';
  const jobs = [
    job('done', { status: 'Completed', estimatedCompletion }),
    job('far', { status: 'Running', estimatedCompletion: '2024-01-20T12:00:00Z' }),
    job('near', { status: 'Çalışıyor', estimatedCompletion: '2024-01-20T11:00:00Z' }),
  ];
  expect(order(jobs, 'eta')).toBe('near far done');
});

test('by name, in the alphabet of the language and with numbers by their size', () => {
  const jobs = ['Zebra', 'Çınar', 'Cam', 'Dal', 'Job 10', 'Job 9'].map((jobName) =>
    job(jobName.replace(' ', ''), { jobName }),
  );
  expect(order([job('none', {}), ...jobs], 'name', 'tr')).toBe(
    'Cam Çınar Dal Job9 Job10 Zebra none',
  );
});

test('sorting keeps all jobs, keeps the order of equal ones and changes no list', () => {
  const progress = fc.constantFrom(undefined, 0, 50, 100);
  fc.assert(
    fc.property(fc.array(progress), fc.constantFrom(...batchSortKeys), (values, key) => {
      const jobs = values.map((value, index) => job(String(index), { progress: value }));
      const sorted = sortJobs(jobs, key, 'en');
      expect(jobs.map(({ jobId }) => jobId)).toEqual(values.map((_, index) => String(index)));
      expect(new Set(sorted)).toEqual(new Set(jobs));
      for (const [index, next] of sorted.slice(1).entries()) {
        const before = sorted[index];
        if (before?.progress === next.progress)
          expect(Number(before?.jobId)).toBeLessThan(Number(next.jobId));
      }
    }),
  );
});
