import { describe, expect, test } from 'vitest';
import type { Store } from '../../../../src/server/store/port.js';
import { changes, exampleJob, jobNumbered, startMs } from '../records.js';
import { codeOf, levels, numbersOf, type Open, withExample } from './asking.js';

const { id } = exampleJob;

export function describeJobs(open: Open): void {
  describe('a job', () => {
    test('is read as it was added', () => {
      expect(withExample(open).job(id)).toEqual(exampleJob);
    });

    test('is not there before it was added', () => {
      expect(open().job(id)).toBeUndefined();
    });

    test('can be added once', () => {
      const store = withExample(open);
      expect(codeOf(() => store.addJob({ ...exampleJob, name: 'Another' }, []))).toBe('JOB_EXISTS');
      expect(store.job(id)?.name).toBe('Customer ETL');
    });

    test('is changed as a whole: what a change leaves out is not known any more', () => {
      const store = withExample(open);
      store.apply(changes({ ...exampleJob, percent: 40, reason: 'paused' }));
      store.apply(changes({ ...exampleJob, percent: 41.5, status: 'Completed' }));
      expect(store.job(id)).toEqual({ ...exampleJob, percent: 41.5, status: 'Completed' });
    });

    test('that is not there can not be changed', () => {
      const store = open();
      expect(codeOf(() => store.apply(changes(exampleJob)))).toBe('JOB_NOT_FOUND');
    });

    test('that is not there has nothing', () => {
      const store = open();
      expect(store.stages(id)).toEqual([]);
      expect(store.logs(id, { levels, limit: 10 })).toEqual([]);
      expect(store.events(id, { withSub: true })).toEqual([]);
      expect(store.samples(id)).toEqual([]);
      expect(store.newestSamples(id, 3)).toEqual([]);
      expect(store.prerequisites(id)).toEqual([]);
      expect(store.dependents(id)).toEqual([]);
      expect(store.subscriptions(id)).toEqual([]);
      expect(store.outbox(id, 0)).toEqual([]);
      expect([...store.knownReports(id, ['a'])]).toEqual([]);
    });
  });

  describe('a list of jobs', () => {
    const withSix = (): Store => {
      const store = open();
      for (const number of [2, 1, 3, 6, 5, 4]) {
        store.addJob(
          jobNumbered(number, {
            status: number % 2 === 0 ? 'Running' : 'Queued',
            submittedBy: number > 3 ? 'ayse' : 'ken',
          }),
          [],
        );
      }
      return store;
    };

    test('has the newest first', () => {
      expect(numbersOf(withSix().jobs({ limit: 10 }))).toEqual([6, 5, 4, 3, 2, 1]);
    });

    test('has those that were added last first, where they are of the same age', () => {
      const store = open();
      for (const number of [1, 3, 2]) {
        store.addJob(jobNumbered(number, { createdAtMs: startMs }), []);
      }
      expect(numbersOf(store.jobs({ limit: 10 }))).toEqual([2, 3, 1]);
    });

    test('ends at its limit, which does not change how many there are', () => {
      const store = withSix();
      expect(numbersOf(store.jobs({ limit: 2 }))).toEqual([6, 5]);
      expect(store.countJobs({})).toBe(6);
    });

    test('can be asked for by id, status and submitter, and all of them together', () => {
      const store = withSix();
      const some = [jobNumbered(1).id, jobNumbered(4).id, jobNumbered(9).id];
      expect(numbersOf(store.jobs({ ids: some, limit: 9 }))).toEqual([4, 1]);
      expect(numbersOf(store.jobs({ ids: [], limit: 9 }))).toEqual([]);
      expect(numbersOf(store.jobs({ statuses: ['Running'], limit: 9 }))).toEqual([6, 4, 2]);
      expect(numbersOf(store.jobs({ statuses: ['Running', 'Queued'], limit: 2 }))).toEqual([6, 5]);
      expect(numbersOf(store.jobs({ statuses: [], limit: 9 }))).toEqual([]);
      expect(numbersOf(store.jobs({ submittedBy: 'ken', limit: 9 }))).toEqual([3, 2, 1]);
      expect(store.countJobs({ ids: some, statuses: ['Running'], submittedBy: 'ayse' })).toBe(1);
    });

    test('is counted for every status', () => {
      expect(withSix().statusCounts()).toEqual({
        Running: 3,
        Queued: 3,
        Pending: 0,
        Completed: 0,
        Failed: 0,
        Cancelled: 0,
      });
    });
  });

  describe('the history of a type', () => {
    test('has the newest completed jobs, with what their stages took', () => {
      const store = open();
      const ended = (number: number, status: 'Completed' | 'Failed') => {
        const job = jobNumbered(number, { type: 'etl', startedAtMs: startMs });
        store.addJob(job, []);
        store.apply(
          changes(
            { ...job, status, endedAtMs: startMs + number * 1_000, recordsProcessed: number },
            {
              stages: [
                {
                  name: 'Load',
                  order: 1,
                  status,
                  startedAtMs: startMs,
                  endedAtMs: startMs + number,
                  metrics: {},
                },
                { name: 'Check', order: 2, status: 'Pending', metrics: {} },
              ],
            },
          ),
        );
      };
      ended(1, 'Completed');
      ended(2, 'Failed');
      ended(3, 'Completed');
      ended(4, 'Completed');
      store.addJob(jobNumbered(5, { type: 'etl', startedAtMs: startMs }), []);
      expect(store.history('etl', 2)).toEqual(
        [4, 3].map((number) => ({
          jobId: jobNumbered(number).id,
          durationMs: number * 1_000,
          recordsProcessed: number,
          stages: [{ name: 'Load', durationMs: number }],
        })),
      );
      expect(store.history('import', 2)).toEqual([]);
    });
  });

  describe('the revision', () => {
    test('grows with every change', () => {
      const store = open();
      const seen = [store.revision()];
      const seeAfter = (change: () => void) => {
        change();
        seen.push(store.revision());
      };
      seeAfter(() => store.addJob(exampleJob, []));
      seeAfter(() => store.apply(changes(exampleJob)));
      seeAfter(() =>
        store.atomically(() => store.apply(changes({ ...exampleJob, endedAtMs: startMs }))),
      );
      seeAfter(() => store.prune({ endedBeforeMs: startMs + 1, keep: 10 }));
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      expect(seen).toHaveLength(5);
    });

    test('stays when nothing changes', () => {
      const store = withExample(open);
      const before = store.revision();
      store.jobs({ limit: 10 });
      store.prune({ endedBeforeMs: startMs, keep: 10 });
      expect(store.revision()).toBe(before);
    });
  });
}
