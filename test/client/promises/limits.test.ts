import { getEventListeners } from 'node:events';
import { createServer } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { expect, test } from 'vitest';
import type { ClientOptions } from '../../../src/client/types.js';
import { type Handler, startServer } from '../../helpers/http-server.js';
import { promise } from '../../helpers/promise.js';
import { answerBytes, startTcpServer } from '../../helpers/tcp-server.js';
import { everyMethod, JOB, rejection, testClient, textOf } from '../../helpers/test-client.js';

const MIB = 1_048_576;
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n';

/** A server that says one byte of its body every 20 ms, for ever. */
const drip = () =>
  startTcpServer((socket) => {
    socket.write(HEAD);
    const timer = setInterval(() => socket.write('1\r\n \r\n'), 20);
    socket.on('close', () => clearInterval(timer));
  });

/** Where a server can stop: what a client reaches there. */
const stalls: Record<string, () => Promise<{ url: string } & Partial<ClientOptions>>> = {
  'no connection is made': async () => {
    const dispatcher = new Agent({ connect: () => {} });
    return { url: 'http://127.0.0.1:9', dispatcher };
  },
  'nothing is read': () => startTcpServer((socket) => socket.pause()),
  'half of the head': () => startTcpServer(answerBytes('HTTP/1.1 200 OK\r\nContent-', 'silence')),
  'no body': () => startTcpServer(answerBytes(HEAD, 'silence')),
  'a body that drips': drip,
  'half of a body': () => startTcpServer(answerBytes(`${HEAD}5\r\n{"log\r\n`, 'silence')),
};

const DEADLINE_MS = 400;

promise('H5', 'Every call ends by its deadline', { full: 54, quick: 54 }, async ({ fail }) => {
  const cells = Object.entries(stalls).flatMap(([stall, start]) =>
    Object.entries(everyMethod).map(async ([method, ask]) => {
      const { url, dispatcher } = await start();
      const client = testClient(url, { timeoutMs: DEADLINE_MS, ...(dispatcher && { dispatcher }) });
      const startMs = performance.now();
      const error = await rejection(ask(client));
      const tookMs = performance.now() - startMs;
      if ((error as { code?: string }).code !== 'DEADLINE') fail(`${method}, ${stall}: ${error}`);
      if (tookMs > DEADLINE_MS + 1_000) fail(`${method}, ${stall}: ${tookMs} ms`);
    }),
  );
  await Promise.all(cells);
  return cells.length;
});

test.each(['nothing is read', 'half of the head', 'no body', 'half of a body'])(
  '%s for too long is IDLE',
  async (stall) => {
    const { url } = (await stalls[stall]?.()) ?? { url: '' };
    const error = await rejection(testClient(url, { idleTimeoutMs: 50, retries: 0 }).progress(JOB));
    expect(error).toMatchObject({ code: 'IDLE', facts: { origin: url, idleMs: 50 } });
  },
);

test('the head of an answer is a sign of life, too', async () => {
  const server = await startServer((_request, response) => {
    setTimeout(() => response.writeHead(200).flushHeaders(), 250);
    setTimeout(() => response.end('{"jobs":[]}'), 500);
  });
  const { body } = await testClient(server.url, { idleTimeoutMs: 400, retries: 0 }).batch();
  expect(body).toEqual({ jobs: [] });
});

test('a body that drips is not idle', async () => {
  const { url } = await drip();
  const error = await rejection(
    testClient(url, { idleTimeoutMs: 200, timeoutMs: 600 }).progress(JOB),
  );
  expect(error).toMatchObject({ code: 'DEADLINE', facts: { timeoutMs: 600 } });
});

test('the time in which a raw log waits for its reader does not count', async () => {
  const server = await startServer((_request, response) => response.end('one\n'.repeat(200_000)));
  const { body } = await testClient(server.url, { timeoutMs: 150, idleTimeoutMs: 150 }).rawLogs(
    JOB,
  );
  const iterator = body[Symbol.asyncIterator]();
  const first = await iterator.next();
  // Limits run on real time, whatever clock was handed in, so this one test has to let some pass.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const rest = await textOf({ [Symbol.asyncIterator]: () => iterator });
  expect((first.value as Uint8Array).length + rest.length).toBe(800_000);
});

test('a call that is over leaves no timer and no listener behind', async () => {
  const server = await startServer((_request, response) => response.end('{"jobs":[]}'));
  const client = testClient(server.url);
  const controller = new AbortController();
  const { signal } = controller;
  for (let count = 0; count < 20; count += 1) await client.batch({}, { signal });
  await textOf((await client.rawLogs(JOB, {}, { signal })).body);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThan(
    10,
  );
});

/** 256 MiB of zeros in 256 kB: a member of gzip may follow another. */
const gzipBomb = Buffer.concat(Array.from({ length: 256 }, () => gzipSync(Buffer.alloc(MIB))));
const brotliBomb = brotliCompressSync(Buffer.alloc(48 * MIB), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 3 },
});
const nested = [1, 2, 3, 4, 5].reduce((inner) => gzipSync(inner), Buffer.alloc(MIB));

const encoded =
  (encoding: string, body: Buffer): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(body);
  };

const plain: Handler = (_request, response) => {
  const block = Buffer.alloc(MIB, ' ');
  let left = 1024;
  const write = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(block)) return void response.once('drain', write);
    }
    response.end();
  };
  write();
};

const bombs: Record<string, { handler: Handler; code: string }> = {
  gzip: { handler: encoded('gzip', gzipBomb), code: 'BODY_TOO_LARGE' },
  br: { handler: encoded('br', brotliBomb), code: 'BODY_TOO_LARGE' },
  // Without a decoder for it the encoding is refused; with one, these bytes are damaged.
  zstd: { handler: encoded('zstd', gzipBomb), code: 'BODY_NOT_UNDERSTOOD' },
  'gzip, five deep': {
    handler: encoded('gzip, gzip, gzip, gzip, gzip', nested),
    code: 'BODY_NOT_UNDERSTOOD',
  },
  '1 GiB plain': { handler: plain, code: 'BODY_TOO_LARGE' },
};

promise(
  'H6',
  'The decoded size of an answer is bounded',
  { full: 5, quick: 5 },
  async ({ fail }) => {
    for (const [name, { handler, code }] of Object.entries(bombs)) {
      const server = await startServer(handler);
      const client = testClient(server.url, { maxBodyBytes: 16 * MIB });
      const raw = async () => textOf((await client.rawLogs(JOB)).body);
      for (const ask of [() => client.batch(), raw]) {
        const beforeBytes = process.memoryUsage.rss();
        let peakBytes = beforeBytes;
        const timer = setInterval(() => {
          peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
        }, 5);
        const error = await rejection(ask());
        clearInterval(timer);
        const riseBytes = Math.max(peakBytes, process.memoryUsage.rss()) - beforeBytes;
        if ((error as { code?: string }).code !== code) fail(`${name}: ${error}`);
        if (riseBytes >= 64 * MIB)
          fail(`${name}: memory rose by ${Math.round(riseBytes / MIB)} MiB`);
      }
    }
    return Object.keys(bombs).length;
  },
);

test('a body that says that it is too large is not read at all', async () => {
  const server = await startTcpServer(
    answerBytes('HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n', 'silence'),
  );
  const error = await rejection(testClient(server.url, { maxBodyBytes: 16 }).batch());
  expect(error).toMatchObject({ code: 'BODY_TOO_LARGE', facts: { limitBytes: 16 } });
});

test("a port where nobody listens is a NETWORK error with the system's word", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as { port: number };
  await new Promise((resolve) => closed.close(resolve));
  const error = await rejection(testClient(`http://127.0.0.1:${port}`, { retries: 1 }).batch());
  expect(error).toMatchObject({ code: 'NETWORK', facts: { reason: 'ECONNREFUSED', attempts: 2 } });
});
