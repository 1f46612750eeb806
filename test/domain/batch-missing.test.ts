import { expect, test } from 'vitest';
import { missingJobs } from '../../src/domain/batch-missing.js';

test('ids that were not answered are named once; case does not matter', () => {
  const asked = ['AA0E8400', 'bb0e8400', 'BB0E8400', 'cc0e8400'];
  expect(missingJobs(asked, [{ jobId: 'aa0e8400' }, { jobId: 'CC0E8400' }])).toEqual(['bb0e8400']);
});

test('nothing is missing where nothing was asked for by id', () => {
  expect(missingJobs([], [{ jobId: 'aa0e8400' }])).toEqual([]);
});
