import { describe, expect, test } from 'vitest';
import { changes, exampleJob, jobNumbered, logEntry } from '../records.js';
import { codeOf, levels, type Open, sequences, thrown, withExample } from './asking.js';

const { id } = exampleJob;

export function describeTransactions(open: Open): void {
  describe('several things at once', () => {
    test('are all stored, and their result is handed on', () => {
      const store = open();
      const added = store.atomically(() => {
        store.addJob(jobNumbered(1), []);
        return store.atomically(() => {
          store.addJob(jobNumbered(2), []);
          return store.countJobs({});
        });
      });
      expect(added).toBe(2);
      expect(store.countJobs({})).toBe(2);
    });

    test('are all forgotten when it throws, and the store goes on', () => {
      const store = withExample(open);
      const work = () =>
        store.atomically(() => {
          store.apply(changes({ ...exampleJob, percent: 50 }, { logs: [logEntry(1)] }));
          store.addJob(jobNumbered(2), []);
          throw new Error('thought better of it');
        });
      expect(work).toThrow('thought better of it');
      expect(store.job(id)).toEqual(exampleJob);
      expect(store.logs(id, { levels, limit: 9 })).toEqual([]);
      expect(store.countJobs({})).toBe(1);
      store.apply(changes({ ...exampleJob, percent: 51 }));
      expect(store.job(id)?.percent).toBe(51);
    });

    test('are all forgotten when one of them fails, even if somebody catches its error', () => {
      const store = withExample(open);
      const work = () =>
        store.atomically(() => {
          store.apply(changes({ ...exampleJob, percent: 50 }));
          thrown(() => store.addJob(exampleJob, []));
        });
      expect(codeOf(work)).toBe('JOB_EXISTS');
      expect(store.job(id)).toEqual(exampleJob);
    });

    test('one change of many parts is stored whole or not at all', () => {
      const store = withExample(open);
      store.apply(changes(exampleJob, { logs: [logEntry(1)] }));
      const torn = changes(
        { ...exampleJob, percent: 50 },
        { reportIds: ['a'], logs: [logEntry(2), logEntry(1)] },
      );
      expect(thrown(() => store.apply(torn))).toBeInstanceOf(Error);
      expect(store.job(id)).toEqual(exampleJob);
      expect(sequences(store.logs(id, { levels, limit: 9 }))).toEqual([1]);
      expect([...store.knownReports(id, ['a'])]).toEqual([]);
    });
  });
}
