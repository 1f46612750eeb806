import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/server/api-error.js';
import { EXAMPLE_JOB } from '../../helpers/examples.js';
import { createAnswering } from './answering.js';
import { customerJourney } from './customer-journey.js';

const JOB = 'dd0e8400-e29b-41d4-a716-446655440000';
const OTHER = 'ee0e8400-e29b-41d4-a716-446655440000';

describe('the progress of a running job', () => {
  it('tells how far it is and when it will be done, from its stages, its rate and past jobs', () => {
    const { answers } = customerJourney();
    const body = answers.progress(EXAMPLE_JOB, 'en');
    expect(body.overallProgress).toEqual({
      percentage: 75.5,
      startTime: '2024-01-20T10:30:00Z',
      elapsedTime: '15 minutes 33 seconds',
      estimatedRemaining: '5 minutes 22 seconds',
      estimatedCompletion: '2024-01-20T10:50:55Z',
    });
    expect(
      body.stages?.map(({ stageName, status, progress }) => [stageName, status, progress]),
    ).toEqual([
      ['Data Loading', 'Completed', 100],
      ['Process Discovery', 'Completed', 100],
      ['Performance Analysis', 'Running', 74.7],
      ['Report Generation', 'Pending', 0],
    ]);
  });

  it('tells what it uses, with its processor as a share of the cores it may use', () => {
    const { answers } = customerJourney();
    expect(answers.progress(EXAMPLE_JOB, 'en').resourceUsage).toEqual({
      memoryUsage: '2.3 GB',
      memoryLimit: '4.0 GB',
      cpuUsage: 67,
      diskUsage: '720 MB',
      networkIO: '84.0 MB',
      processingRate: '600 records/second',
    });
  });

  it.each([
    ['tr', '15 dakika 33 saniye', '600 kayıt/saniye'],
    ['ja', '15分33秒', '600 レコード/秒'],
  ] as const)('is worded in %s, with canonical values', (language, elapsed, rate) => {
    const body = customerJourney().answers.progress(EXAMPLE_JOB, language);
    expect(body.status).toBe('Running');
    expect(body.overallProgress.elapsedTime).toBe(elapsed);
    expect(body.resourceUsage?.processingRate).toBe(rate);
  });

  it('has nothing but its start of a job that says nothing', () => {
    const { answers, tracker, pass } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'Silent' });
    pass(5);
    expect(answers.progress(JOB, 'en')).toEqual({
      jobId: JOB,
      jobName: 'Silent',
      status: 'Running',
      overallProgress: { startTime: '2024-01-20T10:30:00Z', elapsedTime: '5 seconds' },
    });
  });

  it('is estimated from its own count where it has no stages', () => {
    const { answers, tracker, report, pass } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'Count', totalRecords: 1_000 });
    pass(30);
    report(JOB, { type: 'progress', records: 300 });
    const body = answers.progress(JOB, 'en');
    expect(body.overallProgress).toMatchObject({
      percentage: 30,
      estimatedRemaining: '1 minute 10 seconds',
    });
    expect(body.resourceUsage).toEqual({ processingRate: '10 records/second' });
  });

  it('is estimated from past jobs of its type where it says nothing itself', () => {
    const { answers, tracker, report, pass } = createAnswering();
    tracker.register({ jobId: OTHER, jobName: 'Before', jobType: 'Backup' });
    pass(100);
    report(OTHER, { type: 'finish', status: 'Completed' });
    tracker.register({ jobId: JOB, jobName: 'Now', jobType: 'Backup' });
    pass(40);
    expect(answers.progress(JOB, 'en').overallProgress.estimatedRemaining).toBe('1 minute');
    pass(61);
    expect(answers.progress(JOB, 'en').overallProgress.estimatedRemaining).toBeUndefined();
  });

  it('does not run for less than no time when the clock goes back', () => {
    const { answers, tracker, clock } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'Back' });
    clock.advance(-60_000);
    expect(answers.progress(JOB, 'en').overallProgress.elapsedTime).toBe('0 seconds');
  });
});

describe('the progress of a job that has ended', () => {
  it('is complete, with its duration and the rate of all of it', () => {
    const { answers, tracker, report, pass } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'Import' });
    report(JOB, { type: 'stage', stageName: 'Load', totalRecords: 500 });
    pass(50);
    report(
      JOB,
      { type: 'progress', records: 500 },
      { type: 'finish', status: 'Completed', exitCode: 0 },
    );
    pass(1_000);
    const body = answers.progress(JOB, 'en');
    expect(body.overallProgress).toEqual({
      percentage: 100,
      startTime: '2024-01-20T10:30:00Z',
      endTime: '2024-01-20T10:30:50Z',
      elapsedTime: '50 seconds',
    });
    expect(body.resourceUsage).toEqual({ processingRate: '10 records/second' });
    expect(body['exitCode']).toBe(0);
  });

  it('stands where it failed, with the reason', () => {
    const { answers, tracker, report, pass } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'Import' });
    report(JOB, { type: 'stage', stageName: 'Load', totalRecords: 500 });
    pass(50);
    report(
      JOB,
      { type: 'progress', records: 200 },
      { type: 'finish', status: 'Failed', exitCode: 3, reason: 'exit code 3' },
    );
    const body = answers.progress(JOB, 'en');
    expect(body.overallProgress.percentage).toBe(40);
    expect(body.stages?.[0]).toMatchObject({
      status: 'Failed',
      progress: 40,
      duration: '50 seconds',
    });
    expect(body).toMatchObject({ exitCode: 3, reason: 'exit code 3' });
  });
});

describe('the progress of a queued job', () => {
  it('is its place in the queue and when its turn is expected', () => {
    const { answers, tracker, report, pass } = createAnswering({ maxRunning: 1 });
    tracker.register({ jobId: OTHER, jobName: 'First', totalRecords: 100 });
    tracker.register({ jobId: JOB, jobName: 'Second' });
    pass(10);
    report(OTHER, { type: 'progress', records: 50 });
    expect(answers.progress(JOB, 'en')).toEqual({
      jobId: JOB,
      jobName: 'Second',
      status: 'Queued',
      queuePosition: 1,
      estimatedStartTime: '2024-01-20T10:30:20Z',
      overallProgress: { percentage: 0 },
    });
  });
});

describe('a job that is not there', () => {
  it('is a JOB_NOT_FOUND in every answer', () => {
    const { answers } = createAnswering();
    const asks = [
      () => answers.progress(JOB, 'en'),
      () => answers.logs(JOB, {}),
      () => answers.timeline(JOB, {}, 'en'),
      () => answers.metrics(JOB, {}, 'en'),
      () => answers.dependencies(JOB, 'en'),
      () => answers.revision(JOB),
    ];
    for (const ask of asks) expect(ask).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }));
    expect(asks[0]).toThrow(ApiError);
  });
});
