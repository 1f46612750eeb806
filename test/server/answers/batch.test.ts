import { describe, expect, it } from 'vitest';
import { EXAMPLE_JOB } from '../../helpers/examples.js';
import { createAnswering } from './answering.js';
import { customerJourney } from './customer-journey.js';

const id = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

describe('a batch', () => {
  it('has what runs first, then what waits, then what has ended, each newest first', () => {
    const { jobs } = customerJourney().answers.batch({}, 'en');
    expect(jobs.map(({ jobName, status }) => `${status} ${jobName}`)).toEqual([
      'Running Customer Journey Analysis',
      'Queued Weekly Report Generation',
      'Completed Data Preparation',
      'Completed Run 2',
      'Completed Run 1',
      'Completed Run 0',
    ]);
  });

  it('tells of a queued job its place and when it will start and end', () => {
    const { jobs } = customerJourney().answers.batch({ status: 'Queued' }, 'en');
    expect(jobs).toEqual([
      {
        jobId: 'ee0e8400-e29b-41d4-a716-446655440000',
        jobName: 'Weekly Report Generation',
        status: 'Queued',
        progress: 0,
        queuePosition: 1,
        estimatedStartTime: '2024-01-20T10:50:55Z',
        estimatedCompletion: '2024-01-20T11:13:55Z',
        submittedBy: 'user456',
        priority: 'Normal',
      },
    ]);
  });

  it('tells of a running job what it does, and what it uses only when that is asked for', () => {
    const { answers } = customerJourney();
    const running = {
      jobId: EXAMPLE_JOB,
      jobName: 'Customer Journey Analysis',
      status: 'Running',
      progress: 75.5,
      startTime: '2024-01-20T10:30:00Z',
      estimatedCompletion: '2024-01-20T10:50:55Z',
      currentStage: 'Performance Analysis',
      submittedBy: 'user123',
      priority: 'High',
    };
    expect(answers.batch({ status: 'Running' }, 'tr').jobs).toEqual([running]);
    expect(answers.batch({ status: 'Running', includeMetrics: true }, 'tr').jobs).toEqual([
      {
        ...running,
        resourceUsage: { cpu: 67, memory: '2.3 GB', processingRate: '600 kayıt/saniye' },
      },
    ]);
  });

  it('counts all jobs that match', () => {
    const { answers } = customerJourney();
    const counts = { running: 1, queued: 1, completed: 4, failed: 0, cancelled: 0 };
    const none = { running: 0, queued: 0, completed: 0, failed: 0, cancelled: 0 };
    expect(answers.batch({}, 'en')).toMatchObject({ jobCount: 6, summary: counts });
    expect(answers.batch({ status: 'Completed' }, 'en')).toMatchObject({
      jobCount: 4,
      summary: { ...none, completed: 4 },
    });
    expect(answers.batch({ submittedBy: 'user123' }, 'en')).toMatchObject({
      jobCount: 1,
      summary: { ...none, running: 1 },
    });
    expect(answers.batch({ jobIds: [EXAMPLE_JOB, id(1)], status: 'Failed' }, 'en')).toMatchObject({
      jobCount: 0,
      summary: none,
      jobs: [],
    });
  });

  it('has at most a thousand jobs, and counts the others', () => {
    const { answers, tracker, report } = createAnswering();
    for (let number = 1; number <= 1_002; number += 1) {
      tracker.register({ jobId: id(number), jobName: `Job ${number}` });
      if (number > 1) report(id(number), { type: 'finish', status: 'Completed' });
    }
    const body = answers.batch({}, 'en');
    expect(body.jobCount).toBe(1_002);
    expect(body.jobs).toHaveLength(1_000);
    expect(body.jobs[0]?.jobName).toBe('Job 1');
    expect(body.jobs.at(-1)?.jobName).toBe('Job 4');
  });

  it('keeps where a failed job stood', () => {
    const { answers, tracker, report } = createAnswering();
    tracker.register({ jobId: id(1), jobName: 'Import' });
    report(id(1), { type: 'stage', stageName: 'Load' }, { type: 'progress', percent: 40 });
    report(id(1), { type: 'finish', status: 'Failed' });
    expect(answers.batch({}, 'en').jobs[0]).toMatchObject({ status: 'Failed', progress: 40 });
  });
});

describe('the health of the system', () => {
  it('is that of this machine and of the queue', () => {
    expect(createAnswering().answers.batch({}, 'ja').systemHealth).toEqual({
      overallLoad: 73,
      queueHealth: 'Good',
      resourceAvailability: 'Medium',
      estimatedCapacity: '1件の追加ジョブ',
    });
  });

  it('has no load that was not measured', () => {
    const load = { cpuPercent: () => undefined, memoryPercent: () => 10, cores: () => 4 };
    expect(createAnswering({ load }).answers.batch({}, 'en').systemHealth).toEqual({
      queueHealth: 'Good',
      resourceAvailability: 'Good',
    });
  });

  it('suffers when many wait for few, but not from jobs that wait for others', () => {
    const { answers, tracker } = createAnswering({ maxRunning: 1 });
    tracker.register({ jobId: id(1), jobName: 'Runs' });
    for (const number of [2, 3, 4, 5]) {
      tracker.register({ jobId: id(number), jobName: 'Waits for it', after: [id(1)] });
    }
    expect(answers.batch({}, 'en').systemHealth?.queueHealth).toBe('Good');
    for (const number of [6, 7, 8, 9]) tracker.register({ jobId: id(number), jobName: 'Waits' });
    expect(answers.batch({}, 'en').systemHealth).toMatchObject({
      queueHealth: 'Poor',
      estimatedCapacity: '0 additional jobs',
    });
  });

  it('suffers from a long wait, counted from when a job could have run', () => {
    const { answers, tracker, report, pass } = createAnswering({ maxRunning: 1 });
    tracker.register({ jobId: id(1), jobName: 'First' });
    tracker.register({ jobId: id(2), jobName: 'Other', priority: 'High' });
    tracker.register({ jobId: id(3), jobName: 'After', after: [id(1)] });
    pass(3_600);
    report(id(1), { type: 'finish', status: 'Completed' });
    expect(answers.batch({}, 'en').systemHealth?.queueHealth).toBe('Good');
    pass(600);
    expect(answers.batch({}, 'en').systemHealth?.queueHealth).toBe('Medium');
    pass(1_201);
    expect(answers.batch({}, 'en').systemHealth?.queueHealth).toBe('Poor');
  });
});
