import { describe, expect, test } from 'vitest';
import type { Store } from '../../../../src/server/store/port.js';
import { changes, exampleJob, jobNumbered, logEntry, startMs } from '../records.js';
import { levels, type Open, sequences, withExample } from './asking.js';

const { id } = exampleJob;

/** Every tenth entry is a warning, every hundredth an error. */
function levelOf(sequence: number): 'INFO' | 'WARN' | 'ERROR' {
  if (sequence % 100 === 0) return 'ERROR';
  return sequence % 10 === 0 ? 'WARN' : 'INFO';
}

export function describeLogs(open: Open): void {
  describe('a log', () => {
    const withLog = (): Store => {
      const store = withExample(open);
      const logs = Array.from({ length: 300 }, (_, index) =>
        logEntry(index + 1, {
          level: levelOf(index + 1),
          // A reporter's clock may go backwards.
          timeMs: startMs + (index < 200 ? index : index - 100) * 1_000,
        }),
      );
      store.apply(changes(exampleJob, { logs: logs.slice(0, 70) }));
      store.apply(changes(exampleJob, { logs: logs.slice(70) }));
      return store;
    };

    test('is read from its beginning, in order', () => {
      expect(sequences(withLog().logs(id, { levels, limit: 4 }))).toEqual([1, 2, 3, 4]);
    });

    test('goes on after a number', () => {
      const store = withLog();
      expect(sequences(store.logs(id, { levels, limit: 3, afterSequence: 63 }))).toEqual([
        64, 65, 66,
      ]);
      expect(sequences(store.logs(id, { levels, limit: 2, afterSequence: 10 }))).toEqual([11, 12]);
      expect(store.logs(id, { levels, limit: 3, afterSequence: 300 })).toEqual([]);
    });

    test('can be asked for some levels', () => {
      const store = withLog();
      const grave = ['WARN', 'ERROR'] as const;
      expect(sequences(store.logs(id, { levels: ['ERROR'], limit: 9 }))).toEqual([100, 200, 300]);
      expect(sequences(store.logs(id, { levels: grave, limit: 3, afterSequence: 90 }))).toEqual([
        100, 110, 120,
      ]);
      expect(store.logs(id, { levels: ['DEBUG'], limit: 9 })).toEqual([]);
      expect(store.logs(id, { levels: [], limit: 9 })).toEqual([]);
    });

    test('can be asked for a time, both ends included, wherever its entries lie', () => {
      const store = withLog();
      const range = { fromMs: startMs + 150_000, toMs: startMs + 152_000 };
      expect(sequences(store.logs(id, { levels, limit: 9, ...range }))).toEqual([
        151, 152, 153, 251, 252, 253,
      ]);
      expect(
        sequences(store.logs(id, { levels: ['ERROR'], limit: 9, fromMs: startMs + 199_000 })),
      ).toEqual([200, 300]);
      expect(sequences(store.logs(id, { levels, limit: 9, toMs: startMs }))).toEqual([1]);
    });

    test('does not mix with that of another job', () => {
      const store = withLog();
      store.addJob(jobNumbered(2), []);
      store.apply(changes(jobNumbered(2), { logs: [logEntry(1, { message: 'of another' })] }));
      expect(store.logs(jobNumbered(2).id, { levels, limit: 9 })).toEqual([
        logEntry(1, { message: 'of another' }),
      ]);
      expect(store.logs(id, { levels, limit: 400 })).toHaveLength(300);
    });
  });
}
