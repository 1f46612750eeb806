import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { JobEventsOptions } from '../../../src/client/events/types.js';
import { testClient } from '../../helpers/test-client.js';
import { follow, kind } from './follow.js';

/** A server of somebody else, with sockets of its own making. */
interface StrangeServer {
  url: string;
  /** What was asked, without sockets. */
  asked: string[];
  /** With which query each socket was opened. */
  opened: string[];
  /** How the job is, as progress says. */
  status: string;
}

async function startStrangeServer(
  onSocket: (socket: WebSocket, count: number) => void,
): Promise<StrangeServer> {
  const strange: StrangeServer = { url: '', asked: [], opened: [], status: 'Running' };
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    strange.asked.push(`${method} ${url.split('/').at(-1)}`);
    const { port } = server.address() as AddressInfo;
    const subscription = { subscriptionId: 's', websocketUrl: `ws://127.0.0.1:${port}/e?a=b` };
    const progress = { status: strange.status, overallProgress: {} };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(method === 'POST' ? subscription : progress));
  });
  const upgrader = new WebSocketServer({ server });
  upgrader.on('connection', (socket, { url = '' }) => {
    strange.opened.push(url.split('?')[1] ?? '');
    socket.on('error', () => {});
    onSocket(socket, strange.opened.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of upgrader.clients) socket.terminate();
    server.close();
  });
  strange.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return strange;
}

const event = (fields: object): string =>
  JSON.stringify({ type: 'warning', timestamp: '2024-01-20T10:00:00Z', ...fields });

describe('a server that closes without saying why', () => {
  test('is asked whether the job has ended', async () => {
    const server = await startStrangeServer((socket) => {
      socket.send(event({ id: 'a' }));
      socket.close();
    });
    server.status = 'Tamamlandı';
    const followed = follow(testClient(server.url));
    await followed.ended;
    expect(followed.items.at(-1)).toEqual({ kind: 'ended', status: 'Completed' });
    expect(server.asked).toEqual(['POST subscribe', 'GET progress', 'DELETE s']);
  });

  test('is connected to again while it has not', async () => {
    const server = await startStrangeServer((socket, count) => {
      if (count === 3) server.status = 'Failed';
      socket.close(1000, 'bye');
    });
    const followed = follow(testClient(server.url));
    await followed.ended;
    expect(server.opened).toHaveLength(3);
    expect(followed.items.at(-1)).toEqual({ kind: 'ended', status: 'Failed' });
  });
});

test('a server that knows no numbers is not asked to resume, and its ids tell what was told', async () => {
  const server = await startStrangeServer((socket, count) => {
    for (const id of ['a', 'b', 'c'].slice(0, count)) socket.send(event({ id }));
    socket.close(count === 3 ? 1000 : 1012, count === 3 ? 'final' : '');
  });
  const followed = follow(testClient(server.url));
  await followed.ended;
  expect(followed.events().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(server.opened).toEqual(['a=b', 'a=b', 'a=b']);
});

test('the number of the newest event is what is resumed behind', async () => {
  const server = await startStrangeServer((socket, count) => {
    socket.send(event({ id: `${count}`, sequence: count * 10 }));
    socket.close(count === 2 ? 1000 : 1001, 'final');
  });
  await follow(testClient(server.url)).ended;
  expect(server.opened).toEqual(['a=b', 'a=b&afterSequence=10']);
});

test('fields that nobody knows are kept', async () => {
  const told = { id: 'a', data: { deep: [{ x: null }] }, more: true, jobName: null };
  const server = await startStrangeServer((socket) => {
    socket.send(event(told));
    socket.close(1000, 'final');
  });
  const followed = follow(testClient(server.url));
  await followed.ended;
  expect(followed.events()).toEqual([JSON.parse(event(told))]);
});

describe('a server that says what is no event', () => {
  const poll: JobEventsOptions['poll'] = async function* nothing() {};

  test.each([
    ['no JSON', (socket: WebSocket) => socket.send('{')],
    ['no event', (socket: WebSocket) => socket.send('{"type":7}')],
    ['no text', (socket: WebSocket) => socket.send(Buffer.from('{}'))],
    ['too much', (socket: WebSocket) => socket.send('x'.repeat(1_048_577))],
  ])(
    '(%s) is given another chance, and then not listened to any more',
    async (_what, misbehave) => {
      const server = await startStrangeServer(misbehave);
      const followed = follow(testClient(server.url), { poll });
      await followed.ended;
      expect(server.opened).toHaveLength(3);
      expect(
        followed.items.map((item) => (item.kind === 'lost' ? item.error.code : item.kind)),
      ).toEqual([
        'connected',
        expect.stringMatching(/BODY_NOT_UNDERSTOOD|BODY_TOO_LARGE/),
        'connected',
        expect.stringMatching(/BODY_NOT_UNDERSTOOD|BODY_TOO_LARGE/),
        'connected',
        'no-socket',
        'ended',
      ]);
    },
  );

  test('only now and then is listened to for as long as it takes', async () => {
    const server = await startStrangeServer((socket, count) => {
      socket.send(event({ id: `${count}` }));
      if (count < 6) socket.send('nonsense');
      else socket.close(1000, 'final');
    });
    const followed = follow(testClient(server.url), { poll });
    await followed.ended;
    expect(followed.events()).toHaveLength(6);
    expect(kind('no-socket')(followed.items)).toBe(false);
  });
});

test('a subscription that is refused over and over is not asked for without a wait', async () => {
  const waits: number[] = [];
  const server = await startStrangeServer((socket, count) => {
    socket.close(count === 4 ? 1000 : 1008, 'final');
  });
  const followed = follow(testClient(server.url), {
    random: () => 0.5,
    clock: {
      now: () => 0,
      sleep: async (durationMs) => {
        waits.push(durationMs);
      },
    },
  });
  await followed.ended;
  expect(waits.slice(0, 3)).toEqual([500, 1_000, 2_000]);
  expect(server.asked.filter((one) => one === 'POST subscribe')).toHaveLength(4);
  expect(followed.items.filter(({ kind: which }) => which === 'lost')).toHaveLength(3);
});
