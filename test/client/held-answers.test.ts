import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startServer } from '../helpers/http-server.js';
import { JOB, rejection, testClient } from '../helpers/test-client.js';

/** A server that takes its time for every answer. */
const slowServer = () =>
  startServer(async (_request, response) => {
    await wait(150);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ logs: [] }));
  });

test('a log that the server was asked to wait with has that much more time to come', async () => {
  const { url, requests } = await slowServer();
  const client = testClient(url, { timeoutMs: 50, idleTimeoutMs: 40, retries: 0 });
  expect((await client.logs(JOB, { wait: 1 })).body).toEqual({ logs: [] });
  expect(requests[0]?.path).toMatch(/\/logs\?wait=1$/);
});

test('any other answer has not', async () => {
  const { url } = await slowServer();
  const idle = testClient(url, { idleTimeoutMs: 40, retries: 0 });
  expect(await rejection(idle.logs(JOB))).toMatchObject({ code: 'IDLE', facts: { idleMs: 40 } });
  const late = testClient(url, { timeoutMs: 50, retries: 0 });
  expect(await rejection(late.logs(JOB, { wait: 0 }))).toMatchObject({ code: 'DEADLINE' });
});
