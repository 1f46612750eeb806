import { expect, it } from 'vitest';
import { toNearestEnd } from '../../../src/domain/events/expected-end.js';
import { emptyWatch } from '../../../src/domain/events/reduce.js';
import type { JobState } from '../../../src/domain/events/watch-state.js';

const NOW_MS = Date.parse('2024-01-20T10:45:00Z');

/** Jobs that are expected to end at these times, the last of which has ended. */
const jobs = (...times: string[]): JobState[] =>
  emptyWatch(times).jobs.map((job, index) => ({
    ...job,
    status: index === 2 ? 'Completed' : 'Running',
    row: { jobId: job.jobId, status: 'Running', estimatedCompletion: `2024-01-20T${job.jobId}Z` },
  }));

it('the end that is expected next counts, whether it is ahead or has just passed', () => {
  expect(toNearestEnd(jobs('10:50:00', '10:46:00'), NOW_MS)).toBe(60_000);
  expect(toNearestEnd(jobs('10:44:50', '10:46:00'), NOW_MS)).toBe(-10_000);
  expect(toNearestEnd(jobs('10:50:00', '10:55:00', '10:45:01'), NOW_MS)).toBe(300_000);
});

it('a job’s own progress tells more than its row', () => {
  const [job] = jobs('10:50:00');
  const progress = {
    status: 'Running',
    overallProgress: { estimatedCompletion: '2024-01-20T10:45:10Z' },
  };
  expect(toNearestEnd(job === undefined ? [] : [{ ...job, progress }], NOW_MS)).toBe(10_000);
});

it('nothing is expected of jobs that nobody has seen', () => {
  expect(toNearestEnd(emptyWatch(['a']).jobs, NOW_MS)).toBeUndefined();
  expect(toNearestEnd([], NOW_MS)).toBeUndefined();
});
