import { describe, expect, it } from 'vitest';
import type { RequestTrace } from '../../src/client/types.js';
import { createFakeClock } from '../helpers/fake-clock.js';
import { answerJson, type Handler, startServer } from '../helpers/http-server.js';
import { JOB, rejection, testClient } from '../helpers/test-client.js';

const IF_CHANGED = { conditional: true } as const;

/** A server whose answer has a tag, and which says so when it is known. */
const tagged =
  (state: { tag: string; body: unknown }, headers: Record<string, string> = {}): Handler =>
  (request, response, raw) => {
    if (request.headers['if-none-match'] === state.tag) {
      response.writeHead(304, { etag: state.tag, ...headers }).end();
    } else {
      answerJson(state.body, 200, { etag: state.tag, ...headers })(request, response, raw);
    }
  };

const progress = (percentage: number) => ({ overallProgress: { percentage } });

describe('an answer that is asked for again and again', () => {
  it('is the very same while the server says that it is', async () => {
    const state = { tag: 'W/"1"', body: progress(85) };
    const server = await startServer(tagged(state));
    const client = testClient(server.url);
    const first = await client.progress(JOB, IF_CHANGED);
    const second = await client.progress(JOB, IF_CHANGED);
    expect(first).not.toHaveProperty('isUnchanged');
    expect(second.isUnchanged).toBe(true);
    expect(second.body).toBe(first.body);
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      'W/"1"',
    ]);
  });

  it('comes on one connection, and with the time of the newer answer', async () => {
    let second = 30;
    const handler: Handler = (request, response, raw) => {
      second += 2;
      const date = `Sat, 20 Jan 2024 10:45:${second} GMT`;
      return tagged({ tag: '"1"', body: progress(85) }, { date })(request, response, raw);
    };
    const server = await startServer(handler);
    const client = testClient(server.url);
    const times: (number | undefined)[] = [];
    for (let look = 0; look < 3; look += 1) {
      times.push((await client.progress(JOB, IF_CHANGED)).serverTimeMs);
    }
    const at = (time: string): number => Date.parse(`2024-01-20T10:45:${time}Z`);
    expect(times).toEqual([at('32'), at('34'), at('36')]);
    expect(server.connections).toBe(1);
  });

  it('is new when the server says so', async () => {
    const state = { tag: '"1"', body: progress(85) };
    const server = await startServer((...all) => tagged(state)(...all));
    const client = testClient(server.url);
    await client.progress(JOB, IF_CHANGED);
    Object.assign(state, { tag: '"2"', body: progress(86) });
    const { body, isUnchanged } = await client.progress(JOB, IF_CHANGED);
    expect([body.overallProgress.percentage, isUnchanged]).toEqual([86, undefined]);
    expect((await client.progress(JOB, IF_CHANGED)).isUnchanged).toBe(true);
  });

  it('is asked for without a tag when nobody says that it is asked for again', async () => {
    const server = await startServer(tagged({ tag: '"1"', body: progress(85) }));
    const client = testClient(server.url);
    await client.progress(JOB, IF_CHANGED);
    expect(await client.progress(JOB)).not.toHaveProperty('isUnchanged');
    expect(server.requests[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('is another one for another question', async () => {
    const server = await startServer(tagged({ tag: '"1"', body: { logs: [] } }));
    const client = testClient(server.url);
    await client.logs(JOB, { afterSequence: 1 }, IF_CHANGED);
    await client.logs(JOB, { afterSequence: 2 }, IF_CHANGED);
    expect(server.requests[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('is not kept where it came without a tag, or with one that can not be sent', async () => {
    for (const tag of ['', '"caf\u00e9"', `"${'x'.repeat(300)}"`]) {
      const server = await startServer(
        answerJson(progress(85), 200, tag === '' ? {} : { etag: tag }),
      );
      const client = testClient(server.url);
      await client.progress(JOB, IF_CHANGED);
      await client.progress(JOB, IF_CHANGED);
      expect(server.requests[1]?.headers['if-none-match']).toBeUndefined();
    }
  });

  it('is traced with its status', async () => {
    const server = await startServer(tagged({ tag: '"1"', body: progress(85) }));
    const traces: RequestTrace[] = [];
    const client = testClient(server.url, { onTrace: (trace) => traces.push(trace) });
    await client.progress(JOB, IF_CHANGED);
    await client.progress(JOB, IF_CHANGED);
    expect(traces.map(({ status, bytes }) => [status, bytes !== undefined])).toEqual([
      [200, true],
      [304, false],
    ]);
  });

  it('is tried again, with its tag, and followed to where it has moved', async () => {
    let answers = 0;
    const server = await startServer((request, response, raw) => {
      answers += 1;
      if (answers === 2) return answerJson({}, 503)(request, response, raw);
      if (answers === 3) return void response.writeHead(307, { location: '/moved' }).end();
      return tagged({ tag: '"1"', body: progress(85) })(request, response, raw);
    });
    const client = testClient(server.url, { clock: createFakeClock() });
    const first = await client.progress(JOB, IF_CHANGED);
    const second = await client.progress(JOB, IF_CHANGED);
    expect(second.body).toBe(first.body);
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      ...['"1"', '"1"', '"1"'],
    ]);
  });
});

it('a 304 that nobody has asked for is no answer', async () => {
  const server = await startServer((_request, response) => response.writeHead(304).end());
  const client = testClient(server.url);
  for (const how of [IF_CHANGED, {}]) {
    expect(await rejection(client.progress(JOB, how))).toMatchObject({
      code: 'UNEXPECTED_STATUS',
      facts: { status: 304 },
    });
  }
});

it('a call may say how often it is tried again', async () => {
  const server = await startServer(answerJson({}, 503));
  const client = testClient(server.url, { clock: createFakeClock() });
  await rejection(client.progress(JOB, { retries: 0 }));
  expect(server.requests).toHaveLength(1);
  await rejection(client.progress(JOB, { retries: 1 }));
  expect(server.requests).toHaveLength(3);
});
