import { describe, expect, it } from 'vitest';
import { createPastJobs } from '../../../src/server/answers/past-jobs.js';
import type { HistoryRecord } from '../../../src/server/store/records.js';
import { createFakeClock } from '../../helpers/fake-clock.js';

/** A store with past jobs of one type that tells how many of them were read. */
function countingStore() {
  const clock = createFakeClock();
  const jobs: HistoryRecord[] = [];
  const reads: number[] = [];
  let revision = 1;
  const store = {
    revision: () => revision,
    history: (_type: string, limit: number) => {
      reads.push(limit);
      return jobs.slice(0, limit);
    },
  };
  return {
    clock,
    reads,
    pastOf: createPastJobs(store, clock),
    change: () => {
      revision += 1;
    },
    complete: (jobId: string) => {
      jobs.unshift({ jobId, durationMs: 1_000, stages: [] });
      revision += 1;
    },
  };
}

const ids = (past: { jobs: readonly HistoryRecord[] }) => past.jobs.map(({ jobId }) => jobId);

describe('the past jobs of a type', () => {
  it('are read once while nothing changes', () => {
    const { clock, complete, pastOf, reads } = countingStore();
    complete('a');
    expect(ids(pastOf('Import'))).toEqual(['a']);
    clock.advance(60_000);
    expect(ids(pastOf('Import'))).toEqual(['a']);
    expect(reads).toEqual([1, 50]);
  });

  it('cost one look a second, at most, while other jobs go on', () => {
    const { clock, complete, change, pastOf, reads } = countingStore();
    complete('a');
    for (let step = 0; step < 40; step += 1) {
      pastOf('Import');
      clock.advance(100);
      change();
    }
    expect(reads).toEqual([1, 50, 1, 1, 1]);
  });

  it('have the newest one a second after it has Completed', () => {
    const { clock, complete, pastOf } = countingStore();
    expect(ids(pastOf('Import'))).toEqual([]);
    complete('a');
    clock.advance(1_000);
    expect(ids(pastOf('Import'))).toEqual(['a']);
    complete('b');
    clock.advance(1_000);
    expect(ids(pastOf('Import'))).toEqual(['b', 'a']);
  });

  it('are kept apart by type', () => {
    const { complete, pastOf, reads } = countingStore();
    complete('a');
    pastOf('Import');
    pastOf('Export');
    expect(reads).toEqual([1, 50, 1, 50]);
  });
});
