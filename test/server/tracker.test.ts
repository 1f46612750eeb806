import { expect, test } from 'vitest';
import type { Store } from '../../src/server/store/port.js';
import { createTracking, finish, guid, log } from './tracking.js';

const refusedWith = (code: string, ...fields: string[]) =>
  expect.objectContaining({
    code,
    ...(fields.length === 0
      ? {}
      : { details: fields.map((field) => expect.objectContaining({ field })) }),
  });

test('a job that nothing holds runs at once', () => {
  const { register, job, events } = createTracking();

  expect(register(1)).toEqual({ receipt: { jobId: guid(1), status: 'Running' }, isNew: true });
  expect(job(1)).toMatchObject({
    status: 'Running',
    startedAtMs: Date.parse('2024-01-20T10:45:33Z'),
  });
  expect(events(1).map(({ type }) => type)).toEqual(['JobStarted']);
});

test('a job without an id gets one', () => {
  const { tracker, store } = createTracking();

  const { receipt } = tracker.register({ jobName: 'Nightly' });

  expect(store.job(receipt.jobId)?.name).toBe('Nightly');
});

test('the same registration again is no second job, however the job has gone on', () => {
  const { register, report } = createTracking();
  register(1, { totalRecords: 10 });
  report(1, { reportId: 'a', type: 'progress', records: 3, totalRecords: 12 });

  expect(register(1, { totalRecords: 10 })).toEqual({
    receipt: { jobId: guid(1), status: 'Running' },
    isNew: false,
  });
});

test('another registration under a known id is refused', () => {
  const { register } = createTracking();
  register(1);

  expect(() => register(1, { jobName: 'Another' })).toThrow(refusedWith('JOB_EXISTS'));
});

test('a prerequisite that is not there is refused by its place, and so no circle can be made', () => {
  const { register, store } = createTracking();
  register(1);

  expect(() => register(2, { after: [1, 3, 2] })).toThrow(
    refusedWith('VALIDATION_FAILED', 'after.1', 'after.2'),
  );
  expect(store.job(guid(2))).toBeUndefined();
});

test('a job waits for those that it names, and starts in the moment the last of them completes', () => {
  const { register, report, status, clock, job } = createTracking();
  register(1);
  register(2);

  expect(register(3, { after: [1, 2] }).receipt).toEqual({
    jobId: guid(3),
    status: 'Queued',
    queuePosition: 1,
    waitingFor: [guid(1), guid(2)],
  });
  report(1, finish());
  expect(report(3)).toMatchObject({ status: 'Queued', waitingFor: [guid(2)] });
  clock.advance(60_000);
  report(2, finish());

  expect(status(3)).toBe('Running');
  expect(job(3).startedAtMs).toBe(clock.now());
  expect(report(3)).toEqual({ jobId: guid(3), status: 'Running', accepted: 0, duplicates: 0 });
});

test('no more jobs run than may; the most urgent goes next, then the oldest', () => {
  const { register, report, status, clock } = createTracking({ maxRunning: 1 });
  register(1);
  clock.advance(1);
  expect(register(2).receipt).toEqual({ jobId: guid(2), status: 'Queued', queuePosition: 1 });
  clock.advance(1);
  expect(register(3, { priority: 'High' }).receipt.queuePosition).toBe(1);
  expect(report(2).queuePosition).toBe(2);

  report(1, finish());
  expect([status(2), status(3)]).toEqual(['Queued', 'Running']);
  report(3, finish('Failed'));
  expect(status(2)).toBe('Running');
});

test('a job fails with its prerequisite, with the reason, and those after it fail as well', () => {
  const { register, report, status, job, events } = createTracking();
  register(1, { jobName: 'Load' });
  register(2, { jobName: 'Analyse', after: [1] });
  register(3, { after: [2] });

  report(1, finish('Cancelled'));

  expect([status(2), status(3)]).toEqual(['Failed', 'Failed']);
  expect(job(2).reason).toBe('prerequisite "Load" was cancelled');
  expect(job(3).reason).toBe('prerequisite "Analyse" failed');
  expect(events(2)).toMatchObject([
    {
      type: 'JobFailed',
      text: 'prerequisite "Load" was cancelled',
      details: {
        cause: 'prerequisite',
        prerequisiteJobId: guid(1),
        prerequisiteStatus: 'Cancelled',
      },
    },
  ]);
});

test('a job whose prerequisite has failed already fails at once', () => {
  const { register, report } = createTracking();
  register(1);
  report(1, finish('Failed'));

  expect(register(2, { after: [1] }).receipt).toEqual({ jobId: guid(2), status: 'Failed' });
});

test('reports of a job that is not there are refused', () => {
  expect(() => createTracking().report(7, log('a'))).toThrow(refusedWith('JOB_NOT_FOUND'));
});

test('a report is taken once, in one request or several', () => {
  const { register, report, job } = createTracking();
  register(1);

  expect(report(1, log('a'), log('a'), log('b'))).toMatchObject({ accepted: 2, duplicates: 1 });
  expect(report(1, log('b'), log('c'))).toMatchObject({ accepted: 1, duplicates: 1 });
  expect(job(1).logSequence).toBe(3);
});

test('all of a request is taken, or none', () => {
  const { register, report, job } = createTracking();
  register(1);

  expect(() => report(1, log('a'), finish(), log('b'))).toThrow(refusedWith('JOB_IS_FINAL'));

  expect(job(1)).toMatchObject({ status: 'Running', logSequence: 0 });
});

test('a job that has ended takes nothing more, and answers what it took before as before', () => {
  const { register, report } = createTracking();
  register(1);
  report(1, log('a'), finish('Failed'));

  expect(() => report(1, log('b'))).toThrow(refusedWith('JOB_IS_FINAL'));
  expect(report(1, log('a'), finish('Failed'))).toEqual({
    jobId: guid(1),
    status: 'Failed',
    accepted: 0,
    duplicates: 2,
  });
});

test('a queued job can write to its log and be cancelled', () => {
  const { register, report, status, job } = createTracking({ maxRunning: 1 });
  register(1);
  register(2);

  report(2, log('waiting'));
  expect(() => report(2, { reportId: 'p', type: 'progress', percent: 5 })).toThrow(
    refusedWith('VALIDATION_FAILED', 'type'),
  );
  report(2, finish('Cancelled'));

  expect(status(2)).toBe('Cancelled');
  expect(job(2)).not.toHaveProperty('startedAtMs');
});

test('a sign of life is free: it writes nothing', () => {
  const { register, report, store } = createTracking();
  register(1, { heartbeatSeconds: 5 });
  const before = store.revision();

  report(1);

  expect(store.revision()).toBe(before);
});

test('what could not be stored did not happen, and the queue goes on with what is stored', () => {
  const tracking = createTracking({ maxRunning: 1 });
  tracking.register(1);
  tracking.register(2);
  let isFull = false;
  const full: Store = {
    ...tracking.store,
    apply: (changes) => {
      if (isFull && changes.job.id === guid(2)) throw new Error('the disk is full');
      tracking.store.apply(changes);
    },
  };
  tracking.restart({ store: full });

  isFull = true;
  expect(() => tracking.report(1, finish())).toThrow('the disk is full');
  expect([tracking.status(1), tracking.status(2)]).toEqual(['Running', 'Queued']);
  isFull = false;
  tracking.tracker.tick();
  expect(tracking.status(2)).toBe('Queued');
  expect(tracking.report(1, finish())).toMatchObject({ status: 'Completed', accepted: 1 });

  expect(tracking.status(2)).toBe('Running');
});

test('what subscribers are to hear is stored with what it tells of, numbered from 1', () => {
  const { register, report, store } = createTracking();
  register(1);
  report(
    1,
    { reportId: 'a', type: 'stage', stageName: 'Load' },
    { reportId: 'b', type: 'progress', percent: 50 },
    log('c', 'slow disk', 'WARN'),
    log('d', 'no disk', 'ERROR'),
    finish('Failed'),
  );

  expect(store.outbox(guid(1), 0).map(({ sequence, event }) => `${sequence} ${event}`)).toEqual([
    '1 stageStarted',
    '2 progressUpdate',
    '3 warning',
    '4 error',
    '5 stageCompleted',
    '6 jobCompleted',
  ]);
});
