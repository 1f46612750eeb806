import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import type { Report, SubscribeRequest } from '../../../src/contract/index.js';
import { openServer } from '../../../src/server/open-server.js';
import { startServer } from '../../helpers/http-server.js';
import { testClient } from '../../helpers/test-client.js';
import { guid } from '../tracking.js';

const JOB = guid(1);
const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

interface Received {
  event: { id: string; type: string; sequence: number; data: Record<string, unknown> };
  headers: IncomingHttpHeaders;
  bytes: number;
}

/** A receiver as anybody writes it with the public package: it knows the secret, and nothing of this program. */
async function startReceiver(): Promise<{
  url: string;
  received(count: number): Promise<Received[]>;
}> {
  const webhook = new Webhook(secret);
  const all: Received[] = [];
  let arrived = (): void => {};
  const server = await startServer(({ body, headers }, response) => {
    const event = webhook.verify(body, headers as Record<string, string>) as Received['event'];
    all.push({ event, headers, bytes: Buffer.byteLength(body) });
    response.writeHead(202).end('thank you');
    arrived();
  });
  return {
    url: server.url,
    received: async (count) => {
      while (all.length < count) {
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
      return all;
    },
  };
}

/** A whole server with a running job, and a subscription to it. */
async function serveJob(wanted: Partial<SubscribeRequest>) {
  const [tenant, project] = [guid(11), guid(12)];
  const server = await openServer({
    file: ':memory:',
    host: '127.0.0.1',
    port: 0,
    tenant,
    project,
    allowsLoopbackWebhooks: true,
    clock: systemClock,
    onFailure: (failure) => {
      throw failure;
    },
  });
  onTestFinished(() => server.close(0));
  const access = { token: server.token, tenantId: tenant, projectId: project };
  const client = testClient(server.url, { ...access, clock: systemClock });
  await client.register({ jobId: JOB, jobName: 'Nightly import' });
  await client.subscribe(JOB, { subscriptionType: 'webhook', secret, ...wanted });
  return { server, client };
}

const report = (fields: object): Report => ({ reportId: randomUUID(), ...fields }) as Report;

test('a receiver that knows nothing but the public package takes every event of a job', async () => {
  const receiver = await startReceiver();
  const authentication = { type: 'bearer', token: 'the-token-of-the-receiver' } as const;
  const { client } = await serveJob({ webhookUrl: `${receiver.url}/hook?a=1`, authentication });
  await client.report(JOB, [
    report({ type: 'stage', stageName: 'Load', totalRecords: 200 }),
    report({ type: 'progress', records: 50 }),
    report({ type: 'log', level: 'WARN', message: 'half of the fields are empty' }),
    report({ type: 'log', level: 'ERROR', message: 'ş🚀'.repeat(20_000) }),
  ]);
  await client.report(JOB, [report({ type: 'finish', status: 'Completed' })]);
  const received = await receiver.received(6);
  expect(received.map(({ event }) => [event.sequence, event.type])).toEqual([
    [1, 'stageStarted'],
    [2, 'progressUpdate'],
    [3, 'warning'],
    [4, 'error'],
    [5, 'stageCompleted'],
    [6, 'jobCompleted'],
  ]);
  for (const { event, headers, bytes } of received) {
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'jobtrack-webhooks',
      authorization: 'Bearer the-token-of-the-receiver',
      'webhook-id': event.id,
    });
    expect(event.id).not.toContain('.');
    expect(bytes).toBeLessThan(20_000);
  }
  expect(received[3]?.event).toMatchObject({
    truncated: true,
    data: { message: expect.stringMatching(/…$/) },
  });
  expect(received[2]?.event).toMatchObject({
    jobId: JOB,
    jobName: 'Nightly import',
    data: { stageName: 'Load', message: 'half of the fields are empty' },
  });
});

test('what the list says is what was delivered, and who was taken away gets nothing more', async () => {
  const receiver = await startReceiver();
  const { client } = await serveJob({ webhookUrl: receiver.url, events: ['stageStarted'] });
  await client.report(JOB, [report({ type: 'stage', stageName: 'Load' })]);
  await receiver.received(1);
  const { body } = await client.subscriptions(JOB);
  const [subscription] = body.subscriptions;
  expect(subscription).toMatchObject({ status: 'Active', delivery: { givenUp: 0 } });
  await client.unsubscribe(JOB, subscription?.subscriptionId ?? '');
  const again = { subscriptionType: 'webhook', webhookUrl: receiver.url, secret } as const;
  await client.subscribe(JOB, { ...again, events: ['stageCompleted'] });
  await client.report(JOB, [report({ type: 'stage', stageName: 'Check' })]);
  const types = (await receiver.received(2)).map(({ event }) => event.type);
  expect(types).toEqual(['stageStarted', 'stageCompleted']);
});

test('a server that is stopped lets the attempt end that is under way, and begins no other', async () => {
  let answer = (): void => {};
  let arrivals = 0;
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const receiver = await startServer((_request, response) => {
    arrivals += 1;
    answer = () => void response.writeHead(204).end();
    arrive();
  });
  const { client, server } = await serveJob({ webhookUrl: receiver.url });
  await client.report(JOB, [report({ type: 'stage', stageName: 'Load' })]);
  await client.report(JOB, [report({ type: 'finish', status: 'Completed' })]);
  await arrived;
  const closing = server.close(5_000);
  answer();
  await closing;
  expect(arrivals).toBe(1);
});

test('a server that is stopped does not wait for a receiver that never answers', async () => {
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const receiver = await startServer(() => arrive());
  const { client, server } = await serveJob({ webhookUrl: receiver.url });
  await client.report(JOB, [report({ type: 'stage', stageName: 'Load' })]);
  await arrived;
  const startedMs = performance.now();
  await server.close(100);
  expect(performance.now() - startedMs).toBeLessThan(5_000);
});
