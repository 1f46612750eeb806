import { MockAgent } from 'undici';
import { describe, expect, test } from 'vitest';
import type { RequestTrace } from '../../src/client/types.js';
import { answerJson, startServer } from '../helpers/http-server.js';
import { answerBytes, startTcpServer } from '../helpers/tcp-server.js';
import { rejection, testClient } from '../helpers/test-client.js';
import { TOKEN } from '../server/app/fake-app.js';
import { EVENTS, startLiveServer } from '../server/sockets/live-server.js';

describe('the opening of a socket', () => {
  test('is traced like a request, without the token', async () => {
    const traces: RequestTrace[] = [];
    const live = await startLiveServer();
    const server = await startServer(answerJson({}, 426));
    const broken = await startTcpServer(answerBytes('', 'reset'));
    const openAt = async (url: string, path: string): Promise<void> => {
      const client = testClient(url, { token: TOKEN, onTrace: (trace) => traces.push(trace) });
      const opening = await client.openSocket(`${url}${path}`).catch(() => undefined);
      if (opening?.kind === 'open') opening.socket.close();
    };
    await openAt(live.url, EVENTS);
    await openAt(server.url, `/a?b=${TOKEN}`);
    await openAt(broken.url, '/');
    expect(traces).toMatchObject([
      { method: 'GET', url: `${live.url.replace('http', 'ws')}${EVENTS}`, attempt: 1, status: 101 },
      { url: `ws://127.0.0.1:${server.port}/a?b=***`, status: 426 },
      { url: `ws://127.0.0.1:${broken.port}/`, failure: 'ECONNRESET' },
    ]);
    expect(JSON.stringify(traces)).not.toContain(TOKEN);
  });

  test.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [410, 'UNEXPECTED_STATUS'],
    [429, 'RATE_LIMITED'],
    [503, 'SERVER_ERROR'],
  ])(
    'that is answered with %i is refused with %s, in the words of the server',
    async (status, code) => {
      const body = { error: { code: 'X', message: `not with ${TOKEN}` } };
      const server = await startServer(answerJson(body, status, { 'retry-after': '3' }));
      const client = testClient(server.url, { token: TOKEN });
      const error = await rejection(client.openSocket(`${server.url}/a`));
      expect(error).toMatchObject({ code, status });
      expect(JSON.stringify((error as { facts?: object }).facts)).not.toContain(TOKEN);
      if (status === 429) expect(error).toMatchObject({ facts: { retryAfterMs: 3_000 } });
      if (status === 403) expect(error).toMatchObject({ facts: { detail: 'not with ***' } });
    },
  );

  test.each([200, 204, 301, 400, 405, 426, 501])(
    'that is answered with %i says that there is no socket',
    async (status) => {
      const server = await startServer((_request, response) => response.writeHead(status).end());
      const opening = await testClient(server.url).openSocket(`${server.url}/a`);
      expect(opening).toEqual({ kind: 'no-socket', reason: 'refused' });
    },
  );

  test('is not tried past a proxy or a dispatcher of the caller', async () => {
    const server = await startServer(answerJson({}));
    const through = { HTTP_PROXY: 'http://127.0.0.1:9' };
    const past = { ...through, NO_PROXY: '127.0.0.1' };
    const open = (options: Parameters<typeof testClient>[1]) =>
      testClient(server.url, options).openSocket(`${server.url}/a`);
    expect(await open({ environment: through })).toEqual({ kind: 'no-socket', reason: 'proxy' });
    expect(await open({ dispatcher: new MockAgent() })).toEqual({
      kind: 'no-socket',
      reason: 'proxy',
    });
    expect(server.requests).toEqual([]);
    expect(await open({ environment: past })).toEqual({ kind: 'no-socket', reason: 'refused' });
  });

  test('is given up after the time in which nothing may come', async () => {
    const { url } = await startTcpServer(() => {});
    const error = await rejection(testClient(url, { idleTimeoutMs: 50 }).openSocket(`${url}/a`));
    expect(error).toMatchObject({ code: 'NETWORK', facts: { origin: url, reason: 'ETIMEDOUT' } });
  });
});
