import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { jobEvents } from '../../../src/client/events/job-events.js';
import type { JobEventsItem } from '../../../src/client/events/types.js';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import { promise } from '../../helpers/promise.js';
import { type Road, startRoad } from '../../helpers/road.js';
import { JOB, testClient } from '../../helpers/test-client.js';
import { TOKEN } from '../../server/app/fake-app.js';
import {
  finish,
  type LiveServer,
  progress,
  startLiveServer,
} from '../../server/sockets/live-server.js';
import { count, type Followed, follow, kind, noPolling } from './follow.js';

const stage = (stageName: string) => ({ type: 'stage', stageName });

/** A server that may be reached over any road. */
const startServer = (options: Parameters<typeof startLiveServer>[0] = {}) =>
  startLiveServer({ hosts: ['127.0.0.1'], ...options });

/** A job that is followed over a road that can be broken. */
async function followOver(
  road: Road,
  options: Parameters<typeof follow>[1] = {},
): Promise<Followed> {
  const followed = follow(testClient(road.url, { token: TOKEN }), options);
  await followed.until(kind('connected'));
  return followed;
}

const numbers = (followed: Followed) => followed.events().map(({ sequence }) => sequence);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('a connection that breaks', () => {
  test.each(['reset', 'end'] as const)('(%s) is made again, and nothing is lost', async (how) => {
    const server = await startServer();
    const road = await startRoad(server.port);
    const followed = await followOver(road);
    await server.report(stage('Extract'));
    await followed.until(count(1));
    road.cut(how);
    await server.report(stage('Load'), finish);
    await followed.ended;
    expect(numbers(followed)).toEqual(upTo(5));
    expect(followed.items.filter((item) => item.kind !== 'event')).toMatchObject([
      { kind: 'connected', isAgain: false },
      { kind: 'lost', error: { code: 'NETWORK', facts: { origin: road.url } }, retryInMs: 0 },
      { kind: 'connected', isAgain: true },
      { kind: 'ended', status: 'Completed' },
    ]);
  });

  test('before anything came, and with the subscription gone, loses nothing either', async () => {
    const server = await startServer();
    const road = await startRoad(server.port);
    const followed = await followOver(road);
    road.leadTo(9);
    road.cut();
    await followed.until(kind('lost'));
    await server.report(stage('Extract'));
    server.sleep(8 * 3_600_000);
    await server.report(stage('Load'), finish);
    road.leadTo(server.port);
    await followed.ended;
    expect(numbers(followed)).toEqual(upTo(5));
  });

  test('is waited for longer and longer, with full jitter, up to half a minute', async () => {
    const server = await startServer();
    const road = await startRoad(server.port);
    const waits: number[] = [];
    const clock = {
      now: systemClock.now,
      sleep: async (durationMs: number, signal?: AbortSignal) => {
        if (durationMs > 60_000) return systemClock.sleep(durationMs, signal);
        waits.push(durationMs);
        if (waits.length === 8) road.leadTo(server.port);
      },
    };
    const followed = await followOver(road, { clock, random: () => 0.5 });
    road.leadTo(9);
    road.cut();
    await followed.until(kind('connected', 2));
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });
});

describe('a server', () => {
  test('that stops and starts again loses nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobtrack-events-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'jobs.db');
    const first = await startServer({ file });
    const road = await startRoad(first.port);
    const followed = await followOver(road);
    await first.report(stage('Extract'));
    await followed.until(count(1));
    await first.close(1_000);
    await followed.until(kind('lost'));
    const second = await startServer({ file });
    road.leadTo(second.port);
    await second.report(stage('Load'), finish);
    await followed.ended;
    expect(numbers(followed)).toEqual(upTo(5));
  });

  test('that ends the subscription is asked for another one', async () => {
    const server = await startServer();
    const followed = follow(server.client);
    await followed.until(kind('connected'));
    await server.report(stage('Extract'));
    await followed.until(count(1));
    server.sleep(8 * 3_600_000);
    await server.report(stage('Load'), finish);
    await followed.ended;
    expect(numbers(followed)).toEqual(upTo(5));
  });
});

test('who leaves the loop leaves no connection', async () => {
  const server = await startServer();
  const road = await startRoad(server.port);
  const client = testClient(road.url, { token: TOKEN });
  for await (const item of jobEvents(client, JOB, { poll: noPolling })) {
    expect(item).toEqual({ kind: 'connected', isAgain: false });
    break;
  }
  await client.close();
  while (road.open > 0) await new Promise((resolve) => setImmediate(resolve));
});

test('who reads slowly is sent away by the server, and misses nothing', async () => {
  const server = await startServer();
  const following = jobEvents(server.client, JOB, { poll: noPolling, random: () => 0 });
  expect((await following.next()).value).toEqual({ kind: 'connected', isAgain: false });
  const stages = 10;
  for (let part = 0; part < stages; part += 1) {
    const warnings = upTo(100).map((line) => ({
      type: 'log',
      level: 'WARN',
      message: `${part}-${line} ${'x'.repeat(18_000)}`,
    }));
    await server.report(stage(`part ${part}`), ...warnings);
  }
  server.pass(31);
  await server.report(finish);
  const items: JobEventsItem[] = [];
  for await (const item of following) items.push(item);
  const told = items.flatMap((item) => (item.kind === 'event' ? [item.event.sequence] : []));
  expect(told).toEqual(upTo(stages * 102 + 1));
  expect(items.filter((item) => item.kind === 'lost')).toMatchObject([
    { error: { code: 'NETWORK', facts: { reason: 'the socket was closed (1013)' } } },
  ]);
});

test('a subscription is replaced ahead of its end, as often as it takes, and nothing is lost or told twice', async () => {
  const server = await startServer();
  const { sleep } = systemClock;
  // Eight hours are over in an instant.
  const clock = {
    now: systemClock.now,
    sleep: (durationMs: number, signal?: AbortSignal) =>
      sleep(durationMs > 60_000 ? 5 : durationMs, signal),
  };
  let subscriptions = 0;
  const client = {
    ...server.client,
    subscribe: (...asked: Parameters<typeof server.client.subscribe>) => {
      subscriptions += 1;
      return server.client.subscribe(...asked);
    },
  };
  const followed = follow(client, { clock });
  await followed.until(kind('connected'));
  for (let percent = 1; percent <= 100; percent += 1) await server.report(progress(percent));
  await server.report(finish);
  await followed.ended;
  expect(numbers(followed)).toEqual(upTo(101));
  expect(subscriptions).toBeGreaterThan(5);
  expect(followed.items.filter((item) => item.kind === 'lost')).toEqual([]);
});

/** A stage has one event for its start, a hundred for its progress and one for its end. */
const EVENTS_OF_STAGE = 102;
const STAGES_OF_TRIAL = 2;
const PING_MS = 300;

/** A stage that runs from its beginning to its end, as reports. */
const wholeStage = (name: string) => [
  stage(name),
  ...upTo(100).map(progress),
  { type: 'stage', stageName: name, state: 'completed' },
];

/** Half of the events before the road leads nowhere, half after; how long that went unnoticed, in milliseconds. */
async function fallIntoHole(
  trial: number,
  { server, road, followed }: { server: LiveServer; road: Road; followed: Followed },
): Promise<number> {
  const before = followed.items.filter(({ kind: which }) => which === 'lost').length;
  await server.report(...wholeStage(`${trial} a`));
  road.hole();
  const startMs = performance.now();
  await server.report(...wholeStage(`${trial} b`));
  await followed.until(kind('lost', before + 1));
  const tookMs = performance.now() - startMs;
  await followed.until(count((trial + 1) * STAGES_OF_TRIAL * EVENTS_OF_STAGE));
  return tookMs;
}

promise(
  'S3',
  'A server that went silent is noticed within two pings, and what it had to say is told once',
  { full: 50, quick: 4 },
  async ({ count: trials, fail }) => {
    const server = await startServer();
    const road = await startRoad(server.port);
    const followed = await followOver(road, { pingMs: PING_MS });
    for (let trial = 0; trial < trials; trial += 1) {
      const tookMs = await fallIntoHole(trial, { server, road, followed });
      // A loaded machine comes to it a little later.
      if (tookMs > 2 * PING_MS + 150) fail(`trial ${trial}: noticed after ${tookMs} ms`);
    }
    await server.report(finish);
    await followed.ended;
    const expected = upTo(trials * STAGES_OF_TRIAL * EVENTS_OF_STAGE + 1);
    const told = numbers(followed);
    const ids = new Set(followed.events().map(({ id }) => id));
    if (ids.size !== told.length) fail(`${told.length - ids.size} events were told twice`);
    if (JSON.stringify(told) !== JSON.stringify(expected)) {
      fail(`${expected.length} events were told as ${told.length}`);
    }
  },
);
