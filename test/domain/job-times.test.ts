import { describe, expect, it } from 'vitest';
import type { ProgressBody } from '../../src/contract/index.js';
import { hasBegun, jobTimes, timesOf } from '../../src/domain/job-times.js';
import { example } from '../helpers/examples.js';

const at = (time: string): number => Date.parse(`2024-01-20T${time}Z`);
const NOW_MS = at('10:45:33');

describe('the times of a job', () => {
  it('are computed from timestamps, not from words', () => {
    expect(jobTimes(example<ProgressBody>('ja', 'progress'), NOW_MS)).toEqual({
      phase: 'running',
      startMs: at('10:30:00'),
      expectedEndMs: at('10:52:00'),
      elapsedMs: 933_000,
      remainingMs: 387_000,
    });
  });

  it('end with the last stage where a final job has no end of its own', () => {
    const body: ProgressBody = {
      status: 'Başarısız',
      overallProgress: { startTime: '2024-01-20T10:30:00Z', endTime: null },
      stages: [
        { stageName: 'a', endTime: '2024-01-20T10:41:00Z' },
        { stageName: 'b', endTime: '2024-01-20T10:32:00Z' },
        { stageName: 'c', endTime: 'never' },
      ],
    };
    expect(jobTimes(body, NOW_MS)).toMatchObject({
      phase: 'ended',
      endMs: at('10:41:00'),
      elapsedMs: 660_000,
    });
  });

  it('have no end where a stage of a final job is still said to run', () => {
    const body: ProgressBody = {
      status: 'Cancelled',
      overallProgress: { startTime: '2024-01-20T10:30:00Z' },
      stages: [
        { stageName: 'a', startTime: '2024-01-20T10:30:00Z', endTime: '2024-01-20T10:32:00Z' },
        { stageName: 'b', startTime: '2024-01-20T10:32:00Z', status: 'Running' },
      ],
    };
    expect(jobTimes(body, NOW_MS).endMs).toBeUndefined();
  });

  it('do not go on for a final job whose end nobody knows', () => {
    const times = timesOf({ status: 'Completed', startTime: '2024-01-20T10:30:00Z' }, NOW_MS);
    expect(times).toEqual({ phase: 'ended', startMs: at('10:30:00') });
  });

  it('tell by how much the expected end has passed', () => {
    const times = timesOf({ status: 'Running', estimatedEndTime: '2024-01-20T10:45:00Z' }, NOW_MS);
    expect(times).toMatchObject({ remainingMs: 0, lateMs: 33_000 });
  });

  it('are not late by less than a second, which would be told as late by 0s', () => {
    const late = (estimatedEndTime: string) =>
      timesOf({ status: 'Running', estimatedEndTime }, at('10:45:33')).lateMs;
    expect(late('2024-01-20T10:45:32.001Z')).toBeUndefined();
    expect(late('2024-01-20T10:45:32Z')).toBe(1000);
  });

  it('of a waiting one are expectations', () => {
    const facts = {
      status: '保留中',
      estimatedStartTime: '2024-01-20T10:48:00Z',
      estimatedEndTime: '2024-01-20T10:52:00Z',
    };
    expect(timesOf(facts, NOW_MS)).toEqual({
      phase: 'waiting',
      expectedStartMs: at('10:48:00'),
      expectedEndMs: at('10:52:00'),
      expectedMs: 240_000,
    });
  });

  it('of an unknown status run once there is a start', () => {
    expect(timesOf({ status: 'Paused' }, NOW_MS).phase).toBe('waiting');
    expect(timesOf({ status: 'Paused', startTime: '2024-01-20T10:45:00Z' }, NOW_MS)).toMatchObject({
      phase: 'running',
      elapsedMs: 33_000,
    });
  });

  it('are never negative where two clocks differ', () => {
    expect(timesOf({ startTime: '2024-01-20T10:45:34Z' }, NOW_MS).elapsedMs).toBe(0);
  });
});

it.each([
  [{ status: 'Running' }, true],
  [{ status: 'Tamamlandı' }, true],
  [{ status: 'Queued', startTime: '2024-01-20T10:30:00Z' }, false],
  [{ status: 'Hibernating', startTime: '2024-01-20T10:30:00Z' }, true],
  [{ status: 'Hibernating' }, false],
  [{}, false],
])('%j has begun: %s', (facts, expected) => {
  expect(hasBegun(facts)).toBe(expected);
});
