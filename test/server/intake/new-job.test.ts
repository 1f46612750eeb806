import { expect, test } from 'vitest';
import { newJob, registrationDigest } from '../../../src/server/intake/new-job.js';
import { JOB_ID, START } from './reporting.js';

test('a job starts out in the queue, of Normal priority, with what was said of it', () => {
  expect(newJob({ jobName: 'Nightly', heartbeatSeconds: 10 }, JOB_ID, START)).toEqual({
    id: JOB_ID,
    name: 'Nightly',
    priority: 'Normal',
    status: 'Queued',
    createdAtMs: START,
    lastHeardMs: START,
    heartbeatMs: 10_000,
    metrics: {},
    registration: expect.any(String),
    logCounts: { DEBUG: 0, INFO: 0, WARN: 0, ERROR: 0 },
    logSequence: 0,
    eventSequence: 0,
    revision: 1,
  });
});

test('a priority is understood in every spelling; an unknown one is refused with those that are known', () => {
  expect(newJob({ jobName: 'Nightly', priority: 'kritik' }, JOB_ID, START).priority).toBe(
    'Critical',
  );
  expect(() => newJob({ jobName: 'Nightly', priority: 'urgent' }, JOB_ID, START)).toThrow(
    expect.objectContaining({
      code: 'VALIDATION_FAILED',
      message: '"urgent" is not a priority',
      details: [{ field: 'priority', message: 'one of Critical, High, Normal, Low' }],
    }),
  );
});

test('registrations that ask for the same job have the same digest', () => {
  const one = registrationDigest({ jobName: 'A', after: ['x', 'y'], priority: 'Yüksek' });

  expect(registrationDigest({ priority: 'high', after: ['y', 'x', 'x'], jobName: 'A' })).toBe(one);
  expect(registrationDigest({ jobName: 'B', after: ['x', 'y'], priority: 'High' })).not.toBe(one);
  expect(registrationDigest({ jobName: 'A', after: ['x'], priority: 'High' })).not.toBe(one);
  expect(registrationDigest({ jobName: 'A', after: ['x', 'y'] })).not.toBe(one);
});
