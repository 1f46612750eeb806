import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../helpers/fake-clock.js';
import { startFaultProxy } from '../helpers/fault-proxy.js';
import { answerJson, type Handler, startServer } from '../helpers/http-server.js';
import { API, JOB, rejection, testClient } from '../helpers/test-client.js';

const gone: Handler = (_request, response) => void response.writeHead(204).end();
const notThere = answerJson({ error: { code: 'NOT_FOUND', message: 'no such subscription' } }, 404);

/** Answers each request as the next of these does, and the rest as the last. */
const oneAfterAnother = (...handlers: Handler[]): Handler => {
  let asked = 0;
  return (request, response, raw) => {
    const handler = handlers[Math.min(asked, handlers.length - 1)];
    asked += 1;
    return handler?.(request, response, raw);
  };
};

describe('subscriptions', () => {
  test('are listed by one GET, as they came', async () => {
    const body = {
      subscriptions: [
        {
          subscriptionId: 'sub-1',
          status: 'Active',
          delivery: { delivered: 3, givenUp: 0, attempts: 0 },
        },
        { subscriptionId: 'sub-2', status: 'Aktif', ours: 'no' },
      ],
    };
    const server = await startServer(answerJson(body));
    expect((await testClient(server.url).subscriptions(JOB)).body).toEqual(body);
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: `${API}/job/${JOB}/subscriptions`,
    });
  });

  test('are made with a secret that no error repeats', async () => {
    const secret = `whsec_${'A'.repeat(32)}`;
    const server = await startServer(answerJson({ error: `what is ${secret}?` }, 400));
    const asked = testClient(server.url).subscribe(JOB, { subscriptionType: 'webhook', secret });
    expect(JSON.stringify(await rejection(asked))).not.toContain(secret);
    expect(server.requests[0]?.body).toContain(secret);
  });
});

describe('unsubscribing', () => {
  test('is one DELETE', async () => {
    const server = await startServer(gone);
    expect(await testClient(server.url).unsubscribe(JOB, 'sub-1/2')).toBeUndefined();
    expect(server.requests).toMatchObject([
      { method: 'DELETE', path: `${API}/job/${JOB}/subscriptions/sub-1%2F2`, body: '' },
    ]);
    expect(server.requests[0]?.headers['content-type']).toBeUndefined();
  });

  test('is tried again, since to ask twice is to ask once', async () => {
    const server = await startServer(oneAfterAnother(answerJson({}, 503), gone));
    await testClient(server.url, { clock: createFakeClock() }).unsubscribe(JOB, 'sub-1');
    expect(server.requests).toHaveLength(2);
  });

  test('has worked when an answer was lost and there is nothing any more', async () => {
    const server = await startServer(oneAfterAnother(gone, notThere));
    let connections = 0;
    const proxy = await startFaultProxy(server.port, () => {
      connections += 1;
      return connections === 1 ? { kind: 'reset_peer' } : undefined;
    });
    await testClient(proxy.url, { clock: createFakeClock() }).unsubscribe(JOB, 'sub-1');
    expect(server.requests).toHaveLength(2);
  });

  test('of what never was there is an error', async () => {
    const server = await startServer(notThere);
    const error = await rejection(testClient(server.url).unsubscribe(JOB, 'sub-1'));
    expect(error).toMatchObject({ code: 'NOT_FOUND', facts: { detail: 'no such subscription' } });
  });

  test.each(['', '.', '..'])('asks for no other path by the id "%s"', async (id) => {
    const server = await startServer(gone);
    expect(await rejection(testClient(server.url).unsubscribe(JOB, id))).toMatchObject({
      code: 'INVALID_VALUE',
      facts: { name: 'subscriptionId' },
    });
    expect(server.requests).toEqual([]);
  });
});
