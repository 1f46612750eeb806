import { expect, test } from 'vitest';
import { createFakeClock } from '../../helpers/fake-clock.js';
import { startFaultProxy } from '../../helpers/fault-proxy.js';
import { answerJson, startServer } from '../../helpers/http-server.js';
import { promise } from '../../helpers/promise.js';
import { createRandom } from '../../helpers/random.js';
import { JOB, rejection, testClient } from '../../helpers/test-client.js';

const progress = { overallProgress: {} };

test('a call that fails is made three times, and the error says so', async () => {
  const server = await startServer(answerJson({ error: 'down for maintenance' }, 503));
  const error = await rejection(testClient(server.url, { clock: createFakeClock() }).progress(JOB));
  expect(server.requests).toHaveLength(3);
  expect(error).toMatchObject({
    code: 'SERVER_ERROR',
    facts: { origin: server.url, status: 503, attempts: 3, detail: 'down for maintenance' },
  });
});

promise(
  'H1',
  'Retries are bounded by attempts and by a shared budget',
  { full: 300, quick: 300 },
  async ({ count, fail }) => {
    const server = await startServer(answerJson({}, 503));
    const clock = createFakeClock();
    const client = testClient(server.url, { clock, random: createRandom(1) });
    for (let poll = 0; poll < count; poll += 1) {
      await rejection(client.progress(JOB));
      clock.advance(2_000);
    }
    if (server.requests.length > 1.2 * count)
      fail(`${server.requests.length} requests for ${count} polls`);
  },
);

promise(
  'H2',
  'Retries of many clients are spread over time',
  { full: 200, quick: 200 },
  async ({ count, fail }) => {
    let answers = 0;
    const server = await startServer((request, response) => {
      answers += 1;
      answerJson(progress, answers > count ? 200 : 503)(request, response, undefined as never);
    });
    const clocks = Array.from({ length: count }, () => createFakeClock());
    await Promise.all(
      clocks.map((clock, seed) =>
        rejection(testClient(server.url, { clock, random: createRandom(seed) }).progress(JOB)),
      ),
    );
    const buckets = new Map<number, number>();
    for (const { waits } of clocks) {
      const bucket = Math.floor((waits[0] ?? 0) / 100);
      buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
    }
    for (const [bucket, size] of buckets) {
      if (size > 0.2 * count)
        fail(`${size} of ${count} second attempts from ${bucket * 100} ms on`);
    }
  },
);

promise(
  'H3',
  'A POST is never sent twice, also when its answer is lost',
  { full: 500, quick: 40 },
  async ({ count, fail }) => {
    const commits = new Map<string, number>();
    const server = await startServer(({ body }, response) => {
      commits.set(body, (commits.get(body) ?? 0) + 1);
      response.end('{"subscriptionId":"sub-1"}');
    });
    const proxy = await startFaultProxy(server.port, () => ({ kind: 'reset_peer' }));
    const client = testClient(proxy.url, { retries: 5 });
    for (let post = 0; post < count; post += 1) {
      const webhookUrl = `https://hooks.example.com/${post}`;
      const request = { subscriptionType: 'webhook', webhookUrl } as const;
      const error = await rejection(client.subscribe(JOB, request));
      const times = commits.get(JSON.stringify(request));
      if (times !== 1) fail(`${webhookUrl} was committed ${times} times (${error})`);
    }
  },
);

const DATE = 'Sat, 20 Jan 2024 10:45:33 GMT';
/** What the header asks for in milliseconds; nothing where it can't be read. */
const retryAfters: readonly [string, number][] = [
  ['0', 0],
  ['5', 5_000],
  ['Sat, 20 Jan 2024 10:45:41 GMT', 8_000],
  ['Sat, 20 Jan 2024 10:00:00 GMT', 0],
  ['when the moon is full', 0],
  ['-1', 0],
  ['86400', 86_400_000],
  ['1e99', 0],
];

promise('H4', 'Retry-After is never undercut', { full: 8, quick: 8 }, async ({ fail }) => {
  for (const [retryAfter, askedMs] of retryAfters) {
    let answers = 0;
    const server = await startServer((request, response) => {
      answers += 1;
      const headers = { 'retry-after': retryAfter, date: DATE };
      answerJson(progress, answers === 1 ? 429 : 200, headers)(
        request,
        response,
        undefined as never,
      );
    });
    // This machine's clock is two hours late: a date counts from the server's own.
    const clock = createFakeClock(Date.parse(DATE) - 7_200_000);
    const result = await testClient(server.url, { clock, random: createRandom(4) })
      .progress(JOB)
      .catch((error: unknown) => error);
    const waitedMs = clock.waits[0];
    if (waitedMs !== undefined && waitedMs < askedMs) fail(`${retryAfter}: waited ${waitedMs} ms`);
    if (askedMs < 30_000 && answers !== 2)
      fail(`${retryAfter}: ${answers} requests, ${String(result)}`);
    if (askedMs > 30_000 && answers !== 1) fail(`${retryAfter}: ${answers} requests`);
  }
  return retryAfters.length;
});

test('a wait longer than the deadline ends the call at once, with the wait', async () => {
  const server = await startServer(answerJson({}, 429, { 'retry-after': '86400' }));
  const clock = createFakeClock();
  const error = await rejection(testClient(server.url, { clock }).progress(JOB));
  expect(clock.waits).toEqual([]);
  expect(error).toMatchObject({
    code: 'RATE_LIMITED',
    facts: { retryAfterMs: 86_400_000, attempts: 1 },
  });
});
