import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Client } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/server/start.js';
import { promise } from '../helpers/promise.js';
import { at, createFakeApp, headers, JOB } from './app/fake-app.js';
import { askOverHttp, listen } from './over-http.js';

const progress = at(`/job/${JOB}/progress`);

const openSocket = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  return socket;
};

/** Waits for the end of a connection, whatever ended it. */
const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });

describe('a server', () => {
  test('says where it is reached', async () => {
    const { url, port } = await listen(createFakeApp().app);
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect((await askOverHttp(`${url}/healthz`)).status).toBe(200);
  });

  test.each([
    ['localhost', /^http:\/\/127\.0\.0\.1:\d+$/],
    ['0.0.0.0', /^http:\/\/127\.0\.0\.1:\d+$/],
  ])('that listens at %s is reached over the loopback address', async (host, url) => {
    const server = await startServer(createFakeApp().app, { host, port: 0 });
    expect(server.url).toMatch(url);
    await server.close(0);
  });

  test('does not start at a port that is taken', async () => {
    const { port } = await listen(createFakeApp().app);
    const second = startServer(createFakeApp().app, { host: '127.0.0.1', port });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('that is closed takes no more connections', async () => {
    const { url, close } = await listen(createFakeApp().app);
    await close(1_000);
    await expect(askOverHttp(`${url}/healthz`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('that closes does not wait for a connection on which nothing was ever asked', async () => {
    const { port, close } = await listen(createFakeApp().app);
    const socket = await openSocket(port);
    await Promise.all([close(60_000), closed(socket)]);
  });

  test('that closes waits no longer than its grace for a request that does not end', async () => {
    const { port, close } = await listen(createFakeApp().app);
    const socket = await openSocket(port);
    socket.write('GET /healthz HTTP/1.1\r\nHost:');
    await Promise.all([close(300), closed(socket)]);
  });
});

/** The ways to be slow on purpose; each is a request that never gets done. */
const slowClients: ((socket: Socket) => void)[] = [
  () => {},
  (socket) => socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n'),
  (socket) => drip(socket, 'GET /healthz HTTP/1.1\r\nX-Filler: '),
  (socket) =>
    drip(
      socket,
      [
        `POST ${at('/jobs')} HTTP/1.1`,
        `Host: 127.0.0.1:${socket.remotePort}`,
        `Authorization: ${headers.authorization}`,
        'Content-Type: application/json',
        'Content-Length: 1000000',
        '',
        '{"jobName":"',
      ].join('\r\n'),
    ),
];

/** Goes on with a byte now and then. */
function drip(socket: Socket, start: string): void {
  socket.write(start);
  const timer = setInterval(() => socket.writable && socket.write('x'), 100);
  socket.once('close', () => clearInterval(timer));
}

/** Milliseconds until the server has cut every one of these. */
async function cutTimes(port: number, count: number): Promise<Promise<number>[]> {
  const sockets = await Promise.all(Array.from({ length: count }, () => openSocket(port)));
  const startedMs = performance.now();
  return sockets.map(async (socket, index) => {
    socket.resume();
    const cut = closed(socket);
    slowClients[index % slowClients.length]?.(socket);
    await cut;
    return performance.now() - startedMs;
  });
}

/** Sends 50 MB to an operation that takes 1 MiB; the status that it is refused with. */
async function sendTooMuch(port: number): Promise<string> {
  const socket = await openSocket(port);
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
  });
  const ended = closed(socket);
  socket.write(
    `POST ${at('/jobs')} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${headers.authorization}\r\n` +
      'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  const chunk = Buffer.alloc(1_000_000, 'x');
  for (let sent = 0; sent < 50 && !socket.destroyed; sent += 1) {
    socket.write(`${chunk.length.toString(16)}\r\n`);
    socket.write(chunk);
    if (!socket.write('\r\n')) await Promise.race([once(socket, 'drain').catch(() => {}), ended]);
  }
  await ended;
  return answer.slice(0, 12);
}

const percentile99 = (durations: number[]): number =>
  durations.toSorted((one, other) => one - other)[Math.floor(durations.length * 0.99)] ?? 0;

/** How long each of `count` requests took, one after the other. */
async function timeRequests(url: string, count: number): Promise<number[]> {
  const client = new Client(url);
  onTestFinished(() => client.destroy());
  const durations: number[] = [];
  for (let asked = 0; asked < count; asked += 1) {
    const startedMs = performance.now();
    const { body } = await client.request({
      method: 'GET',
      path: progress,
      headers: { authorization: headers.authorization },
    });
    await body.text();
    durations.push(performance.now() - startedMs);
  }
  return durations;
}

/** A tenth of the real limits, so that the quick run is one. */
const shortLimits = { headersMs: 800, requestMs: 1_200, stalledMs: 1_500, checkEveryMs: 100 };

promise(
  'V3',
  'Clients that are slow on purpose hold up nobody, and are cut',
  { full: 500, quick: 60 },
  async ({ count, fail }) => {
    const isFull = count === 500;
    const { url, port } = await listen(createFakeApp(isFull ? {} : { limits: shortLimits }).app);
    const cuts = await cutTimes(port, count);
    const [refusal, durations] = await Promise.all([
      sendTooMuch(port),
      timeRequests(url, isFull ? 1_000 : 200),
    ]);
    if (refusal !== 'HTTP/1.1 413') fail(`50 MB were answered with "${refusal}"`);
    const p99 = percentile99(durations);
    if (p99 > 250) fail(`99 of 100 good requests took up to ${p99} ms`);
    const longestMs = Math.max(...(await Promise.all(cuts)));
    if (longestMs > (isFull ? 15_000 : 1_500)) fail(`a slow client was cut after ${longestMs} ms`);
  },
);

/** Asks over one connection as long as it is let; what went wrong, if anything did. */
async function askUntilRefused(url: string, path: string, isClosing: () => boolean) {
  const client = new Client(url);
  let answers = 0;
  try {
    for (;;) {
      const { statusCode, body } = await client.request({
        method: 'GET',
        path,
        headers: { authorization: headers.authorization },
      });
      const text = await body.text();
      const isWhole = path === progress ? text.endsWith('}') : text.endsWith('line 1234\n');
      if (statusCode !== 200 || !isWhole)
        return { answers, cut: `${statusCode} ${text.slice(-40)}` };
      answers += 1;
    }
  } catch (error) {
    const { code } = error as { code?: string };
    const isRefused = code === 'ECONNREFUSED' && isClosing();
    return { answers, ...(isRefused ? {} : { cut: String(error) }) };
  } finally {
    await client.destroy();
  }
}

/** One server under load that is told to close; what was cut, and how long it took. */
async function stopUnderLoad(afterMs: number) {
  const { url, close } = await listen(createFakeApp().app);
  let isClosing = false;
  const clients = [progress, progress, progress, at(`/job/${JOB}/logs?format=raw&limit=10000`)].map(
    (path) => askUntilRefused(url, path, () => isClosing),
  );
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  isClosing = true;
  const startedMs = performance.now();
  await close(10_000);
  const tookMs = performance.now() - startedMs;
  return { tookMs, results: await Promise.all(clients) };
}

/** A server that waits for a request to end, and is told to stop a second time. */
async function stopAtOnce(): Promise<number> {
  const { port, close } = await listen(createFakeApp().app);
  const socket = await openSocket(port);
  socket.write('GET /healthz HTTP/1.1\r\nHost:');
  const first = close(60_000);
  const startedMs = performance.now();
  await Promise.all([close(0), first]);
  return performance.now() - startedMs;
}

promise(
  'V7',
  'A server that is told to stop cuts no answer, stops in time, and at once when told again',
  { full: 50, quick: 4 },
  async ({ count, fail }) => {
    for (let trial = 0; trial < count; trial += 1) {
      const { tookMs, results } = await stopUnderLoad(30 + ((trial * 7) % 50));
      for (const { cut } of results) if (cut !== undefined) fail(`trial ${trial}: ${cut}`);
      if (results.every(({ answers }) => answers === 0)) fail(`trial ${trial}: there was no load`);
      if (tookMs > 10_000) fail(`trial ${trial}: it took ${tookMs} ms`);
      const secondMs = await stopAtOnce();
      if (secondMs > 1_000) fail(`trial ${trial}: the second time took ${secondMs} ms`);
    }
  },
);
