import { describe, expect, it } from 'vitest';
import { taskbarOf, titleOf } from '../../../../src/commands/watch/view/window.js';
import type { BatchJob } from '../../../../src/contract/index.js';
import { emptyWatch } from '../../../../src/domain/events/reduce.js';
import { JobtrackError } from '../../../../src/errors/index.js';
import { testLook } from '../../../helpers/look.js';
import { atMs, jobId, progress, seen, several, told } from './watches.js';

const running = (percentage: number | null) => seen(progress({}, { percentage }));
const pair = (first: Partial<BatchJob>, second: Partial<BatchJob>) =>
  several([
    { jobId, jobName: 'Import', status: 'Running', progress: 40, ...first },
    { jobId: jobId.replace('cc', 'dd'), status: 'Running', progress: 20, ...second },
  ]);

describe("the window's title", () => {
  it('is how far the job is and what it is', async () => {
    expect(titleOf(running(78.4), await testLook())).toBe('78% Customer Journey Analysis');
    expect(titleOf(running(78.4), await testLook({ language: 'tr' }))).toBe(
      '%78 Customer Journey Analysis',
    );
    expect(titleOf(running(99.9), await testLook())).toBe('99% Customer Journey Analysis');
  });

  it('tells no percentage that nobody knows', async () => {
    expect(titleOf(running(null), await testLook())).toBe('Customer Journey Analysis');
    expect(titleOf(emptyWatch([jobId]), await testLook())).toBe(jobId);
  });

  it('of several jobs is how far they are together', async () => {
    expect(titleOf(pair({}, {}), await testLook())).toBe('30% 2 jobs');
    expect(titleOf(pair({}, {}), await testLook({ language: 'ja' }))).toBe('30% 2 件のジョブ');
  });
});

describe('the taskbar', () => {
  it.each([
    [0, 0],
    [42.4, 42],
    [99.9, 99],
    [100, 100],
    [-5, 0],
    [300, 100],
  ])('at %d percent shows %d', (percentage, percent) => {
    expect(taskbarOf(running(percentage))).toEqual({ kind: 'normal', percent });
  });

  it('moves while nobody knows how far the job is', () => {
    expect(taskbarOf(running(null))).toEqual({ kind: 'indeterminate' });
    expect(taskbarOf(emptyWatch([jobId]))).toEqual({ kind: 'indeterminate' });
  });

  it('is red as soon as a job has failed', () => {
    expect(taskbarOf(pair({}, { status: 'Failed' }))).toEqual({ kind: 'error', percent: 30 });
    const unknown = seen(progress({ status: 'Failed' }, { percentage: null }));
    expect(taskbarOf(unknown)).toEqual({ kind: 'error', percent: 100 });
  });

  it('is yellow while there is no answer, and while a job does not move', () => {
    const error = new JobtrackError('RATE_LIMITED', { origin: '', attempts: 1 });
    const stale = { type: 'stale', atMs, ageMs: 0, nextTryMs: atMs, error } as const;
    const watches = [
      told([{ ...stale, cause: 'rate-limit' }], running(42)),
      told([{ type: 'stall', jobId, atMs, quietMs: 360_000 }], running(42)),
    ];
    for (const watch of watches) expect(taskbarOf(watch)).toEqual({ kind: 'warning', percent: 42 });
  });

  it('is full when all is done', () => {
    const done = { status: 'Completed', progress: null };
    expect(taskbarOf(pair(done, done))).toEqual({ kind: 'normal', percent: 100 });
  });
});
