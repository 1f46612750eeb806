import { expect, test } from 'vitest';
import { createTracking, finish, guid, log } from '../tracking.js';

test('a job whose reporter was silent for three heartbeats has failed', () => {
  const { register, report, status, job, events, pass } = createTracking();
  register(1, { heartbeatSeconds: 5 });
  register(2, { after: [1] });
  register(3);
  pass(10);
  report(1);

  pass(15);
  expect(status(1)).toBe('Running');
  pass(1);

  expect(job(1)).toMatchObject({
    status: 'Failed',
    reason: 'its reporter was not heard from for 16 s',
  });
  expect(events(1).at(-1)).toMatchObject({ type: 'JobFailed', details: { cause: 'lost' } });
  expect(status(2)).toBe('Failed');
  expect(status(3)).toBe('Running');
});

test('a lost job in the queue gives up its place', () => {
  const { register, status, pass } = createTracking({ maxRunning: 1 });
  register(1);
  register(2, { heartbeatSeconds: 5 });

  pass(16);

  expect(status(2)).toBe('Failed');
});

test('a job that waited gets its heartbeats from the moment it starts', () => {
  const { register, report, status, pass } = createTracking({ maxRunning: 1 });
  register(1);
  register(2, { heartbeatSeconds: 5 });
  pass(14);
  report(1, finish());

  pass(15);

  expect(status(2)).toBe('Running');
});

test('after a restart everybody has the time again to be heard from', () => {
  const { register, status, pass, clock, restart } = createTracking();
  register(1, { heartbeatSeconds: 5 });
  clock.advance(3_600_000);
  restart();

  pass(15);
  expect(status(1)).toBe('Running');
  pass(1);
  expect(status(1)).toBe('Failed');
});

test('nobody is lost because the machine slept', () => {
  const { register, status, pass, clock } = createTracking();
  register(1, { heartbeatSeconds: 5 });
  pass(10);
  clock.advance(8 * 3_600_000);

  pass(3);
  expect(status(1)).toBe('Running');
  pass(10);
  expect(status(1)).toBe('Failed');
});

test('the queue goes on after a restart, with as many places as there are then', () => {
  const { register, status, pass, restart } = createTracking({ maxRunning: 1 });
  for (const number of [1, 2, 3, 4]) register(number);
  restart({ maxRunning: 3 });

  pass(1);

  expect([1, 2, 3, 4].map(status)).toEqual(['Running', 'Running', 'Running', 'Queued']);
});

test('equal warnings are told once, also after a restart', () => {
  const { register, report, events, restart } = createTracking();
  const warn = (reportId: string) => log(reportId, 'slow disk', 'WARN');
  register(1);
  report(1, { reportId: 's', type: 'stage', stageName: 'Load' }, warn('a'));
  restart();

  report(1, warn('b'));

  expect(events(1).filter(({ type }) => type === 'Warning')).toHaveLength(1);
});

test('old jobs are taken away by the rule: thirty days, at most ten thousand', () => {
  const { register, report, store, clock, tracker } = createTracking({
    keep: { days: 30, jobs: 2 },
  });
  for (const number of [1, 2, 3, 4]) {
    register(number);
    clock.advance(1_000);
    if (number < 4) report(number, finish());
  }
  tracker.tick();
  expect([1, 2, 3, 4].map((number) => store.job(guid(number)) !== undefined)).toEqual([
    false,
    true,
    true,
    true,
  ]);

  clock.advance(31 * 86_400_000);
  tracker.tick();

  expect([2, 3, 4].map((number) => store.job(guid(number)) !== undefined)).toEqual([
    false,
    false,
    true,
  ]);
});

test('the store is asked to tidy up once a minute, and every second while there is something to tidy', () => {
  const inner = createTracking().store;
  const asked: number[] = [];
  let taken = 0;
  const { pass } = createTracking({
    store: { ...inner, prune: (rule) => asked.push(rule.keep) && taken },
  });

  pass(121);
  expect(asked).toEqual([10_000, 10_000, 10_000]);
  taken = 1;
  pass(60);
  taken = 0;
  asked.length = 0;
  pass(10);

  expect(asked).toHaveLength(10);
});
