import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type RawData, WebSocket } from 'ws';
import { createClient } from '../../../src/client/create-client.js';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import type { Client } from '../../../src/client/types.js';
import type { Report } from '../../../src/contract/index.js';
import { openServer } from '../../../src/server/open-server.js';

/*
 * What sockets of events cost the server, which runs in a process of its own with its database on the disk, and how
 * long an event takes from its report to the message. Times count from just before the report is sent.
 */

const SOCKETS = 1_000;
const tenantId = '11111111-1111-4111-8111-111111111111';
const projectId = '22222222-2222-4222-8222-222222222222';
const jobId = 'cc0e8400-e29b-41d4-a716-446655440000';
const token = 'the-token-of-the-benchmark';

interface Memory {
  rss: number;
  heapUsed: number;
}

/** The process of the server: says where it is, and how much memory it has whenever it is asked. */
async function serve(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jobtrack-bench-'));
  const { url } = await openServer({
    file: join(folder, 'jobs.db'),
    host: '127.0.0.1',
    port: 0,
    token,
    allowsLoopbackWebhooks: false,
    tenant: tenantId,
    project: projectId,
    clock: systemClock,
    onFailure: (failure) => console.error(failure),
  });
  process.on('message', () => {
    for (let round = 0; round < 3; round += 1) globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ rss, heapUsed });
  });
  process.on('disconnect', () => {
    rmSync(folder, { recursive: true });
    process.exit(0);
  });
  process.send?.({ url });
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;

/** Reports that make an event each: a hundred steps of progress in a stage after the other. */
function* events(): Generator<Report[]> {
  for (let stage = 1; ; stage += 1) {
    for (let percent = 0; percent <= 100; percent += 1) {
      const reportId = `${stage}-${percent}`;
      const stageName = `stage ${stage}`;
      yield [
        percent === 0
          ? { reportId, type: 'stage', stageName }
          : { reportId, type: 'progress', stage: stageName, percent },
      ] as Report[];
    }
  }
}

/** A socket, and what came on it when. */
interface Listener {
  socket: WebSocket;
  messages: { atMs: number; text: RawData }[];
}

async function listen(url: string): Promise<Listener> {
  const path = `/api/${tenantId}/${projectId}/execution/job/${jobId}/events`;
  const headers = { authorization: `Bearer ${token}` };
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers });
  const messages: Listener['messages'] = [];
  socket.on('message', (text) => messages.push({ atMs: performance.now(), text }));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return { socket, messages };
}

/** What an event is known by: the start of a stage, or a step of its progress. */
const keyOf = (stageName: unknown, percent: unknown): string => `${stageName} ${percent ?? 0}`;

/** Reports so many events at an even pace; when each was sent. */
async function report(
  client: Client,
  source: Generator<Report[]>,
  { count, perSecond }: { count: number; perSecond: number },
): Promise<Map<string, number>> {
  const sent = new Map<string, number>();
  const startMs = performance.now();
  for (let index = 0; index < count; index += 1) {
    await wait(Math.max(0, startMs + (index * 1_000) / perSecond - performance.now()));
    const reports = source.next().value as {
      stageName?: string;
      stage?: string;
      percent?: number;
    }[];
    const [{ stageName, stage, percent } = {}] = reports;
    sent.set(keyOf(stageName ?? stage, percent), performance.now());
    await client.report(jobId, reports as unknown as Report[]);
  }
  await wait(500);
  return sent;
}

/** How long each event took: to each of the sockets, and to the last of them. */
function latencies(sent: ReadonlyMap<string, number>, listeners: readonly Listener[]) {
  const byEvent = new Map<string, number[]>();
  for (const { atMs, text } of listeners.flatMap(({ messages }) => messages)) {
    const { type, data } = JSON.parse(String(text));
    const key = keyOf(data.stageName, data.progress);
    const sentMs = type === 'stageCompleted' ? undefined : sent.get(key);
    if (sentMs === undefined) continue;
    byEvent.set(key, [...(byEvent.get(key) ?? []), atMs - sentMs]);
  }
  const whole = [...byEvent.values()];
  if (whole.length !== sent.size || whole.some(({ length }) => length !== listeners.length)) {
    throw new Error('not every event came to everybody once');
  }
  return {
    all: whole.flat(),
    last: whole.map((times) => Math.max(...times)),
  };
}

async function measure(): Promise<void> {
  const server = fork(process.argv[1] ?? '', ['server'], { execArgv: ['--expose-gc'] });
  const heard = <T>(): Promise<T> => new Promise((resolve) => server.once('message', resolve));
  const { url } = await heard<{ url: string }>();
  const memory = async (): Promise<Memory> => {
    server.send({});
    return heard<Memory>();
  };
  const client = createClient({ url, tenantId, projectId, token });
  await client.register({ jobId, jobName: 'bench' });
  const source = events();
  await report(client, source, { count: 100, perSecond: 200 });

  const before = await memory();
  const listeners: Listener[] = [];
  while (listeners.length < SOCKETS) {
    listeners.push(...(await Promise.all(Array.from({ length: 50 }, () => listen(url)))));
  }
  const after = await memory();
  const toMany = latencies(await report(client, source, { count: 60, perSecond: 5 }), listeners);
  for (const { socket } of listeners) socket.terminate();

  const one = await listen(url);
  const sent = await report(client, source, { count: 1_000, perSecond: 100 });
  const toOne = latencies(sent, [one]);
  one.socket.terminate();
  await client.close();
  server.disconnect();
  const found = {
    kibASocket: (after.rss - before.rss) / SOCKETS / 1024,
    oneMs: percentile(toOne.all, 0.99),
    manyMs: percentile(toMany.last, 0.99),
  };
  process.stdout.write(JSON.stringify(found));
}

await (process.argv[2] === 'server' ? serve() : measure());
