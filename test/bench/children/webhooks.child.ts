import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '../../../src/client/create-client.js';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import type { Client } from '../../../src/client/types.js';
import type { Report } from '../../../src/contract/index.js';
import { openServer } from '../../../src/server/open-server.js';

/*
 * How long an event takes to a webhook, and how many go to one subscription in a second. The server runs in a process of
 * its own with its database on the disk; this one reports and receives.
 */

const SECONDS = 10;
const EVENTS_A_SECOND = 100;
const BACKLOG = 2_000;
const tenantId = '11111111-1111-4111-8111-111111111111';
const projectId = '22222222-2222-4222-8222-222222222222';
const jobId = 'cc0e8400-e29b-41d4-a716-446655440000';
const token = 'the-token-of-the-benchmark';

async function serve(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jobtrack-bench-'));
  const { url } = await openServer({
    file: join(folder, 'jobs.db'),
    host: '127.0.0.1',
    port: 0,
    token,
    allowsLoopbackWebhooks: true,
    tenant: tenantId,
    project: projectId,
    clock: systemClock,
    onFailure: (failure) => console.error(failure),
  });
  process.on('disconnect', () => {
    rmSync(folder, { recursive: true });
    process.exit(0);
  });
  process.send?.(url);
}

/** A receiver that notes when the stage of each number started. */
async function receive(): Promise<{ url: string; startedMs: Map<number, number>; close(): void }> {
  const startedMs = new Map<number, number>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.writeHead(204).end();
    const { data } = JSON.parse(Buffer.concat(chunks).toString()) as {
      data: { recordCount: number };
    };
    startedMs.set(data.recordCount, performance.now());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    startedMs,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const stage = (number: number): Report => ({
  reportId: `stage ${number}`,
  type: 'stage',
  stageName: number % 2 === 0 ? 'Load' : 'Check',
  totalRecords: number,
});

/** Reports a stage at a time; answers how long each took to arrive, in milliseconds, from before its report was sent. */
async function measureLatency(client: Client, arrived: Map<number, number>): Promise<number[]> {
  const count = SECONDS * EVENTS_A_SECOND;
  const sentMs = new Map<number, number>();
  const beganMs = performance.now();
  for (let number = 1; number <= count; number += 1) {
    await wait(Math.max(0, beganMs + (1_000 * number) / EVENTS_A_SECOND - performance.now()));
    sentMs.set(number, performance.now());
    await client.report(jobId, [stage(number)]);
  }
  while (arrived.size < count) await wait(5);
  return [...sentMs].map(([number, atMs]) => (arrived.get(number) ?? Number.NaN) - atMs);
}

/** Reports many at once; answers how many arrive in a second. */
async function measureRate(client: Client, arrived: Map<number, number>): Promise<number> {
  const before = arrived.size;
  const reports = Array.from({ length: BACKLOG }, (_, index) => stage(before + index + 1));
  for (let from = 0; from < BACKLOG; from += 1_000) {
    await client.report(jobId, reports.slice(from, from + 1_000));
  }
  const [beganMs, had] = [performance.now(), arrived.size];
  while (arrived.size < before + BACKLOG) await wait(1);
  return (arrived.size - had) / ((performance.now() - beganMs) / 1_000);
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;

async function measure(): Promise<void> {
  const child = fork(import.meta.filename, ['serve']);
  const [url] = (await once(child, 'message')) as [string];
  const client = createClient({ url, tenantId, projectId, token });
  const receiver = await receive();
  await client.register({ jobId, jobName: 'bench' });
  const events = ['stageStarted' as const];
  await client.subscribe(jobId, { subscriptionType: 'webhook', webhookUrl: receiver.url, events });
  const latencies = await measureLatency(client, receiver.startedMs);
  const rate = await measureRate(client, receiver.startedMs);
  const found = {
    medianMs: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    eventsASecond: Math.round(rate),
  };
  process.stdout.write(JSON.stringify(found));
  receiver.close();
  await client.close();
  child.disconnect();
}

await (process.argv[2] === 'serve' ? serve() : measure());
