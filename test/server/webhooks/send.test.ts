import { expect, onTestFinished, test } from 'vitest';
import { systemResolve } from '../../../src/server/webhooks/guard/checked-lookup.js';
import { createGuard } from '../../../src/server/webhooks/guard/guard.js';
import { createGuardedAgent } from '../../../src/server/webhooks/guard/guarded-agent.js';
import { createSend, type Outcome, type Send } from '../../../src/server/webhooks/send.js';
import { createFakeClock } from '../../helpers/fake-clock.js';
import { type Handler, startServer, type TestServer } from '../../helpers/http-server.js';

const event = {
  headers: { 'content-type': 'application/json', 'webhook-id': 'a' },
  body: '{"a":1}',
};

const sender = (attemptMs?: number): Send => {
  const agent = createGuardedAgent(createGuard({ allowsLoopback: true }), systemResolve);
  onTestFinished(() => agent.destroy());
  return createSend(agent, createFakeClock(), attemptMs);
};

/** What comes of one attempt at a receiver. */
async function attempt(
  handler: Handler,
  attemptMs?: number,
): Promise<{ outcome: Outcome; server: TestServer }> {
  const server = await startServer(handler);
  const outcome = await sender(attemptMs)(
    new URL(`${server.url}/hook?key=1#part`),
    event,
    new AbortController().signal,
  );
  return { outcome, server };
}

const answered = (status: number, retryAfterMs?: number): Outcome => ({
  kind: 'answered',
  status,
  retryAfterMs,
});

test('an event is one POST', async () => {
  const { outcome, server } = await attempt((_request, response) => void response.end());
  expect(outcome).toEqual(answered(200));
  expect(server.requests).toMatchObject([
    { method: 'POST', path: '/hook?key=1', headers: event.headers, body: '{"a":1}' },
  ]);
});

test.each([
  ['120', 120_000],
  ['Sat, 20 Jan 2029 10:46:33 GMT', 60_000],
  ['Sat, 20 Jan 2029 10:00:00 GMT', 0],
  ['soon', undefined],
])('what Retry-After %j asks for counts from the receiver’s own clock', async (text, pauseMs) => {
  const headers = { 'retry-after': text, date: 'Sat, 20 Jan 2029 10:45:33 GMT' };
  const { outcome } = await attempt((_request, response) => {
    response.writeHead(503, headers).end();
  });
  expect(outcome).toEqual(answered(503, pauseMs));
});

test('no answer in time is a failure', async () => {
  const { outcome } = await attempt(() => {}, 30);
  expect(outcome).toEqual({ kind: 'failed', reason: 'time-out' });
});

test.each<[string, Handler]>([
  [
    'never ends',
    (_request, response) => {
      response.writeHead(200);
      response.write('a');
    },
  ],
  [
    'is far too long',
    (_request, response) => {
      response.writeHead(200).end(Buffer.alloc(8_000_000));
    },
  ],
  [
    'is cut',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('a');
      setImmediate(() => response.destroy());
    },
  ],
])('a success is one, also when its body %s', async (_what, handler) => {
  const { outcome } = await attempt(handler, 300);
  expect(outcome).toEqual(answered(200));
});

test('connections are used again for later events', async () => {
  const server = await startServer((_request, response) => void response.writeHead(200).end('ok'));
  const send = sender();
  const signal = new AbortController().signal;
  for (let sent = 0; sent < 20; sent += 1) await send(new URL(server.url), event, signal);
  expect(server.requests).toHaveLength(20);
  expect(server.connections).toBeLessThanOrEqual(2);
});

test('what is called off rejects with the reason, before and during an attempt', async () => {
  const stop = new AbortController();
  const reason = new Error('the server ends');
  const server = await startServer(() => stop.abort(reason));
  const send = sender();
  const sending = send(new URL(server.url), event, stop.signal);
  await expect(sending).rejects.toBe(reason);
  await expect(send(new URL(server.url), event, stop.signal)).rejects.toBe(reason);
  expect(server.requests).toHaveLength(1);
});
