import { describe, expect, test } from 'vitest';
import type { JobEventsOptions } from '../../../src/client/events/types.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { createFakeClock } from '../../helpers/fake-clock.js';
import { answerJson, type Handler, startServer } from '../../helpers/http-server.js';
import { JOB, testClient } from '../../helpers/test-client.js';
import { TOKEN } from '../../server/app/fake-app.js';
import { finish, startLiveServer } from '../../server/sockets/live-server.js';
import { follow, kind } from './follow.js';

const SINCE = Date.parse('2024-01-20T10:00:00Z');

/** What looking at a job finds: one that runs a stage to its end. */
const looks: readonly JobEvent[] = [
  {
    type: 'seen',
    jobId: JOB,
    atMs: SINCE + 1_000,
    progress: { overallProgress: {}, stages: [{ stageName: 'Load', status: 'Running' }] },
  },
  { type: 'status', jobId: JOB, atMs: SINCE + 1_000, status: 'Running', jobName: 'Nightly' },
  { type: 'stage', jobId: JOB, atMs: SINCE + 1_000, stageName: 'Load', status: 'Running' },
  {
    type: 'stage',
    jobId: JOB,
    atMs: SINCE + 5_000,
    stageName: 'Load',
    status: 'Completed',
    previous: 'Running',
  },
  {
    type: 'status',
    jobId: JOB,
    atMs: SINCE + 5_000,
    status: 'Completed',
    previous: 'Running',
  },
  {
    type: 'verdict',
    jobId: JOB,
    atMs: SINCE + 5_000,
    state: 'Completed',
    exitCode: 0,
    jobs: [],
  },
];

const poll: JobEventsOptions['poll'] = async function* poll() {
  yield* looks;
};

/** A server that subscribes as the API document says, and does what a test wants with everything else. */
const documented =
  (answer: Record<string, unknown>, otherwise: Handler = answerJson({}, 404)): Handler =>
  (request, response, raw) => {
    const body = { subscriptionId: 'sub-1', createdAt: '2024-01-20T10:00:00Z', ...answer };
    if (request.method === 'POST') return answerJson(body, 201)(request, response, raw);
    return otherwise(request, response, raw);
  };

const eventTypes = (followed: ReturnType<typeof follow>) =>
  followed.items.map((item) => (item.kind === 'event' ? item.event.type : item));

const polledTwin = (reason: string) => [
  { kind: 'no-socket', reason },
  'stageCompleted',
  'jobCompleted',
  { kind: 'ended', status: 'Completed' },
];

describe('a server without a socket is looked at again and again', () => {
  test('when it names none', async () => {
    const server = await startServer(documented({}));
    const followed = follow(testClient(server.url), { poll });
    await followed.ended;
    expect(eventTypes(followed)).toEqual(polledTwin('not-offered'));
    // A server of the API document alone knows no way to take a subscription away.
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [200, 'an answer'],
    [400, 'a refusal'],
    [426, 'another upgrade'],
    [501, 'no upgrade'],
  ])('when it answers %i to the opening', async (status) => {
    const server = await startServer((request, response, raw) =>
      documented(
        { websocketUrl: `ws://127.0.0.1:${raw.socket.localPort}/e` },
        answerJson({}, status),
      )(request, response, raw),
    );
    const followed = follow(testClient(server.url), { poll });
    await followed.ended;
    expect(eventTypes(followed)).toEqual(polledTwin('refused'));
    expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'DELETE']);
  });

  test('when there is nothing at the address of its socket, although the job is there', async () => {
    const server = await startServer((request, response, raw) =>
      documented(
        { websocketUrl: `ws://127.0.0.1:${raw.socket.localPort}/e` },
        request.path.endsWith('/progress')
          ? answerJson({ status: 'Running', overallProgress: {} })
          : answerJson({}, 404),
      )(request, response, raw),
    );
    const followed = follow(testClient(server.url), { poll });
    await followed.ended;
    expect(eventTypes(followed)).toEqual(polledTwin('refused'));
  });

  test.each([405, 501])('when it answers %i to the subscription', async (status) => {
    const server = await startServer(answerJson({}, status));
    const followed = follow(testClient(server.url, { retries: 0 }), { poll });
    await followed.ended;
    expect(eventTypes(followed)).toEqual(polledTwin('not-offered'));
  });

  test('when it takes no more subscriptions', async () => {
    const server = await startServer(answerJson({}, 409));
    const followed = follow(testClient(server.url), { poll });
    await followed.ended;
    expect(eventTypes(followed)).toEqual(polledTwin('refused'));
  });

  test('when its socket is elsewhere: the token stays here', async () => {
    const elsewhere = await startServer(answerJson({}));
    const server = await startServer(
      documented({ websocketUrl: `ws://127.0.0.1:${elsewhere.port}/` }),
    );
    const followed = follow(testClient(server.url, { token: TOKEN }), { poll });
    await followed.ended;
    expect(eventTypes(followed)).toEqual(polledTwin('elsewhere'));
    expect(elsewhere.connections).toBe(0);
  });

  test('when a proxy is between', async () => {
    const server = await startServer(documented({ websocketUrl: 'ws://127.0.0.1:9/' }));
    const subscribing = testClient(server.url);
    // The tunnel of a real proxy is not what matters here.
    const { openSocket } = testClient('http://127.0.0.1:9', {
      environment: { HTTP_PROXY: 'http://127.0.0.1:3128' },
    });
    const followed = follow({ ...subscribing, openSocket }, { poll });
    await followed.ended;
    expect(eventTypes(followed)).toEqual(polledTwin('proxy'));
  });
});

describe('what looking finds', () => {
  test('is told with its troubles', async () => {
    const server = await startServer(documented({}));
    const error = new JobtrackError('NETWORK', {
      origin: server.url,
      reason: 'ECONNRESET',
      attempts: 1,
    });
    const followed = follow(testClient(server.url), {
      poll: async function* withTroubles() {
        yield {
          type: 'stale',
          atMs: 5_000,
          ageMs: 1,
          nextTryMs: 7_000,
          cause: 'unreachable',
          error,
        };
        yield { type: 'fresh', atMs: 7_000, ageMs: 2_001 };
        yield {
          type: 'verdict',
          jobId: JOB,
          atMs: 8_000,
          state: 'TimedOut',
          exitCode: 124,
          jobs: [],
        };
      },
    });
    await followed.ended;
    expect(followed.items).toEqual([
      { kind: 'no-socket', reason: 'not-offered' },
      { kind: 'lost', error, retryInMs: 2_000 },
      { kind: 'connected', isAgain: true },
      { kind: 'ended' },
    ]);
  });

  test('is looked for no longer when nobody reads on, or it is aborted', async () => {
    const server = await startServer(documented({}));
    const signals: AbortSignal[] = [];
    const forEver: JobEventsOptions['poll'] = async function* forEver(signal) {
      signals.push(signal);
      yield { type: 'fresh', atMs: 0, ageMs: 0 };
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    };
    const stop = new AbortController();
    const followed = follow(testClient(server.url), { poll: forEver, signal: stop.signal });
    await followed.until(kind('connected'));
    stop.abort(new Error('enough'));
    await expect(followed.ended).rejects.toThrow('enough');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

describe('following ends with an error', () => {
  test.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [400, 'REQUEST_REFUSED'],
  ])('%i, %s, for the subscription', async (status, code) => {
    const server = await startServer(answerJson({}, status));
    const followed = follow(testClient(server.url), { poll });
    await expect(followed.ended).rejects.toMatchObject({ code });
    expect(followed.items).toEqual([]);
  });

  test.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
  ])('%i, %s, for the socket', async (status, code) => {
    const server = await startServer((request, response, raw) =>
      documented(
        { websocketUrl: `ws://127.0.0.1:${raw.socket.localPort}/e` },
        answerJson({ error: { message: `no ${TOKEN}` } }, status),
      )(request, response, raw),
    );
    const followed = follow(testClient(server.url, { token: TOKEN }), { poll });
    await expect(followed.ended).rejects.toMatchObject({ code });
    await expect(followed.ended).rejects.not.toMatchObject({
      message: expect.stringContaining(TOKEN),
    });
  });

  test('when it is aborted, before or while it goes on', async () => {
    const server = await startLiveServer();
    const before = follow(server.client, { signal: AbortSignal.abort(new Error('before')) });
    await expect(before.ended).rejects.toThrow('before');
    const stop = new AbortController();
    const during = follow(server.client, { signal: stop.signal });
    await during.until(kind('connected'));
    stop.abort(new Error('enough'));
    await expect(during.ended).rejects.toThrow('enough');
  });
});

test('a server that is busy is left in peace for as long as it asks', async () => {
  const live = await startLiveServer();
  let asked = 0;
  const busy = await startServer(answerJson({}, 429, { 'retry-after': '7' }));
  const clock = createFakeClock();
  const client = {
    ...live.client,
    subscribe: (...request: Parameters<typeof live.client.subscribe>) => {
      asked += 1;
      return (asked < 3 ? testClient(busy.url) : live.client).subscribe(...request);
    },
  };
  const followed = follow(client, { clock, random: () => 0.5 });
  await followed.until(kind('connected'));
  await live.report(finish);
  await followed.ended;
  expect(followed.items.slice(0, 3)).toMatchObject([
    { kind: 'lost', error: { code: 'RATE_LIMITED' }, retryInMs: 7_500 },
    { kind: 'lost', error: { code: 'RATE_LIMITED' }, retryInMs: 8_000 },
    { kind: 'connected', isAgain: false },
  ]);
});
