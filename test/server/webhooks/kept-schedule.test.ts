import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { DeliveryRecord } from '../../../src/server/store/records.js';
import { openStore } from '../../../src/server/store/sqlite/open-store.js';
import { createDeliverer } from '../../../src/server/webhooks/deliverer.js';
import { type Resolve, systemResolve } from '../../../src/server/webhooks/guard/checked-lookup.js';
import { createGuard } from '../../../src/server/webhooks/guard/guard.js';
import { createGuardedAgent } from '../../../src/server/webhooks/guard/guarded-agent.js';
import { ATTEMPT_DELAYS_MS, FAILING_MAX_MS } from '../../../src/server/webhooks/schedule.js';
import { createSend, type Send } from '../../../src/server/webhooks/send.js';
import { temporaryFolder } from '../../helpers/cli.js';
import type { FakeClock } from '../../helpers/fake-clock.js';
import { type Handler, startServer } from '../../helpers/http-server.js';
import { promise } from '../../helpers/promise.js';
import { guid } from '../tracking.js';
import { createDelivering } from './delivering.js';

/** How a receiver fails, every time. */
interface Failing {
  /** What the subscription says of it. */
  says: string;
  /** Where it is, with nobody there who would take an event. */
  url: () => Promise<string>;
  /** How long it asks to be left alone. */
  pauseMs?: number;
  resolve?: Resolve;
  attemptMs?: number;
}

const at = (handler: Handler) => async (): Promise<string> => (await startServer(handler)).url;

const status = (code: number, headers: Record<string, string> = {}) =>
  at((_request, response) => void response.writeHead(code, headers).end('no'));

/** A receiver below HTTP: it says something, or breaks the connection. */
const raw = (answer: string | undefined) => async (): Promise<string> => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () =>
      answer === undefined ? socket.resetAndDestroy() : socket.end(answer),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
};

const nobodyThere = async (): Promise<string> => {
  const server = await startServer(() => {});
  await server.close();
  return server.url;
};

const unknownName: Resolve = async () => {
  throw Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
};

const THEIR_NOW = 'Sat, 20 Jan 2029 10:45:33 GMT';

const failings: readonly Failing[] = [
  { says: 'HTTP 500', url: status(500) },
  { says: 'HTTP 404', url: status(404) },
  { says: 'HTTP 401', url: status(401) },
  { says: 'HTTP 302', url: status(302, { location: 'http://127.0.0.1:1/' }) },
  { says: 'HTTP 304', url: status(304) },
  { says: 'HTTP 503', url: status(503) },
  { says: 'HTTP 429', url: status(429, { 'retry-after': '600' }), pauseMs: 600_000 },
  { says: 'HTTP 502', url: status(502, { 'retry-after': '2' }), pauseMs: 2_000 },
  {
    says: 'HTTP 504',
    url: status(504, { date: THEIR_NOW, 'retry-after': 'Sat, 20 Jan 2029 16:45:33 GMT' }),
    pauseMs: 6 * 3_600_000,
  },
  { says: 'time-out', url: at(() => {}), attemptMs: 25 },
  { says: 'ECONNRESET', url: raw(undefined) },
  { says: 'HTTPParserError', url: raw('220 smtp.example ESMTP\r\n') },
  { says: 'ECONNREFUSED', url: nobodyThere },
  { says: 'ENOTFOUND', url: async () => 'http://nobody.example', resolve: unknownName },
];

/** A sequence from 0 to 1 that is the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A database with a subscription to which two events are to be delivered. */
function prepare(webhookUrl: string): { file: string; clock: FakeClock } {
  const file = join(temporaryFolder(), 'jobs.db');
  const delivering = createDelivering(openStore({ file }));
  delivering.subscribe({ webhookUrl });
  delivering.happen(2);
  delivering.store.close();
  return { file, clock: delivering.clock };
}

/** Runs a server's deliveries, from the opening of its database to the closing, until a condition holds. */
async function serve(
  file: string,
  clock: FakeClock,
  { send, random, isOver }: { send: Send; random: () => number; isOver: () => boolean },
): Promise<DeliveryRecord | undefined> {
  const store = openStore({ file });
  const stop = new AbortController();
  const settle = (id: string, delivery: DeliveryRecord): boolean => {
    const isThere = store.settle(id, delivery);
    if (isOver() || delivery.disabledAtMs !== undefined) stop.abort();
    return isThere;
  };
  const watched = { ...store, settle };
  const deliverer = createDeliverer({ store: watched, clock, random, send, onFailure: () => {} });
  await deliverer.run({ stop: stop.signal, cut: new AbortController().signal });
  const delivery = store.subscriptions(guid(1))[0]?.delivery;
  store.close();
  return delivery;
}

/** A real sender, and when each attempt was made by the fake clock. */
function recordedSend(failing: Failing, clock: FakeClock): { send: Send; times: number[] } {
  const guard = createGuard({ allowsLoopback: true });
  const agent = createGuardedAgent(guard, failing.resolve ?? systemResolve);
  onTestFinished(() => agent.destroy());
  const send = createSend(agent, clock, failing.attemptMs);
  const times: number[] = [];
  return {
    times,
    send: (...attempt) => {
      times.push(clock.now());
      return send(...attempt);
    },
  };
}

/** What is wrong with the times of the ten attempts at one event, and of the first one at the next. */
function wrongTimes(times: readonly number[], pauseMs: number): string[] {
  const delays = [...ATTEMPT_DELAYS_MS.slice(1), 0];
  return delays.flatMap((delayMs, index) => {
    const waitedMs = (times[index + 1] ?? Number.NaN) - (times[index] ?? Number.NaN);
    const least = Math.max(0.8 * delayMs, pauseMs);
    const most = Math.max(1.2 * delayMs, pauseMs);
    return waitedMs >= least && waitedMs <= most
      ? []
      : [`attempt ${index + 2} after ${waitedMs} ms, not ${least} to ${most}`];
  });
}

async function checkSchedule(
  failing: Failing,
  seed: number,
  fail: (what: string) => void,
): Promise<void> {
  const { file, clock } = prepare(await failing.url());
  const startedMs = clock.now();
  const random = createRandom(seed);
  const { send, times } = recordedSend(failing, clock);
  let delivery: DeliveryRecord | undefined;
  // Two servers, one after another: the second goes on where the first one was.
  for (const attempts of [1 + ((seed * 4 + failing.says.length) % 10), 11]) {
    delivery = await serve(file, clock, { send, random, isOver: () => times.length >= attempts });
  }
  const what = `${failing.says}, seed ${seed}`;
  if (times[0] !== startedMs) fail(`${what}: the first attempt was not made at once`);
  for (const wrong of wrongTimes(times, failing.pauseMs ?? 0)) fail(`${what}: ${wrong}`);
  const isAsExpected =
    times.length === 11 && delivery?.givenUp === 1 && delivery.lastFailure === failing.says;
  if (!isAsExpected) fail(`${what}: ${times.length} attempts, ${JSON.stringify(delivery)}`);
}

promise(
  'W3',
  'Attempts are made by the schedule, also over restarts, and end as documented',
  { full: 12, quick: 1 },
  async ({ count, fail }) => {
    for (let seed = 0; seed < count; seed += 1) {
      for (const failing of failings) await checkSchedule(failing, seed, fail);
    }
    return count * failings.length;
  },
);

test('W3: a receiver that answers 410 gets nothing more, also after a restart', async () => {
  const { file, clock } = prepare(await status(410)());
  const { send, times } = recordedSend({ says: 'HTTP 410', url: status(410) }, clock);
  const options = { send, random: () => 0.5, isOver: () => false };
  expect(await serve(file, clock, options)).toMatchObject({ disabledReason: 'gone' });
  const store = openStore({ file });
  expect([store.dueDeliveries(clock.now(), 9), store.nextDueMs(0)]).toEqual([[], undefined]);
  store.close();
  expect(times).toHaveLength(1);
});

test('W3: a receiver that has failed for five days gets nothing more', async () => {
  const { file, clock } = prepare(await status(500)());
  const { send, times } = recordedSend({ says: 'HTTP 500', url: status(500) }, clock);
  const options = { send, random: () => 0.5, isOver: () => false };
  const delivery = await serve(file, clock, options);
  expect(delivery).toMatchObject({ disabledReason: 'failing', givenUp: 1, delivered: 0 });
  const [first = 0] = times;
  expect((times.at(-1) ?? 0) - first).toBeGreaterThanOrEqual(FAILING_MAX_MS);
  expect((times.at(-2) ?? 0) - first).toBeLessThan(FAILING_MAX_MS);
});
