import { getEventListeners, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { TextSocket } from '../../../src/client/text-socket.js';
import { openTextSocket, type SocketOptions } from '../../../src/client/transport/socket.js';
import { answerBytes, startTcpServer } from '../../helpers/tcp-server.js';
import { rejection } from '../../helpers/test-client.js';

/** A server of sockets for one test; `onSocket` decides what each is told. */
async function startSocketServer(
  onSocket: (socket: WebSocket) => void = () => {},
): Promise<{ url: URL; sockets: WebSocket[] }> {
  const sockets: WebSocket[] = [];
  const server = createServer();
  const upgrader = new WebSocketServer({ server, perMessageDeflate: true });
  upgrader.on('connection', (socket) => {
    socket.on('error', () => {});
    sockets.push(socket);
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.terminate();
    server.close();
  });
  return { url: new URL(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`), sockets };
}

const options = (url: URL | string, more: Partial<SocketOptions> = {}): SocketOptions => ({
  url: new URL(url),
  headers: { authorization: 'Bearer t' },
  openingMs: 5_000,
  pingMs: 15_000,
  asideBytes: 100,
  ...more,
});

async function openOne(url: URL, more: Partial<SocketOptions> = {}): Promise<TextSocket> {
  const opened = await openTextSocket(options(url, more));
  if ('refusal' in opened) throw new Error(`refused: ${opened.refusal.status}`);
  onTestFinished(() => opened.socket.close());
  return opened.socket;
}

/** Reads to the end. */
async function readAll(socket: TextSocket): Promise<string[]> {
  const texts: string[] = [];
  for (let text = await socket.next(); text !== undefined; text = await socket.next()) {
    texts.push(text);
  }
  return texts;
}

const ws = (port: number): string => `ws://127.0.0.1:${port}/`;

describe('a socket', () => {
  test('hands out what the server says, from the first word on, and how it ended', async () => {
    const { url } = await startSocketServer((socket) => {
      socket.send('one');
      socket.send('"ü€😀"');
      socket.close(1013, 'slow');
    });
    const socket = await openOne(url);
    expect(await readAll(socket)).toEqual(['one', '"ü€😀"']);
    expect(socket.end()).toEqual({ code: 1013, reason: 'slow' });
  });

  test('closed by its reader says so, and gives what had come', async () => {
    const { url, sockets } = await startSocketServer((socket) => {
      socket.send('one');
      socket.send('two');
    });
    const socket = await openOne(url);
    expect(await socket.next()).toBe('one');
    const closed = once(sockets[0] as WebSocket, 'close');
    socket.close();
    expect(await readAll(socket)).toEqual(['two']);
    expect((await closed)[0]).toBe(1000);
  });

  test('is not read faster than its reader reads', async () => {
    const { url, sockets } = await startSocketServer((socket) => {
      for (let count = 0; count < 500; count += 1) socket.send('x'.repeat(100_000));
      socket.close();
    });
    const socket = await openOne(url);
    await socket.next();
    // The system holds some; of 50 MB most are still at the server.
    expect(sockets[0]?.bufferedAmount).toBeGreaterThan(30_000_000);
    expect(await readAll(socket)).toHaveLength(499);
  });
});

describe('a server that is silent', () => {
  test('is given up within two pings, one that only answers pings is not', async () => {
    const { url, sockets } = await startSocketServer();
    const pingMs = 200;
    const alive = await openOne(url, { pingMs });
    const startMs = performance.now();
    const silent = await openOne(url, { pingMs });
    sockets[1]?.pause();
    expect(await silent.next()).toBeUndefined();
    expect(performance.now() - startMs).toBeLessThan(2 * pingMs + 150);
    expect(silent.end()).toMatchObject({ code: 1006, cause: 'silent' });
    sockets[0]?.send('here');
    expect(await alive.next()).toBe('here');
  });

  test('is not given up while its reader does not read', async () => {
    const { url } = await startSocketServer((socket) => {
      for (let count = 0; count < 300; count += 1) socket.send(`${count}`);
      setTimeout(() => socket.close(1000, 'final'), 400);
    });
    const socket = await openOne(url, { pingMs: 50 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await readAll(socket)).toHaveLength(300);
    expect(socket.end()).toEqual({ code: 1000, reason: 'final' });
  });
});

describe('what may not come ends a socket:', () => {
  test.each<[string, (socket: WebSocket) => void, object]>([
    [
      'a message of more than a MiB',
      (it) => it.send('x'.repeat(1_048_577)),
      { cause: 'too-large' },
    ],
    ['a message that is no text', (it) => it.send(Buffer.from([1, 2])), { cause: 'wrong' }],
    [
      'text that is no UTF-8',
      (it) => it.send(Buffer.from([0xff]), { binary: false }),
      { cause: 'wrong' },
    ],
    ['a connection that breaks', (it) => it.terminate(), { code: 1006 }],
  ])('%s', async (_what, misbehave, end) => {
    const { url } = await startSocketServer(misbehave);
    const socket = await openOne(url);
    expect(await readAll(socket)).toEqual([]);
    expect(socket.end()).toMatchObject(end);
  });
});

describe('the opening', () => {
  test('that is answered otherwise gives the answer, and the beginning of its body', async () => {
    const body = 'x'.repeat(5_000);
    const { port } = await startTcpServer(
      answerBytes(
        `HTTP/1.1 403 Forbidden\r\nX-A: b\r\nContent-Length: 5000\r\n\r\n${body}`,
        'silence',
      ),
    );
    const opened = await openTextSocket(options(ws(port)));
    expect(opened).toMatchObject({ refusal: { status: 403, headers: { 'x-a': 'b' } } });
    if ('refusal' in opened) expect(opened.refusal.text).toBe('x'.repeat(100));
  });

  test.each([
    ['is never answered', '', 'silence'],
    ['is answered by half', 'HTTP/1.1 101 Switching', 'silence'],
  ] as const)('that %s is given up in time', async (_what, bytes, then) => {
    const { port } = await startTcpServer(answerBytes(bytes, then));
    const error = await rejection(openTextSocket(options(ws(port), { openingMs: 100 })));
    expect(error).toMatchObject({ code: 'ETIMEDOUT' });
  });

  test('that drips is given up in time', async () => {
    const { port } = await startTcpServer((socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nX: ');
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const error = await rejection(openTextSocket(options(ws(port), { openingMs: 200 })));
    expect(error).toMatchObject({ code: 'ETIMEDOUT' });
  });

  test.each([
    [
      'a key that is not the answer to ours',
      '101 A\r\nConnection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: x',
      'WS_ERR_OPENING',
    ],
    ['no HTTP', 'x', 'HPE_INVALID_CONSTANT'],
  ])('that is answered with %s is an error', async (_what, head, code) => {
    const bytes = head === 'x' ? 'nonsense\r\n\r\n' : `HTTP/1.1 ${head}\r\n\r\n`;
    const { port } = await startTcpServer(answerBytes(bytes));
    expect(await rejection(openTextSocket(options(ws(port))))).toMatchObject({ code });
  });

  test('without a server is an error', async () => {
    const { port, close } = await startTcpServer(() => {});
    await close();
    expect(await rejection(openTextSocket(options(ws(port))))).toMatchObject({
      code: 'ECONNREFUSED',
    });
  });

  test('asks for no compression', async () => {
    const { url, sockets } = await startSocketServer();
    await openOne(url);
    expect(sockets[0]?.extensions).toBe('');
  });
});

describe('a signal', () => {
  test('ends an opening, and a socket whatever was not read; nothing is left of either', async () => {
    const { port } = await startTcpServer(() => {});
    const opening = new AbortController();
    const opened = rejection(openTextSocket(options(ws(port), { signal: opening.signal })));
    opening.abort(new Error('enough'));
    expect(await opened).toEqual(new Error('enough'));

    const { url, sockets } = await startSocketServer((socket) => socket.send('one'));
    const reading = new AbortController();
    const socket = await openOne(url, { signal: reading.signal });
    const closed = once(sockets[0] as WebSocket, 'close');
    await new Promise((resolve) => setTimeout(resolve, 50));
    reading.abort(new Error('enough'));
    expect(await rejection(socket.next())).toEqual(new Error('enough'));
    await closed;
    for (const { signal } of [opening, reading]) {
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    }
  });

  test('is let go of when a socket ends', async () => {
    const { url } = await startSocketServer((socket) => socket.close());
    const { signal } = new AbortController();
    const socket = await openOne(url, { signal });
    expect(await socket.next()).toBeUndefined();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
