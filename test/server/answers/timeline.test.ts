import { describe, expect, it } from 'vitest';
import type { Granularity, TimelineBody } from '../../../src/contract/index.js';
import { EXAMPLE_JOB } from '../../helpers/examples.js';
import { type Answering, createAnswering } from './answering.js';
import { customerJourney } from './customer-journey.js';

const JOB = 'dd0e8400-e29b-41d4-a716-446655440000';

const types = ({ timeline }: TimelineBody) => timeline.map(({ eventType }) => eventType);
const sequences = ({ timeline }: TimelineBody) => timeline.map(({ sequence }) => sequence);

describe('the timeline of a running job', () => {
  const { answers } = customerJourney();

  it('tells each event in the asked language, with what it knows of it', () => {
    const { timeline } = answers.timeline(EXAMPLE_JOB, {}, 'ja');
    expect(timeline.slice(0, 2)).toEqual([
      {
        timestamp: '2024-01-20T10:30:00Z',
        eventType: 'JobStarted',
        description: 'ジョブ実行開始',
        details: {
          submittedBy: 'user123',
          priority: 'High',
          resourcesAllocated: { cpuUnits: 2, memoryGB: 4 },
        },
        sequence: 1,
      },
      {
        timestamp: '2024-01-20T10:30:00Z',
        eventType: 'StageStarted',
        description: 'Data Loading ステージ開始',
        details: { stageName: 'Data Loading', recordCount: 192_850, expectedDuration: '2分30秒' },
        sequence: 2,
      },
    ]);
  });

  it('leaves the details of a reporter as they are', () => {
    const warning = answers
      .timeline(EXAMPLE_JOB, {}, 'en')
      .timeline.find(({ eventType }) => eventType === 'Warning');
    expect(warning).toMatchObject({
      description: 'Found 125 records with missing timestamps',
      details: { component: 'DataValidator', affectedRecords: 125 },
    });
  });

  it('has no end yet, and expects what comes', () => {
    const body = answers.timeline(EXAMPLE_JOB, { granularity: 'seconds' }, 'en');
    expect(body.timelineScope).toEqual({
      startTime: '2024-01-20T10:30:00Z',
      currentTime: '2024-01-20T10:45:33Z',
      endTime: null,
      granularity: 'seconds',
    });
    expect(body.upcomingEvents).toEqual([
      {
        estimatedTime: '2024-01-20T10:46:55Z',
        eventType: 'StageCompletion',
        description: 'Performance Analysis stage is expected to complete',
      },
      {
        estimatedTime: '2024-01-20T10:46:55Z',
        eventType: 'StageStart',
        description: 'Report Generation stage is expected to start',
      },
      {
        estimatedTime: '2024-01-20T10:50:55Z',
        eventType: 'JobCompletion',
        description: 'Job is expected to complete',
      },
    ]);
  });
});

/** A job that tells of its progress every five seconds for two minutes, from 10:30:00 on. */
function tellingOften(): Answering {
  const server = createAnswering();
  server.tracker.register({ jobId: JOB, jobName: 'Often', totalRecords: 1_000 });
  for (let step = 1; step <= 24; step += 1) {
    server.pass(5);
    server.report(JOB, { type: 'progress', records: step * 4 });
  }
  return server;
}

describe('how finely a timeline is cut', () => {
  const { answers } = tellingOften();
  const ask = (granularity: Granularity, afterSequence?: number): TimelineBody =>
    answers.timeline(
      JOB,
      {
        granularity,
        includeSubEvents: true,
        ...(afterSequence === undefined ? {} : { afterSequence }),
      },
      'en',
    );

  it('is everything by seconds', () => {
    expect(types(ask('seconds'))).toEqual(['JobStarted', ...Array(24).fill('Progress')]);
  });

  it('is the first progress of each minute by minutes', () => {
    expect(ask('minutes').timeline.map(({ timestamp }) => timestamp)).toEqual([
      '2024-01-20T10:30:00Z',
      '2024-01-20T10:30:05Z',
      '2024-01-20T10:31:00Z',
      '2024-01-20T10:32:00Z',
    ]);
  });

  it('has no progress among major events', () => {
    expect(types(ask('major_events'))).toEqual(['JobStarted']);
  });

  it('has no sub-events unless they are asked for', () => {
    expect(types(answers.timeline(JOB, { granularity: 'seconds' }, 'en'))).toEqual(['JobStarted']);
  });

  it('is told of once to those who follow by sequence', () => {
    expect(sequences(ask('seconds', 22))).toEqual([23, 24, 25]);
    const all = sequences(ask('minutes'));
    for (const cursor of [0, 1, 2, 5, 12, 13, 14, 25]) {
      expect(sequences(ask('minutes', cursor))).toEqual(
        all.filter((number) => (number ?? 0) > cursor),
      );
    }
  });
});

describe('the timeline of a job that has ended', () => {
  it('has an end and expects nothing', () => {
    const { answers, tracker, report, pass } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'Import' });
    report(JOB, { type: 'stage', stageName: 'Load' });
    pass(90);
    report(JOB, { type: 'finish', status: 'Failed', reason: 'disk is full' });
    const body = answers.timeline(JOB, {}, 'tr');
    expect(body.timelineScope?.endTime).toBe('2024-01-20T10:31:30Z');
    expect(body.upcomingEvents).toBeUndefined();
    expect(body.timeline.slice(-2).map(({ description }) => description)).toEqual([
      'Load aşaması başarısız oldu',
      'İş başarısız oldu: disk is full',
    ]);
    expect(body.timeline.at(-1)?.details).toMatchObject({ actualDuration: '1 dakika 30 saniye' });
  });
});
