import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Status } from '../../../src/contract/index.js';
import { planQueue, type WaitingJob, waitsFor } from '../../../src/server/queue/plan.js';

const waiting = (id: string, ...after: string[]): WaitingJob => ({
  id,
  after,
  priority: 'Normal',
  createdAtMs: 0,
});

const statuses =
  (known: Record<string, Status>) =>
  (id: string): Status | undefined =>
    known[id];

test('jobs start in the order of the queue, as many as there are places', () => {
  const jobs: WaitingJob[] = [
    { ...waiting('normal'), priority: 'Normal' },
    { ...waiting('critical'), priority: 'Critical' },
    { ...waiting('high'), priority: 'High' },
  ];

  expect(planQueue(jobs, statuses({}), 2)).toEqual({ fail: [], start: ['critical', 'high'] });
  expect(planQueue(jobs, statuses({}), 0).start).toEqual([]);
  expect(planQueue(jobs, statuses({}), -3).start).toEqual([]);
  expect(planQueue(jobs, statuses({}), Number.POSITIVE_INFINITY).start).toHaveLength(3);
});

test('a job starts when all of its prerequisites are Completed; until then others pass it', () => {
  const jobs = [waiting('a', 'load', 'check'), waiting('b')];

  expect(planQueue(jobs, statuses({ load: 'Completed', check: 'Running' }), 1).start).toEqual([
    'b',
  ]);
  expect(planQueue(jobs, statuses({ load: 'Completed', check: 'Completed' }), 1).start).toEqual([
    'a',
  ]);
});

test('a prerequisite that is not kept any more had completed', () => {
  expect(planQueue([waiting('a', 'long-ago')], statuses({}), 1).start).toEqual(['a']);
});

test('what a job waits for is told', () => {
  const statusOf = statuses({ load: 'Completed', check: 'Queued', index: 'Running' });

  expect(waitsFor(waiting('a', 'load', 'check', 'index'), statusOf)).toEqual(['check', 'index']);
});

test('a job fails with its prerequisite, and those that wait for it fail with it', () => {
  const jobs = [
    waiting('report', 'analyse'),
    waiting('analyse', 'load'),
    waiting('other', 'check'),
    waiting('last', 'report', 'other'),
  ];
  const known: Record<string, Status> = {
    load: 'Cancelled',
    check: 'Running',
    analyse: 'Queued',
    report: 'Queued',
    other: 'Queued',
  };

  expect(planQueue(jobs, statuses(known), 5)).toEqual({
    fail: [
      { id: 'analyse', prerequisite: 'load', prerequisiteStatus: 'Cancelled' },
      { id: 'report', prerequisite: 'analyse', prerequisiteStatus: 'Failed' },
      { id: 'last', prerequisite: 'report', prerequisiteStatus: 'Failed' },
    ],
    start: [],
  });
});

test('whatever waits for whatever: nobody starts too early, nobody fails and starts, no place is left unused', () => {
  const someStatus = fc.constantFrom<Status>('Running', 'Completed', 'Failed', 'Cancelled');
  const queueOf = fc.array(fc.array(fc.nat(40), { maxLength: 3 }), { maxLength: 30 });
  fc.assert(
    fc.property(
      queueOf,
      fc.array(someStatus, { minLength: 10, maxLength: 10 }),
      fc.nat(5),
      (afters, ended, places) => {
        // Jobs 0 to 9 are not in the queue; each later one can only wait for one before it.
        const jobs = afters.map((after, index) => {
          const number = 10 + index;
          return waiting(`${number}`, ...after.map((one) => `${one % number}`));
        });
        const statusOf = (id: string): Status => ended[Number(id)] ?? 'Queued';

        const { fail, start } = planQueue(jobs, statusOf, places);

        const failed = new Set(fail.map(({ id }) => id));
        const isBad = (id: string) =>
          failed.has(id) || statusOf(id) === 'Failed' || statusOf(id) === 'Cancelled';
        const ready = jobs.filter(({ after }) => after.every((id) => statusOf(id) === 'Completed'));
        for (const { id, after } of jobs) expect(failed.has(id)).toBe(after.some(isBad));
        expect(start).toHaveLength(Math.min(places, ready.length));
        expect(ready.map(({ id }) => id)).toEqual(expect.arrayContaining([...start]));
      },
    ),
    { numRuns: 300 },
  );
});

test('ten thousand jobs in a chain fail at once', () => {
  const jobs = Array.from({ length: 10_000 }, (_, index) => waiting(`${index + 1}`, `${index}`));

  const { fail } = planQueue(jobs, (id) => (id === '0' ? 'Failed' : 'Queued'), 1);

  expect(fail).toHaveLength(10_000);
  expect(fail.at(-1)?.id).toBe('10000');
});
