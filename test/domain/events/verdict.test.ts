import { describe, expect, it } from 'vitest';
import { emptyWatch } from '../../../src/domain/events/reduce.js';
import { decide, decideTimeout, type UntilRules } from '../../../src/domain/events/verdict.js';
import type { WatchState } from '../../../src/domain/events/watch-state.js';

/** A watch of jobs that stand like this: R(unning), C(ompleted), F(ailed), X for cancelled, ? for never seen. */
const WORDS: Record<string, string> = {
  R: 'Running',
  C: 'Completed',
  F: 'Failed',
  X: 'Cancelled',
  Q: 'Hibernating',
};
function watching(letters: string): WatchState {
  const { jobs } = emptyWatch([...letters].map((_, index) => `job-${index + 1}`));
  return {
    jobs: jobs.map((job, index) => {
      const status = WORDS[letters[index] ?? ''];
      return status === undefined ? job : { ...job, status };
    }),
  };
}

const ALL: UntilRules = { until: 'all', failFast: false };
const ANY: UntilRules = { until: 'any', failFast: false };
const FAILURE: UntilRules = { until: 'first-failure', failFast: false };
const FAST: UntilRules = { until: 'all', failFast: true };
const ANY_FAST: UntilRules = { until: 'any', failFast: true };

describe('the verdict', () => {
  it.each([
    ['R', ALL, 'goes on'],
    ['?', ALL, 'goes on'],
    ['Q', ALL, 'goes on'],
    ['C', ALL, 'job-1 Completed 0'],
    ['F', ALL, 'job-1 Failed 1'],
    ['X', ALL, 'job-1 Cancelled 3'],
    ['CR', ALL, 'goes on'],
    ['FR', ALL, 'goes on'],
    ['CC', ALL, 'job-1 Completed 0'],
    ['CX', ALL, 'job-2 Cancelled 3'],
    ['XF', ALL, 'job-2 Failed 1'],
    ['CXF', ALL, 'job-3 Failed 1'],
    ['RR', ANY, 'goes on'],
    ['RC', ANY, 'job-2 Completed 0'],
    ['RF', ANY, 'job-2 Failed 1'],
    ['RX', ANY, 'job-2 Cancelled 3'],
    ['CF', ANY, 'job-2 Failed 1'],
    ['RC', FAILURE, 'goes on'],
    ['RX', FAILURE, 'goes on'],
    ['RF', FAILURE, 'job-2 Failed 1'],
    ['CX', FAILURE, 'job-2 Cancelled 3'],
    ['CC', FAILURE, 'job-1 Completed 0'],
    ['RC', FAST, 'goes on'],
    ['RX', FAST, 'job-2 Cancelled 3'],
    ['RXF', FAST, 'job-3 Failed 1'],
    ['CC', FAST, 'job-1 Completed 0'],
    ['RC', ANY_FAST, 'job-2 Completed 0'],
  ])('on %s, until %o: %s', (letters, rules, expected) => {
    const found = decide(watching(letters), rules);
    const said = found && `${found.jobId} ${found.state} ${found.exitCode}`;
    expect(said ?? 'goes on').toBe(expected);
  });

  it('names every job as it stands', () => {
    expect(decide(watching('F?RC'), FAST)?.jobs).toEqual([
      { jobId: 'job-1', state: 'Failed', exitCode: 1 },
      { jobId: 'job-2', state: 'Unknown' },
      { jobId: 'job-3', state: 'Running' },
      { jobId: 'job-4', state: 'Completed', exitCode: 0 },
    ]);
  });

  it('is that time was up: 124, or 6 when nothing was ever answered', () => {
    expect(decideTimeout(watching('CR'), true)).toEqual({
      jobId: 'job-2',
      state: 'TimedOut',
      exitCode: 124,
      jobs: [
        { jobId: 'job-1', state: 'Completed', exitCode: 0 },
        { jobId: 'job-2', state: 'Running' },
      ],
    });
    expect(decideTimeout(watching('?'), false)).toMatchObject({ state: 'TimedOut', exitCode: 6 });
  });
});
