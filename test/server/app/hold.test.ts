import { once } from 'node:events';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import type { LogsBody } from '../../../src/contract/index.js';
import { askOverHttp, listen } from '../over-http.js';
import { realApp } from '../real-app.js';
import { at, createFakeApp, fakeAnswers, headers, JOB } from './fake-app.js';

const post = (app: FastifyInstance, path: string, payload: object | object[]) =>
  app.inject({ method: 'POST', url: at(path), headers, payload });

/** A server on the system's clock, with a job that has logged one line. */
async function startJob(stopping?: AbortSignal) {
  const app = realApp(systemClock, stopping === undefined ? {} : { stopping });
  const { port } = await listen(app);
  const own = { ...headers, host: `localhost:${port}` };
  const report = (...reports: object[]) => post(app, `/job/${JOB}/reports`, reports);
  await post(app, '/jobs', { jobId: JOB, jobName: 'Nightly' });
  await report({ reportId: 'a', type: 'log', message: 'line 1' });
  const ask = (query: string, more: Record<string, string> = {}) =>
    askOverHttp(`http://127.0.0.1:${port}${at(`/job/${JOB}/logs?${query}`)}`, {
      headers: { ...own, ...more },
    });
  return { app, port, own, report, ask };
}

const messages = (body: string) =>
  (JSON.parse(body) as LogsBody).logs.map(({ message }) => message);

describe('an answer that may wait', () => {
  test('does not, when there is something to tell', async () => {
    const { ask } = await startJob();
    const { body } = await ask('wait=30');
    expect(messages(body)).toEqual(['line 1']);
    expect(JSON.parse(body)).toMatchObject({ maxWaitSeconds: 30 });
  });

  test('comes with the entry that it waited for, and with no other', async () => {
    const { ask, report, app } = await startJob();
    const asked = arrival(app);
    const answer = ask('wait=30&afterSequence=1&level=WARN');
    await asked;
    await report({ reportId: 'b', type: 'log', level: 'INFO', message: 'line 2' });
    await report({ reportId: 'c', type: 'log', level: 'WARN', message: 'line 3' });
    const { status, body } = await answer;
    expect(status).toBe(200);
    expect(messages(body)).toEqual(['line 3']);
  });

  test('comes with the end of the job', async () => {
    const { ask, report, app } = await startJob();
    const asked = arrival(app);
    const answer = ask('wait=30&afterSequence=1');
    await asked;
    await report({ reportId: 'b', type: 'finish', status: 'Completed' });
    expect(JSON.parse((await answer).body)).toMatchObject({ logs: [], jobStatus: 'Completed' });
    expect(JSON.parse((await ask('wait=30&afterSequence=1')).body)).toMatchObject({ logs: [] });
  });

  test('comes, when the time has passed, as a 304 to one who has it', async () => {
    const { ask } = await startJob();
    const first = await ask('afterSequence=1&wait=1');
    expect(messages(first.body)).toEqual([]);
    const second = await ask('afterSequence=1&wait=1', {
      'if-none-match': String(first.headers['etag']),
    });
    expect(second.status).toBe(304);
  });

  test('comes at once when the server is to end, and none is held back after that', async () => {
    const stop = new AbortController();
    const { ask, app } = await startJob(stop.signal);
    const asked = arrival(app);
    const answer = ask('wait=30&afterSequence=1');
    await asked;
    stop.abort();
    expect(messages((await answer).body)).toEqual([]);
    expect((await ask('wait=30&afterSequence=1')).status).toBe(200);
  });

  test('of a job that is not there is a 404, at once', async () => {
    const { app } = await startJob();
    const url = at('/job/dd0e8400-e29b-41d4-a716-446655440000/logs?wait=30');
    expect((await app.inject({ url, headers })).statusCode).toBe(404);
  });

  test.each(['31', '-1', '0.5', 'x'])('can not wait for %s seconds', async (wait) => {
    const { ask } = await startJob();
    const { status, body } = await ask(`wait=${wait}`);
    expect(status).toBe(400);
    expect(body).toContain('wait must be a whole number from 0 to 30');
  });
});

test('a connection that waits is not cut for its silence', async () => {
  let listening = 0;
  const bell = {
    onChange: () => {
      listening += 1;
      return () => {
        listening -= 1;
      };
    },
  };
  // Any wait takes a moment that is longer than the silence which is allowed otherwise.
  const clock = {
    now: systemClock.now,
    sleep: (_durationMs: number, signal?: AbortSignal) => systemClock.sleep(250, signal),
  };
  const answers = { ...fakeAnswers(), hasNews: () => false };
  const { app } = createFakeApp({ answers, bell, clock, limits: { stalledMs: 60 } });
  const { port } = await listen(app);
  const socket = connect(port, '127.0.0.1');
  const path = at(`/job/${JOB}/logs?wait=5&limit=1`);
  const { authorization } = headers;
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: ${authorization}\r\n\r\n`,
  );
  const [chunk] = await once(socket, 'data');
  expect(String(chunk)).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(listening).toBe(0);
  socket.destroy();
});

test('an answer that nobody waits for any more is not made', async () => {
  let rung = (): void => {};
  const listening = { count: 0 };
  const bell = {
    onChange: () => {
      listening.count += 1;
      rung();
      return () => {
        listening.count -= 1;
        rung();
      };
    },
  };
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      rung = resolve;
    });
  const answers = { ...fakeAnswers(), hasNews: () => false };
  const logs = answers.logs;
  let made = 0;
  answers.logs = (...asked) => {
    made += 1;
    return logs(...asked);
  };
  const { app, calls } = createFakeApp({ answers, bell, clock: systemClock });
  const { port } = await listen(app);
  const socket = connect(port, '127.0.0.1');
  const begun = changed();
  const path = at(`/job/${JOB}/logs?wait=30`);
  const { authorization } = headers;
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: ${authorization}\r\n\r\n`,
  );
  await begun;
  const ended = changed();
  socket.destroy();
  await ended;
  expect(listening.count).toBe(0);
  expect(made).toBe(0);
  expect(calls.failures).toEqual([]);
});

/** Resolves when the next request has reached the server. */
const arrival = (app: FastifyInstance): Promise<void> =>
  new Promise((resolve) => {
    app.server.once('request', () => setImmediate(resolve));
  });
