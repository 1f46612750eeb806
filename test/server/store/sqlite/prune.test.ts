import { join } from 'node:path';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../../../src/server/store/port.js';
import { openStore } from '../../../../src/server/store/sqlite/open-store.js';
import { temporaryFolder } from '../../../helpers/cli.js';
import { changes, event, jobNumbered, logEntry, startMs } from '../records.js';

const rule = { endedBeforeMs: startMs + 1_000, keep: 100 };
const levels = ['INFO'] as const;

/** A finished job with many rows of every kind. */
function addBigJob(store: Store, number: number, size: number): void {
  const job = jobNumbered(number, { status: 'Completed', endedAtMs: startMs + number });
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  store.addJob(job, [jobNumbered(99).id]);
  store.apply(
    changes(job, {
      reportIds: numbers.map(String),
      stages: [{ name: 'Load', order: 1, status: 'Completed', metrics: {} }],
      logs: numbers.map((sequence) => logEntry(sequence)),
      events: numbers.map((sequence) => event(sequence)),
      samples: numbers.map((timeMs) => ({ timeMs })),
      outbox: numbers.map((sequence) => ({
        id: `${number}/${sequence}`,
        jobId: job.id,
        event: 'JobProgress',
        createdAtMs: startMs,
        body: {},
      })),
    }),
  );
  store.addSubscription({
    id: `subscription ${number}`,
    jobId: job.id,
    type: 'websocket',
    events: [],
    includeDebugEvents: false,
    notifyOnErrors: false,
    secret: '',
    createdAtMs: startMs,
    expiresAtMs: startMs,
  });
}

/** How many rows each table has that belong to some job. */
function countRows(file: string): Record<string, number> {
  const database = new Database(file);
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND (sql LIKE '%job INTEGER%' OR name = 'jobs')",
    )
    .raw()
    .all([]) as [string][];
  const counts = tables.map(([name]) => {
    const [count] = database.prepare(`SELECT count(*) FROM ${name}`).raw().get([]) as [number];
    return [name, count] as const;
  });
  database.close();
  return Object.fromEntries(counts);
}

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Does something with the store of a file, and closes it. */
function using<T>(file: string, work: (store: Store) => T): T {
  const store = openStore({ file });
  try {
    return work(store);
  } finally {
    store.close();
  }
}

test('a job goes at once, what it has many of in pieces, and in the end nothing of it is left', () => {
  const file = join(temporaryFolder(), 'jobs.db');
  using(file, (store) => addBigJob(store, 1, 3_000));
  let before = countRows(file);
  expect(before).toMatchObject({ jobs: 1, logs: 3_000, log_blocks: 47, outbox: 3_000, stages: 1 });

  using(file, (store) => {
    expect(store.prune(rule)).toBe(1);
    expect(store.countJobs({})).toBe(0);
    expect(store.logs(jobNumbered(1).id, { levels, limit: 9 })).toEqual([]);
  });

  // Each piece is small, each is done after a restart, too, and they come to an end.
  for (let pieces = 0; sum(countRows(file)) > 0; pieces += 1) {
    const after = countRows(file);
    expect(sum(before) - sum(after)).toBeLessThanOrEqual(5_010);
    expect(sum(after)).toBeLessThan(sum(before));
    expect(pieces).toBeLessThan(10);
    before = after;
    using(file, (store) => store.prune(rule));
  }
  expect(new Set(Object.values(countRows(file)))).toEqual(new Set([0]));
});

test('what is left of a job that is gone is not mixed with a new one, and the new one is not touched', () => {
  const store = openStore({ file: ':memory:' });
  onTestFinished(() => store.close());
  addBigJob(store, 1, 3_000);
  store.prune(rule);
  const job = jobNumbered(1);
  store.addJob(job, []);
  store.apply(changes(job, { logs: [logEntry(1)], reportIds: ['1'] }));
  for (let piece = 0; piece < 10; piece += 1) store.prune(rule);
  expect(store.logs(job.id, { levels, limit: 9 })).toEqual([logEntry(1)]);
  expect([...store.knownReports(job.id, ['1', '2'])]).toEqual(['1']);
});

test('many jobs go a hundred at a time, the oldest first', () => {
  const store = openStore({ file: ':memory:' });
  onTestFinished(() => store.close());
  store.atomically(() => {
    for (let number = 1; number <= 250; number += 1) {
      store.addJob(jobNumbered(number, { endedAtMs: startMs + number }), []);
    }
  });
  const some = { endedBeforeMs: 0, keep: 20 };
  expect(store.prune(some)).toBe(100);
  expect(store.jobs({ limit: 999 }).at(-1)?.name).toBe('Job 101');
  expect([store.prune(some), store.prune(some), store.prune(some)]).toEqual([100, 30, 0]);
  expect(store.jobs({ limit: 999 }).at(-1)?.name).toBe('Job 231');
});
