import { expect, test } from 'vitest';
import { lostJobs, timeAsleep } from '../../../src/server/queue/leases.js';
import type { ActiveJob } from '../../../src/server/tracker/active-jobs.js';

const job = (fields: Partial<ActiveJob>): ActiveJob => ({
  id: 'a',
  priority: 'Normal',
  createdAtMs: 0,
  after: [],
  status: 'Running',
  heartbeatMs: 10_000,
  heardMs: 0,
  ...fields,
});

test('a job is lost when it was silent for more than three of its heartbeats', () => {
  expect(lostJobs([job({})], 30_000)).toEqual([]);
  expect(lostJobs([job({})], 30_001)).toEqual([{ id: 'a', silentMs: 30_001 }]);
  expect(lostJobs([job({ heardMs: 500 })], 30_001)).toEqual([]);
});

test('a job that promised nothing may be silent for as long as it likes', () => {
  expect(lostJobs([job({ heartbeatMs: undefined })], 1e12)).toEqual([]);
});

test('a queued job can be lost as well', () => {
  expect(lostJobs([job({ status: 'Queued' })], 30_001)).toHaveLength(1);
});

test('the time that the server slept is nobody’s silence', () => {
  expect(timeAsleep(1_000, 2_000)).toBe(0);
  expect(timeAsleep(1_000, 11_000)).toBe(0);
  expect(timeAsleep(1_000, 3_601_000)).toBe(3_600_000);
});

test('a clock that was set back says nothing about sleep', () => {
  expect(timeAsleep(50_000, 1_000)).toBe(0);
});
