import { createHash, randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createClient } from '../../../src/client/create-client.js';
import { jobEvents } from '../../../src/client/events/job-events.js';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import type { Client } from '../../../src/client/types.js';
import { createEmbeddedServer } from '../../../src/server/create-server.js';
import { startServer } from '../../../src/server/start.js';
import { createRandom, frames, mutate } from './hostile-frames.js';

/*
 * Sends hostile frames to a client and to a server, `count` to each, and says in one line of JSON what became of it:
 * what nothing caught, and how much memory it took at its worst.
 */

const count = Number(process.argv[2]);
const AT_A_TIME = 25;
const WARM_UP = 150;
const IDS = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
] as const;
const JOB = 'cc0e8400-e29b-41d4-a716-446655440000';
const TOKEN = 'the-token-of-the-test';

const uncaught: string[] = [];
process.on('uncaughtException', (error) => uncaught.push(String(error.stack)));
process.on('unhandledRejection', (error) => uncaught.push(String(error)));

/** Opens every socket rightly and then says what `bytes` makes. */
async function startHostileServer(bytes: () => Buffer): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (head) => {
      const key = /sec-websocket-key: (\S+)/i.exec(String(head))?.[1] ?? '';
      const accept = createHash('sha1')
        .update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64');
      const opening = `HTTP/1.1 101 A\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
      socket.end(Buffer.concat([Buffer.from(opening), bytes()]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Follows a job until its socket ends in whichever way. */
async function followOnce(client: Client): Promise<void> {
  const poll = async function* nothing() {};
  for await (const { kind } of jobEvents(client, JOB, { poll, random: () => 0 })) {
    if (kind === 'lost' || kind === 'ended' || kind === 'no-socket') return;
  }
}

/** A client to which one socket after another says something hostile. */
async function attackClient(random: () => number): Promise<() => Promise<void>> {
  const port = await startHostileServer(() => mutate(frames(random, 'server'), random));
  const url = `http://127.0.0.1:${port}`;
  const real = createClient({ url, tenantId: IDS[0], projectId: IDS[1] });
  const answer = { serverTimeMs: undefined, requestId: undefined };
  const client: Client = {
    ...real,
    subscribe: async () => ({
      ...answer,
      body: { subscriptionId: 's', websocketUrl: `ws://127.0.0.1:${port}/` },
    }),
    unsubscribe: async () => {},
    progress: async () => ({ ...answer, body: { status: 'Running', overallProgress: {} } }),
  };
  return () => followOnce(client);
}

/** A server to which one socket after another says something hostile. */
async function attackServer(random: () => number): Promise<() => Promise<void>> {
  const server = createEmbeddedServer({
    file: ':memory:',
    access: { token: TOKEN, tenant: IDS[0], project: IDS[1], hosts: [] },
    clock: systemClock,
    newId: randomUUID,
    newSecret: () => '',
    onFailure: (failure) => uncaught.push(String(failure)),
  });
  const { url } = await startServer(server.app, { host: '127.0.0.1', port: 0 });
  const client = createClient({ url, tenantId: IDS[0], projectId: IDS[1], token: TOKEN });
  await client.register({ jobId: JOB, jobName: 'j' });
  const { port } = new URL(url);
  const head = [
    `GET /api/${IDS[0]}/${IDS[1]}/execution/job/${JOB}/events HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${TOKEN}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n');
  return async () => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {}).resume();
    socket.end(Buffer.concat([Buffer.from(head), mutate(frames(random, 'client'), random)]));
    await closed(socket);
  };
}

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.once('close', () => resolve()));

/** Does something so many times, some at a time. */
async function repeat(times: number, attack: () => Promise<void>): Promise<void> {
  let left = times;
  const work = async (): Promise<void> => {
    while (left-- > 0) await attack();
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

const random = createRandom(Number(process.argv[3] ?? 1));
const attacks = [await attackClient(random), await attackServer(random)];
for (const attack of attacks) await repeat(WARM_UP, attack);
const before = process.memoryUsage.rss();
let worst = before;
const sampling = setInterval(() => {
  worst = Math.max(worst, process.memoryUsage.rss());
}, 20);
for (const attack of attacks) await repeat(count, attack);
clearInterval(sampling);
console.log(JSON.stringify({ uncaught, grownBytes: worst - before }));
process.exit(0);
