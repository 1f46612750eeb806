import { describe, expect, test } from 'vitest';
import { at, headers, JOB, OTHER_JOB } from '../app/fake-app.js';
import { createRealApp } from '../real-app.js';

type RealApp = ReturnType<typeof createRealApp>;

/** A running job, and how it is asked. */
async function withJob() {
  const real: RealApp = createRealApp();
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) => {
    const asked = { method, url: at(path), headers, ...(payload === undefined ? {} : { payload }) };
    const answer = await real.app.inject(asked);
    return { status: answer.statusCode, body: answer.body === '' ? '' : answer.json(), answer };
  };
  await ask('POST', '/jobs', { jobId: JOB, jobName: 'Nightly' });
  const subscribe = async (more: object = {}): Promise<string> => {
    const webhook = { subscriptionType: 'webhook', webhookUrl: 'https://example.com/hook' };
    const { body } = await ask('POST', `/job/${JOB}/subscribe`, { ...webhook, ...more });
    return body.subscriptionId;
  };
  return { ...real, ask, subscribe };
}

describe('the list of subscriptions', () => {
  test('tells what was asked for and how the webhooks are doing, and no secret or token', async () => {
    const { ask, subscribe } = await withJob();
    const webhook = await subscribe({
      events: ['warning'],
      secret: `whsec_${'S'.repeat(32)}`,
      authentication: { type: 'bearer', token: 'SSSS-token' },
    });
    const socket = await subscribe({ subscriptionType: 'websocket' });
    const { status, body } = await ask('GET', `/job/${JOB}/subscriptions`);
    expect(status).toBe(200);
    const times = { createdAt: '2024-01-20T10:45:33Z', expiresAt: '2024-01-20T18:45:33Z' };
    expect(body).toEqual({
      subscriptions: [
        {
          subscriptionId: webhook,
          jobId: JOB,
          subscriptionType: 'webhook',
          status: 'Active',
          webhookUrl: 'https://example.com/hook',
          eventsSubscribed: ['warning'],
          ...times,
          delivery: { delivered: 0, givenUp: 0, attempts: 0 },
        },
        {
          subscriptionId: socket,
          jobId: JOB,
          subscriptionType: 'websocket',
          status: 'Active',
          eventsSubscribed: expect.any(Array),
          ...times,
        },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/whsec|SSSS/);
  });

  test('says what a receiver failed with, and when it is tried next', async () => {
    const { ask, subscribe, store, clock } = await withJob();
    const id = await subscribe();
    const [found] = store.subscriptions(JOB);
    if (found === undefined) throw new Error('there is no subscription');
    store.settle(id, {
      ...found.delivery,
      delivered: 7,
      givenUp: 1,
      attempts: 2,
      dueAtMs: clock.now() + 300_000,
      failingSinceMs: clock.now(),
      lastFailure: 'HTTP 503',
    });
    const read = async () => (await ask('GET', `/job/${JOB}/subscriptions`)).body.subscriptions[0];
    expect((await read()).delivery).toEqual({
      delivered: 7,
      givenUp: 1,
      attempts: 2,
      nextAttemptAt: '2024-01-20T10:50:33Z',
      failingSince: '2024-01-20T10:45:33Z',
      lastFailure: 'HTTP 503',
    });
    store.settle(id, { ...found.delivery, disabledAtMs: clock.now(), disabledReason: 'failing' });
    expect(await read()).toMatchObject({
      status: 'Disabled',
      delivery: { disabledAt: '2024-01-20T10:45:33Z', disabledReason: 'failing' },
    });
  });

  test('says which have expired', async () => {
    const { ask, subscribe, clock } = await withJob();
    await subscribe();
    clock.advance(8 * 3_600_000 + 1);
    const { body } = await ask('GET', `/job/${JOB}/subscriptions`);
    expect(body.subscriptions[0].status).toBe('Expired');
  });

  test('has a tag that changes with it, although the job does not', async () => {
    const { app, subscribe } = await withJob();
    const url = at(`/job/${JOB}/subscriptions`);
    const ask = async (tag = '') =>
      app.inject({ url, headers: { ...headers, 'if-none-match': tag } });
    const tag = String((await ask()).headers.etag);
    expect((await ask(tag)).statusCode).toBe(304);
    await subscribe();
    expect((await ask(tag)).statusCode).toBe(200);
  });

  test('is that of a job that is there', async () => {
    const { ask } = await withJob();
    const { status, body } = await ask('GET', `/job/${OTHER_JOB}/subscriptions`);
    expect([status, body.error.code]).toEqual([404, 'JOB_NOT_FOUND']);
  });
});

describe('unsubscribing', () => {
  test('is for good, and once', async () => {
    const { ask, subscribe } = await withJob();
    const [first, second] = [await subscribe(), await subscribe()];
    const path = `/job/${JOB}/subscriptions/${first}`;
    const { status, body, answer } = await ask('DELETE', path);
    expect([status, body, answer.headers['cache-control']]).toEqual([204, '', 'no-store']);
    const left = (await ask('GET', `/job/${JOB}/subscriptions`)).body.subscriptions;
    expect(left.map((one: { subscriptionId: string }) => one.subscriptionId)).toEqual([second]);
    const again = await ask('DELETE', path);
    expect([again.status, again.body.error]).toMatchObject([
      404,
      { code: 'NOT_FOUND', message: `There is no subscription ${first} to this job.` },
    ]);
  });

  test('is from the job that was subscribed to, and from no other', async () => {
    const { ask, subscribe } = await withJob();
    const id = await subscribe();
    expect((await ask('DELETE', `/job/${OTHER_JOB}/subscriptions/${id}`)).status).toBe(404);
    expect((await ask('GET', `/job/${JOB}/subscriptions`)).body.subscriptions).toHaveLength(1);
  });
});

test('a job has a hundred subscriptions at most that hold; one that was deleted or has expired makes room', async () => {
  const { ask, subscribe, clock } = await withJob();
  const ids = [];
  for (let count = 0; count < 100; count += 1) ids.push(await subscribe());
  const refused = await ask('POST', `/job/${JOB}/subscribe`, { subscriptionType: 'websocket' });
  expect([refused.status, refused.body.error]).toMatchObject([
    409,
    {
      code: 'SUBSCRIPTION_LIMIT',
      message:
        'There are 100 subscriptions to this job already, which is the most: delete one, or wait until one expires.',
    },
  ]);
  await ask('DELETE', `/job/${JOB}/subscriptions/${ids[0]}`);
  expect(await subscribe()).toMatch(/^sub-/);
  expect(await subscribe()).toBeUndefined();
  clock.advance(8 * 3_600_000 + 1);
  expect(await subscribe()).toMatch(/^sub-/);
});
