import { describe, expect, test } from 'vitest';
import type { Store } from '../../../../src/server/store/port.js';
import { changes, event, jobNumbered, logEntry, startMs } from '../records.js';
import { levels, numbersOf, type Open } from './asking.js';

export function describePruning(open: Open): void {
  describe('pruning', () => {
    const withEnded = (numbers: readonly number[]): Store => {
      const store = open();
      for (const number of numbers) {
        store.addJob(jobNumbered(number, { status: 'Completed', endedAtMs: startMs + number }), []);
      }
      return store;
    };

    test('takes away the jobs that ended before a time', () => {
      const store = withEnded([1, 2, 3, 4]);
      expect(store.prune({ endedBeforeMs: startMs + 3, keep: 100 })).toBe(2);
      expect(numbersOf(store.jobs({ limit: 9 }))).toEqual([4, 3]);
      expect(store.prune({ endedBeforeMs: startMs + 3, keep: 100 })).toBe(0);
    });

    test('takes away the oldest finished jobs beyond a number', () => {
      const store = withEnded([3, 1, 2, 4]);
      store.addJob(jobNumbered(0), []);
      expect(store.prune({ endedBeforeMs: 0, keep: 3 })).toBe(1);
      expect(numbersOf(store.jobs({ limit: 9 }))).toEqual([4, 3, 2, 0]);
    });

    test('leaves a job that has not ended, however old', () => {
      const store = open();
      store.addJob(jobNumbered(1, { createdAtMs: 0 }), []);
      expect(store.prune({ endedBeforeMs: startMs, keep: 0 })).toBe(0);
    });

    test('leaves a job that an unfinished one waits for, until that has ended', () => {
      const store = withEnded([1]);
      const waiting = jobNumbered(2, { status: 'Queued' });
      store.addJob(waiting, [jobNumbered(1).id]);
      const rule = { endedBeforeMs: startMs + 9, keep: 0 };
      expect(store.prune(rule)).toBe(0);
      store.apply(changes({ ...waiting, status: 'Completed', endedAtMs: startMs + 20 }));
      expect(store.prune({ ...rule, keep: 9 })).toBe(1);
      expect(store.prerequisites(waiting.id)).toEqual([jobNumbered(1).id]);
    });

    test('takes everything of a job away, so that a new one of its id starts empty', () => {
      const store = withEnded([1]);
      const job = jobNumbered(1, { endedAtMs: startMs + 1 });
      const stage = { name: 'Load', order: 1, status: 'Completed', metrics: {} } as const;
      store.apply(
        changes(job, {
          reportIds: ['a'],
          logs: [logEntry(1)],
          events: [event(1)],
          samples: [{ timeMs: startMs }],
          stages: [stage],
        }),
      );
      expect(store.prune({ endedBeforeMs: startMs + 9, keep: 9 })).toBe(1);
      store.addJob(jobNumbered(1), []);
      expect(store.logs(job.id, { levels, limit: 9 })).toEqual([]);
      expect(store.events(job.id, { withSub: true })).toEqual([]);
      expect(store.samples(job.id)).toEqual([]);
      expect(store.stages(job.id)).toEqual([]);
      expect([...store.knownReports(job.id, ['a'])]).toEqual([]);
    });
  });
}
