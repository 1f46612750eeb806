import { expect, test } from 'vitest';
import type { Report } from '../../../src/contract/index.js';
import type { Clock } from '../../../src/ports/clock.js';
import type { Deliver, Delivered } from '../../../src/server/runner/delivery.js';
import { createReportQueue, type ReportQueue } from '../../../src/server/runner/report-queue.js';
import { createReporter } from '../../../src/server/runner/reporter.js';
import { createFakeClock } from '../../helpers/fake-clock.js';

const taken: Delivered = { kind: 'taken', receipt: { jobId: 'j', status: 'Running' } };
const later: Delivered = { kind: 'later' };

/** A server that answers with each of `answers` in turn, and then takes everything. */
function server(...answers: (Delivered | ((batch: readonly Report[]) => Delivered))[]) {
  const batches: string[][] = [];
  const deliver: Deliver = async (batch) => {
    batches.push(batch.map(({ reportId }) => reportId));
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return typeof answer === 'function' ? answer(batch) : (answer ?? taken);
  };
  return { deliver, batches };
}

function start(
  deliver: Deliver,
  queue: ReportQueue = createReportQueue(() => {
    throw new Error('no disk');
  }),
) {
  const time = createFakeClock();
  // Several wait at the same time here, so each wait leaves the others their turn.
  const clock: Clock = {
    now: time.now,
    sleep: async (durationMs, signal) => {
      await new Promise((resolve) => setImmediate(resolve));
      await time.sleep(durationMs, signal);
    },
  };
  const reporter = createReporter({
    deliver,
    queue,
    clock,
    random: () => 0.5,
    idPrefix: 'run',
    heartbeatMs: 15_000,
  });
  const slow: number[] = [];
  const finish = (limits: Partial<Parameters<typeof reporter.finish>[0]> = {}) =>
    reporter.finish({
      idleMs: 30_000,
      totalMs: 600_000,
      giveUp: new AbortController().signal,
      onSlow: (left) => slow.push(left),
      ...limits,
    });
  return { reporter, clock, finish, slow };
}

const line = (message: string) => ({ type: 'log', message }) as const;

test('every report is delivered once, in order, with an id of its own', async () => {
  const { deliver, batches } = server(taken);
  const { reporter, finish } = start(deliver);
  for (const word of ['a', 'b', 'c']) reporter.tell(line(word));
  expect(await finish()).toEqual({ undelivered: 0, leftOut: 0 });
  expect(batches.flat()).toEqual(['run-1', 'run-2', 'run-3']);
});

test('while the server is away the same batch is tried again, with the same ids', async () => {
  const { deliver, batches } = server(later, later, taken);
  const { reporter, finish } = start(deliver);
  reporter.tell(line('a'));
  expect(await finish()).toEqual({ undelivered: 0, leftOut: 0 });
  expect(batches).toEqual([['run-1'], ['run-1'], ['run-1']]);
});

test('at most 1,000 reports go in one batch', async () => {
  const { deliver, batches } = server(taken);
  const { reporter, finish } = start(deliver);
  for (let number = 0; number < 2_500; number += 1) reporter.tell(line('x'));
  await finish();
  expect(batches.map((batch) => batch.length)).toEqual([1_000, 1_000, 500]);
});

test('a report that the server does not allow is left out alone', async () => {
  const refuseThird = (batch: readonly Report[]): Delivered =>
    batch.some(({ reportId }) => reportId === 'run-3') ? { kind: 'unfit', reason: 'no' } : taken;
  const { deliver, batches } = server(refuseThird);
  const { reporter, finish } = start(deliver);
  for (const word of ['a', 'b', 'c', 'd', 'e']) reporter.tell(line(word));
  expect(await finish()).toEqual({ undelivered: 0, leftOut: 1 });
  expect(new Set(batches.flat())).toEqual(new Set(['run-1', 'run-2', 'run-3', 'run-4', 'run-5']));
});

test('when the job is final nothing more is sent, and the reason is told', async () => {
  const { deliver, batches } = server({ kind: 'refused', reason: 'the job is Failed' });
  const { reporter, finish } = start(deliver);
  reporter.tell(line('a'));
  expect(await finish()).toEqual({ undelivered: 1, leftOut: 0, refused: 'the job is Failed' });
  expect(batches).toHaveLength(1);
});

test('a server that stays away ends the wait after half a minute, and what was not delivered is counted', async () => {
  const { deliver } = server(later);
  const { reporter, clock, finish, slow } = start(deliver);
  reporter.tell(line('a'));
  reporter.tell(line('b'));
  const startMs = clock.now();
  expect(await finish()).toEqual({ undelivered: 2, leftOut: 0 });
  expect(clock.now() - startMs).toBeGreaterThan(30_000);
  expect(slow).toEqual([2]);
});

test('whoever does not want to wait can end it', async () => {
  const { deliver } = server(later);
  const { reporter, finish } = start(deliver);
  reporter.tell(line('a'));
  expect(await finish({ giveUp: AbortSignal.abort() })).toEqual({ undelivered: 1, leftOut: 0 });
});

test('a job that says nothing gives a sign of life', async () => {
  const { deliver, batches } = server(taken);
  const { clock, finish } = start(deliver);
  const startMs = clock.now();
  while (batches.length < 3) await new Promise((resolve) => setImmediate(resolve));
  expect(clock.now() - startMs).toBeGreaterThanOrEqual(30_000);
  expect(batches[0]).toEqual([]);
  await finish();
});

test('lines that there is no room for are counted', async () => {
  const full: ReportQueue = {
    size: 0,
    add: () => false,
    first: () => [],
    drop: () => {},
    close: () => {},
  };
  const { deliver } = server(taken);
  const { reporter, finish } = start(deliver, full);
  reporter.tell(line('a'));
  expect(await finish()).toEqual({ undelivered: 0, leftOut: 1 });
});
