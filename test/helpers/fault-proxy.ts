import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { startTcpServer } from './tcp-server.js';

/** What goes wrong on the way back from the server. The names are toxiproxy's. */
export type Toxic =
  /** Every piece of data comes late. */
  | { kind: 'latency'; ms: number }
  | { kind: 'bandwidth'; bytesPerSecond: number }
  /** Data comes in pieces of this size. */
  | { kind: 'slicer'; bytes: number; gapMs?: number }
  /** After so many bytes the connection is closed, reset, or says nothing more. */
  | { kind: 'limit_data'; bytes: number; then: 'close' | 'reset' | 'silence' }
  /** Nothing ever comes back. */
  | { kind: 'timeout' }
  /** The connection is reset as soon as the server has answered. */
  | { kind: 'reset_peer' }
  /** The end of the connection comes late. */
  | { kind: 'slow_close'; ms: number }
  /** Something that is no HTTP comes before the answer. */
  | { kind: 'garbage'; text: string }
  /** Connections are ended at once. */
  | { kind: 'down' };

/** A proxy on the loopback address before the server at `targetPort`. It closes itself when the test ends. */
export async function startFaultProxy(
  targetPort: number,
  toxic: () => Toxic | undefined,
): Promise<{ url: string; port: number; close(): Promise<void> }> {
  return startTcpServer((client) => {
    const chosen = toxic();
    if (chosen?.kind === 'down') {
      client.destroy();
      return;
    }
    const server = connect(targetPort, '127.0.0.1');
    server.on('error', () => client.destroy());
    client.on('close', () => server.destroy());
    client.pipe(server);
    void passBack(server, client, chosen).catch(() => client.destroy());
  });
}

async function passBack(server: Socket, client: Socket, toxic: Toxic | undefined): Promise<void> {
  let passedBytes = 0;
  for await (const data of server as AsyncIterable<Buffer>) {
    const goesOn = await pass(data, client, toxic, passedBytes);
    if (!goesOn) return;
    passedBytes += data.length;
  }
  if (toxic?.kind === 'slow_close') await wait(toxic.ms);
  client.end();
}

/** Hands on one piece; answers whether the connection is still worth anything. */
async function pass(
  data: Buffer,
  client: Socket,
  toxic: Toxic | undefined,
  before: number,
): Promise<boolean> {
  switch (toxic?.kind) {
    case 'latency':
      await wait(toxic.ms);
      return write(client, data);
    case 'bandwidth':
      await wait((data.length / toxic.bytesPerSecond) * 1000);
      return write(client, data);
    case 'slicer':
      return slice(data, client, toxic);
    case 'limit_data':
      return limit(data, client, toxic, before);
    case 'timeout':
      return true;
    case 'reset_peer':
      client.resetAndDestroy();
      return false;
    case 'garbage':
      if (before === 0) await write(client, Buffer.from(toxic.text));
      return write(client, data);
    default:
      return write(client, data);
  }
}

async function slice(
  data: Buffer,
  client: Socket,
  toxic: Extract<Toxic, { kind: 'slicer' }>,
): Promise<boolean> {
  for (let at = 0; at < data.length; at += toxic.bytes) {
    await write(client, data.subarray(at, at + toxic.bytes));
    if (toxic.gapMs !== undefined) await wait(toxic.gapMs);
  }
  return true;
}

async function limit(
  data: Buffer,
  client: Socket,
  toxic: Extract<Toxic, { kind: 'limit_data' }>,
  before: number,
): Promise<boolean> {
  const left = toxic.bytes - before;
  if (data.length < left) return write(client, data);
  await write(client, data.subarray(0, Math.max(0, left)));
  if (toxic.then === 'close') client.end();
  if (toxic.then === 'reset') client.resetAndDestroy();
  return toxic.then === 'silence';
}

const write = (socket: Socket, data: Buffer): Promise<boolean> =>
  new Promise((resolve) => {
    if (socket.destroyed) resolve(false);
    else socket.write(data, (error) => resolve(error == null));
  });
