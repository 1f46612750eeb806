import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFinal, type Report } from '../../src/contract/index.js';
import { ApiError } from '../../src/server/api-error.js';
import type { Store } from '../../src/server/store/port.js';
import type { JobRecord } from '../../src/server/store/records.js';
import { createTracking, finish, guid, type Tracking } from './tracking.js';

type WithoutId<R> = R extends Report ? Omit<R, 'reportId'> : never;

const stageName = fc.constantFrom('Load', 'Analyse', 'Report');
const percent = fc.float({ min: 0, max: 100, noNaN: true });
const anyReport: fc.Arbitrary<WithoutId<Report>> = fc.oneof(
  fc.record({
    type: fc.constant('log' as const),
    level: fc.constantFrom('DEBUG', 'INFO', 'WARN', 'ERROR', 'VERBOSE'),
    message: fc.constantFrom('slow disk', 'no disk', 'read a file'),
  }),
  fc.record({
    type: fc.constant('stage' as const),
    stageName,
    state: fc.constantFrom(
      'pending' as const,
      'started' as const,
      'completed' as const,
      'failed' as const,
    ),
  }),
  fc.record({ type: fc.constant('progress' as const), percent }),
  fc.record({ type: fc.constant('progress' as const), stageName, percent }),
  fc.record({
    type: fc.constant('progress' as const),
    records: fc.nat(500),
    totalRecords: fc.nat(300),
  }),
  fc.record({
    type: fc.constant('metric' as const),
    key: fc.constantFrom('a', 'b'),
    value: fc.nat(),
  }),
  fc.record({ type: fc.constant('sample' as const), cpuPercent: percent }),
  fc.record({ type: fc.constant('milestone' as const), message: fc.string() }),
  fc.record({ type: fc.constant('quality' as const), validationsPassed: fc.nat() }),
  fc.record({ type: fc.constant('activity' as const), operation: fc.string() }),
);

/** Reports of one minute, each with its own id and time. */
const anyReports = fc.array(fc.tuple(anyReport, fc.nat(60_000)), { maxLength: 60 }).map((pairs) =>
  pairs.map(([report, ms], index) => ({
    reportId: `r${index}`,
    time: new Date(Date.parse('2024-01-20T10:00:00Z') + ms).toISOString(),
    ...report,
  })),
);

/** Everything that is stored of a job, but for what tells how often it was written. */
function stored(store: Store, number: number) {
  const id = guid(number);
  const {
    id: _,
    name: _name,
    revision: _revision,
    registration: _digest,
    ...job
  } = store.job(id) as JobRecord;
  return {
    job,
    stages: store.stages(id),
    logs: store.logs(id, { levels: ['DEBUG', 'INFO', 'WARN', 'ERROR'], limit: 10_000 }),
    events: store.events(id, { withSub: true }),
    samples: store.samples(id),
    outbox: store.outbox(id, 0).map(({ sequence, event, body }) => [sequence, event, body['data']]),
  };
}

test('however reports are cut into requests and sent again, the same becomes of the job', () => {
  const { store, tracker, register, clock } = createTracking();
  clock.advance(-3_600_000);
  let jobs = 0;
  const cuts = fc.array(fc.record({ take: fc.nat(9), twice: fc.boolean(), resend: fc.nat(9) }), {
    minLength: 1,
    maxLength: 12,
  });

  fc.assert(
    fc.property(anyReports, fc.boolean(), cuts, (some, ends, requests) => {
      const reports: Report[] = ends ? [...some, finish()] : some;
      const [plain, cut] = [++jobs, ++jobs];
      for (const number of [plain, cut]) register(number);
      clock.advance(3_600_000);

      for (const report of reports) tracker.report(guid(plain), [report]);
      const sent: Report[][] = [];
      for (let next = 0, turn = 0; next < reports.length; turn += 1) {
        const { take = 1, twice = false, resend = 0 } = requests[turn % requests.length] ?? {};
        const again = sent[resend % Math.max(1, sent.length)] ?? [];
        const batch = reports.slice(next, next + 1 + take);
        next += 1 + take;
        sent.push(batch);
        tracker.report(guid(cut), [...again, ...batch, ...(twice ? batch : [])]);
        tracker.report(guid(cut), again);
      }

      expect(stored(store, cut)).toEqual(stored(store, plain));
      expect(stored(store, cut).logs.map(({ sequence }) => sequence)).toEqual(
        stored(store, cut).logs.map((_, index) => index + 1),
      );
      clock.advance(-3_600_000);
    }),
    { numRuns: 100 },
  );
});

test('a job has one end, and no percentage is outside of 0 to 100', () => {
  const { store, tracker, register } = createTracking();
  let jobs = 0;
  const ends = fc.constantFrom('Completed' as const, 'Failed' as const, 'Cancelled' as const);
  const mixed = fc.array(
    fc.oneof(
      { weight: 9, arbitrary: anyReport },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('finish' as const), status: ends }) },
    ),
    { maxLength: 60 },
  );

  fc.assert(
    fc.property(mixed, fc.integer({ min: 1, max: 7 }), (reports, size) => {
      jobs += 1;
      register(jobs);
      const withIds = reports.map((report, index) => ({ reportId: `r${index}`, ...report }));
      for (let from = 0; from < withIds.length; from += size) {
        try {
          tracker.report(guid(jobs), withIds.slice(from, from + size));
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError);
        }
      }

      const { events, stages, job } = stored(store, jobs);
      const isOver = isFinal(job.status);
      expect(events.filter(({ type }) => /^Job(?!Started)/.test(type))).toHaveLength(
        isOver ? 1 : 0,
      );
      if (isOver) expect(events.at(-1)?.type).toBe(`Job${job.status}`);
      if (isOver) expect(stages.some(({ status }) => status === 'Running')).toBe(false);
      expect(stages.filter(({ status }) => status === 'Running').length).toBeLessThanOrEqual(1);
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
      for (const one of [job, ...stages, ...events]) {
        expect(one.percent ?? 0).toBeGreaterThanOrEqual(0);
        expect(one.percent ?? 0).toBeLessThanOrEqual(100);
      }
    }),
    { numRuns: 100 },
  );
});

type Step =
  | { do: 'register'; after: number[] }
  | { do: 'finish'; job: number; end: 'Completed' | 'Failed' | 'Cancelled' }
  | { do: 'restart' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('register' as const), after: fc.array(fc.nat(), { maxLength: 2 }) }),
  fc.record({
    do: fc.constant('finish' as const),
    job: fc.nat(),
    end: fc.constantFrom('Completed' as const, 'Failed' as const, 'Cancelled' as const),
  }),
  fc.record({ do: fc.constant('restart' as const) }),
);

/** Does one step with the `jobs` that are there; answers how many there are then. */
function walk(tracking: Tracking, jobs: number, step: Step): number {
  if (step.do === 'restart') tracking.restart();
  if (step.do === 'register') {
    tracking.register(jobs + 1, {
      after: step.after.slice(0, jobs).map((any) => 1 + (any % jobs)),
    });
    return jobs + 1;
  }
  if (step.do === 'finish' && jobs > 0) {
    const job = 1 + (step.job % jobs);
    const status = tracking.status(job);
    if (!isFinal(status)) {
      tracking.report(job, finish(status === 'Queued' ? 'Cancelled' : step.end));
    }
  }
  return jobs;
}

/** How many jobs run, how many could, and the statuses of all that queued jobs wait for. */
function look({ store }: Tracking) {
  const all = store.jobs({ limit: 1_000 });
  const needs = all
    .filter(({ status }) => status === 'Queued')
    .map(({ id }) => store.prerequisites(id).map((other) => store.job(other)?.status));
  return {
    running: all.filter(({ status }) => status === 'Running').length,
    ready: needs.filter((each) => each.every((status) => status === 'Completed')).length,
    needs: needs.flat(),
  };
}

test('whatever happens to jobs that wait for each other, no place is left empty and none is taken twice', () => {
  fc.assert(
    fc.property(
      fc.array(anyStep, { maxLength: 40 }),
      fc.integer({ min: 1, max: 3 }),
      (steps, maxRunning) => {
        const tracking = createTracking({ maxRunning });
        let jobs = 0;
        for (const step of steps) {
          jobs = walk(tracking, jobs, step);

          const { running, ready, needs } = look(tracking);
          expect(running).toBeLessThanOrEqual(maxRunning);
          expect(ready === 0 || running === maxRunning).toBe(true);
          expect(needs).not.toContain('Failed');
          expect(needs).not.toContain('Cancelled');
        }
        tracking.store.close();
      },
    ),
    { numRuns: 40 },
  );
});
