import { expect, test } from 'vitest';
import { endJob, startJob } from '../../../src/server/intake/life.js';
import { newJob } from '../../../src/server/intake/new-job.js';
import { at, createReporting, inShort, JOB_ID, START } from './reporting.js';

const newId = () => 'outbox-1';

test('a job that starts says who asked for it and with what', () => {
  const job = newJob(
    { jobName: 'Nightly', submittedBy: 'ayla', priority: 'Yüksek', cpuCores: 2 },
    JOB_ID,
    START,
  );

  const {
    job: started,
    events,
    outbox,
  } = startJob({ job, stages: [] }, { nowMs: START + 5_000, newId });

  expect(started).toMatchObject({
    status: 'Running',
    startedAtMs: START + 5_000,
    eventSequence: 1,
  });
  expect(events).toEqual([
    {
      sequence: 1,
      timeMs: START + 5_000,
      type: 'JobStarted',
      isSub: false,
      details: { submittedBy: 'ayla', priority: 'High', cpuCores: 2 },
    },
  ]);
  expect(outbox).toEqual([]);
});

test.each([
  ['Completed', 'JobCompleted', 'Completed'],
  ['Failed', 'JobFailed', 'Failed'],
  ['Cancelled', 'JobCancelled', 'Cancelled'],
] as const)(
  'a job that ends %s ends its running stage likewise, and leaves the waiting ones',
  (status, event, stageStatus) => {
    const reporting = createReporting();
    reporting.take(
      { type: 'stage', stageName: 'Load', time: at(1) },
      { type: 'stage', stageName: 'Report', state: 'pending' },
    );

    const { events, outbox } = reporting.take({ type: 'finish', status, time: at(61) });

    expect(reporting.job()).toMatchObject({ status, endedAtMs: START + 61_000 });
    expect(reporting.stage('Load')).toMatchObject({
      status: stageStatus,
      endedAtMs: START + 61_000,
    });
    expect(reporting.stage('Report')).toMatchObject({ status: 'Pending' });
    expect(inShort(events)).toEqual(['StageCompleted Load', event]);
    expect(outbox.map((row) => row.event)).toEqual(['stageCompleted', 'jobCompleted']);
  },
);

test('how a job ended is kept with its reason, and told to subscribers', () => {
  const reporting = createReporting();

  const { outbox } = reporting.take({
    type: 'finish',
    status: 'Failed',
    exitCode: 137,
    reason: 'killed by SIGKILL',
    time: at(90),
  });

  expect(reporting.job()).toMatchObject({ exitCode: 137, reason: 'killed by SIGKILL' });
  expect(outbox).toEqual([
    {
      id: 'outbox-1',
      jobId: JOB_ID,
      event: 'jobCompleted',
      createdAtMs: START + 3_600_000,
      body: {
        type: 'jobCompleted',
        jobId: JOB_ID,
        jobName: 'Nightly',
        timestamp: '2024-01-20T10:31:30.000Z',
        data: {
          message: 'killed by SIGKILL',
          status: 'Failed',
          exitCode: 137,
          actualDurationMs: 90_000,
        },
      },
    },
  ]);
});

test('a job that is ended in the queue never started', () => {
  const job = newJob({ jobName: 'Nightly' }, JOB_ID, START);

  const { job: ended, events } = endJob(
    { job, stages: [] },
    { status: 'Failed', reason: 'prerequisite "Load" failed', details: { cause: 'prerequisite' } },
    { nowMs: START + 9_000, newId },
  );

  expect(ended).toMatchObject({ status: 'Failed', endedAtMs: START + 9_000 });
  expect(ended).not.toHaveProperty('startedAtMs');
  expect(events[0]).toMatchObject({
    type: 'JobFailed',
    text: 'prerequisite "Load" failed',
    details: { cause: 'prerequisite', status: 'Failed' },
  });
});

test('a job never ends before it or its stage started, whatever the times say', () => {
  const reporting = createReporting();

  reporting.take(
    { type: 'stage', stageName: 'Load', time: at(50) },
    { type: 'finish', status: 'Completed', time: at(10) },
  );

  expect(reporting.job().endedAtMs).toBe(START + 50_000);
});
