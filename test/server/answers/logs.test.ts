import { describe, expect, it } from 'vitest';
import type { LogsBody } from '../../../src/contract/index.js';
import { EXAMPLE_JOB } from '../../helpers/examples.js';
import { createAnswering } from './answering.js';
import { customerJourney } from './customer-journey.js';

const JOB = 'dd0e8400-e29b-41d4-a716-446655440000';

/** Four lines, a minute apart, from 10:30:00 on. */
function withLog() {
  const { answers, tracker, report, pass } = createAnswering();
  tracker.register({ jobId: JOB, jobName: 'Import' });
  for (const level of ['DEBUG', 'INFO', 'WARN', 'ERROR']) {
    report(JOB, { type: 'log', level, message: `a line at ${level}` });
    pass(60);
  }
  return answers;
}

const messages = ({ logs }: LogsBody) => logs.map(({ message }) => message);

describe('the log of a job', () => {
  const answers = withLog();

  it('is answered from INFO up unless another level is asked for', () => {
    expect(messages(answers.logs(JOB, {}))).toEqual([
      'a line at INFO',
      'a line at WARN',
      'a line at ERROR',
    ]);
    expect(messages(answers.logs(JOB, { level: 'ERROR' }))).toEqual(['a line at ERROR']);
    expect(answers.logs(JOB, { level: 'DEBUG' }).logs).toHaveLength(4);
  });

  it('is limited to times, both inclusive', () => {
    const fromTime = '2024-01-20T10:31:00Z';
    const toTime = '2024-01-20T10:32:00Z';
    const body = answers.logs(JOB, { fromTime, toTime });
    expect(messages(body)).toEqual(['a line at INFO', 'a line at WARN']);
    expect(body.logsSummary?.timeRange).toEqual({ startTime: fromTime, endTime: toTime });
  });

  it('is read on from the sequence that the answer before ended with', () => {
    const first = answers.logs(JOB, { limit: 2 });
    expect(first.logs.map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect(first.nextSequence).toBe(3);
    const second = answers.logs(JOB, { limit: 2, afterSequence: 3 });
    expect(second.logs.map(({ sequence }) => sequence)).toEqual([4]);
    const third = answers.logs(JOB, { limit: 2, afterSequence: 4 });
    expect(third).toMatchObject({ logs: [], nextSequence: 4 });
  });

  it('goes on behind what the level left out, too', () => {
    const body = answers.logs(JOB, { level: 'WARN' });
    expect(body.logs.map(({ sequence }) => sequence)).toEqual([3, 4]);
    expect(answers.logs(JOB, { level: 'ERROR', afterSequence: 4 }).nextSequence).toBe(4);
    expect(answers.logs(JOB, { level: 'WARN', toTime: '2024-01-20T10:30:30Z' })).toMatchObject({
      logs: [],
      nextSequence: 4,
    });
  });

  it('says that it is another log to one who was further in the one before', () => {
    expect(answers.logs(JOB, { afterSequence: 99 })).toMatchObject({ logs: [], nextSequence: 4 });
  });

  it('has news for one who waits: an entry that is asked for, or the end of the job', () => {
    const { answers: fresh, tracker, report } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'Job' });
    expect(fresh.hasNews(JOB, {})).toBe(false);
    report(JOB, { type: 'log', level: 'INFO', message: 'a line' });
    expect(fresh.hasNews(JOB, {})).toBe(true);
    expect(fresh.hasNews(JOB, { level: 'WARN' })).toBe(false);
    expect(fresh.hasNews(JOB, { afterSequence: 1 })).toBe(false);
    report(JOB, { type: 'finish', status: 'Completed' });
    expect(fresh.hasNews(JOB, { afterSequence: 1 })).toBe(true);
  });

  it('is counted as a whole', () => {
    expect(answers.logs(JOB, { level: 'ERROR' }).logsSummary).toEqual({
      totalEntries: 4,
      debugEntries: 1,
      infoEntries: 1,
      warnEntries: 1,
      errorEntries: 1,
      timeRange: { startTime: '2024-01-20T10:30:00Z', endTime: '2024-01-20T10:33:00Z' },
    });
  });

  it('is there, without times, before anything was said', () => {
    const { answers: quiet, tracker } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'Silent' });
    const body = quiet.logs(JOB, {});
    expect(body).toMatchObject({ logs: [], nextSequence: 0 });
    expect(body.logsSummary).toMatchObject({ totalEntries: 0 });
    expect(body.logsSummary).not.toHaveProperty('timeRange');
  });

  it('comes with how the job is doing', () => {
    expect(customerJourney().answers.logs(EXAMPLE_JOB, {}).executionMetrics).toEqual({
      currentStage: 'Performance Analysis',
      stageProgress: 74.7,
      overallProgress: 75.5,
      processingRate: '600 records/second',
      memoryUsage: '2.3 GB',
      cpuUsage: 67,
      estimatedCompletion: '2024-01-20T10:50:55Z',
    });
  });
});
