import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyChanges } from '../any-changes.js';
import { changes, event, exampleJob, jobNumbered, startMs } from '../records.js';
import { levels, type Open, sequences, withExample } from './asking.js';

const { id } = exampleJob;

export function describeBelongings(open: Open): void {
  describe('what else belongs to a job', () => {
    test('stages are in their order, each once, as they were told last', () => {
      const store = withExample(open);
      const stage = { status: 'Running', metrics: {} } as const;
      store.apply(
        changes(exampleJob, {
          stages: [
            { ...stage, name: 'Load', order: 2 },
            { ...stage, name: 'Extract', order: 1, percent: 10 },
          ],
        }),
      );
      store.apply(
        changes(exampleJob, {
          stages: [{ ...stage, name: 'Extract', order: 1, status: 'Completed' }],
        }),
      );
      expect(store.stages(id)).toEqual([
        { ...stage, name: 'Extract', order: 1, status: 'Completed' },
        { ...stage, name: 'Load', order: 2 },
      ]);
    });

    test('events are in order, with sub-events where they are asked for', () => {
      const store = withExample(open);
      store.apply(
        changes(exampleJob, {
          events: [event(1), event(2, { isSub: true, percent: 12.5 }), event(3)],
        }),
      );
      expect(sequences(store.events(id, { withSub: false }))).toEqual([1, 3]);
      expect(store.events(id, { withSub: true, afterSequence: 1 })).toEqual([
        event(2, { isSub: true, percent: 12.5 }),
        event(3),
      ]);
    });

    test('samples are in the order of their times, since a time or the newest of them', () => {
      const store = withExample(open);
      const at = (seconds: number) => ({
        timeMs: startMs + seconds * 1_000,
        cpuPercent: seconds,
      });
      store.apply(changes(exampleJob, { samples: [at(1), at(3)] }));
      store.apply(changes(exampleJob, { samples: [at(2)] }));
      expect(store.samples(id)).toEqual([at(1), at(2), at(3)]);
      expect(store.samples(id, startMs + 2_000)).toEqual([at(2), at(3)]);
      expect(store.newestSamples(id, 2)).toEqual([at(2), at(3)]);
    });

    test('reports are known by their ids, of one job only', () => {
      const store = withExample(open);
      store.addJob(jobNumbered(2), []);
      store.apply(changes(exampleJob, { reportIds: ['a', 'b'] }));
      expect([...store.knownReports(id, ['b', 'c', 'a'])]).toEqual(['b', 'a']);
      expect([...store.knownReports(jobNumbered(2).id, ['a'])]).toEqual([]);
    });

    test('the outbox numbers what it takes', () => {
      const store = withExample(open);
      const entry = {
        jobId: id,
        event: 'JobProgress',
        createdAtMs: startMs,
        body: { percent: 1 },
      };
      store.apply(
        changes(exampleJob, {
          outbox: [
            { ...entry, id: 'a' },
            { ...entry, id: 'b' },
          ],
        }),
      );
      store.apply(changes(exampleJob, { outbox: [{ ...entry, id: 'c' }] }));
      expect(store.outbox(id, 1)).toEqual([
        { ...entry, id: 'b', sequence: 2 },
        { ...entry, id: 'c', sequence: 3 },
      ]);
    });

    test('dependencies are known from both ends', () => {
      const store = withExample(open);
      store.addJob(jobNumbered(2), [id, jobNumbered(9).id]);
      store.addJob(jobNumbered(3), [id]);
      expect(store.prerequisites(jobNumbered(2).id)).toEqual([id, jobNumbered(9).id]);
      expect(store.dependents(id)).toEqual([jobNumbered(2).id, jobNumbered(3).id]);
    });

    test('any text and any figure is read as it was written', () => {
      const store = open();
      fc.assert(
        fc.property(anyChanges, (any) => {
          const job = { ...any.job, id: jobNumbered(store.countJobs({})).id };
          store.addJob(job, []);
          store.apply({ ...any, job });
          expect(store.job(job.id)).toEqual(job);
          expect(store.stages(job.id)).toEqual(any.stages);
          expect(store.logs(job.id, { levels, limit: 999 })).toEqual(any.logs);
          expect(store.events(job.id, { withSub: true })).toEqual(any.events);
          expect(store.samples(job.id)).toEqual(any.samples);
          expect([...store.knownReports(job.id, any.reportIds)]).toEqual(any.reportIds);
        }),
        { numRuns: 60 },
      );
    });
  });
}
