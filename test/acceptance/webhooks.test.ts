import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { startServer } from '../helpers/http-server.js';
import { homeEnvironment, type Serving, startServe } from '../helpers/serve.js';

const JOB = 'aaaaaaaa-1111-4111-8111-000000000001';
const secret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;

async function subscribe({ ask }: Serving, webhookUrl: string): Promise<Response> {
  await ask('/jobs', { method: 'POST', body: JSON.stringify({ jobId: JOB, jobName: 'Import' }) });
  const wanted = { subscriptionType: 'webhook', webhookUrl, secret, events: ['stageStarted'] };
  return ask(`/job/${JOB}/subscribe`, { method: 'POST', body: JSON.stringify(wanted) });
}

const startStage = ({ ask }: Serving, stageName: string): Promise<Response> =>
  ask(`/job/${JOB}/reports`, {
    method: 'POST',
    body: JSON.stringify([{ reportId: stageName, type: 'stage', stageName }]),
  });

/** A receiver that is away for its first request, and has the others. */
async function startReceiver() {
  const events: { type: string; data: object }[] = [];
  let arrive = (): void => {};
  const server = await startServer(({ body, headers }, response) => {
    if (server.requests.length === 1) {
      response.writeHead(500).end();
    } else {
      const event = new Webhook(secret).verify(body, headers as Record<string, string>);
      events.push(event as (typeof events)[number]);
      response.writeHead(204).end();
    }
    arrive();
  });
  return {
    url: server.url,
    events,
    requests: async (count: number): Promise<void> => {
      while (server.requests.length < count) {
        await new Promise<void>((resolve) => {
          arrive = resolve;
        });
      }
    },
  };
}

test('an event that could not be delivered comes from the next server that is started on the database', async () => {
  const receiver = await startReceiver();
  const first = await startServe();
  expect((await subscribe(first, receiver.url)).status).toBe(201);
  await startStage(first, 'Load');
  await receiver.requests(1);
  await first.stop('SIGKILL');
  const second = await startServe([], first.environment);
  await startStage(second, 'Check');
  await receiver.requests(3);
  expect(receiver.events).toMatchObject([
    { type: 'stageStarted', data: { stageName: 'Load' } },
    { type: 'stageStarted', data: { stageName: 'Check' } },
  ]);
  await second.stop();
});

test('webhooks to this machine are allowed where only it can reach the server, and that is said', async () => {
  const serving = await startServe();
  await serving.stop();
  expect(serving.said()).toContain(
    'Webhooks may call addresses of this machine; never of a private network.',
  );
});

test('where others can reach the server they are refused, unless it was told otherwise', async () => {
  const exposed = ['--host', '0.0.0.0', '--insecure-remote-access'];
  const closed = await startServe(exposed);
  const refused = await subscribe(closed, 'http://127.0.0.1:9/hook');
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { error: { details: [{ field: 'webhookUrl' }] } },
  ]);
  await closed.stop();
  expect(closed.said()).not.toContain('addresses of this machine');
  const open = await startServe([...exposed, '--allow-loopback-webhooks'], homeEnvironment());
  expect((await subscribe(open, 'http://127.0.0.1:9/hook')).status).toBe(201);
  expect((await subscribe(open, 'http://10.0.0.1/hook')).status).toBe(400);
});
