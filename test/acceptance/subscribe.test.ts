import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import type { SubscriptionEvent } from '../../src/contract/index.js';
import { runCli, startCli } from '../helpers/cli.js';
import { startListen } from '../helpers/listening.js';
import { type Serving, startServe } from '../helpers/serve.js';

/** Registers a job that reports by itself. */
async function startJob({ ask }: Serving) {
  const jobId = randomUUID();
  const post = async (path: string, body: unknown): Promise<void> => {
    const response = await ask(path, { method: 'POST', body: JSON.stringify(body) });
    expect(response.ok, await response.text()).toBe(true);
  };
  await post('/jobs', { jobId, jobName: 'Nightly' });
  let last = 0;
  const report = async (...reports: readonly object[]): Promise<void> =>
    post(
      `/job/${jobId}/reports`,
      reports.map((each) => {
        last += 1;
        return { reportId: `r${last}`, ...each };
      }),
    );
  return { jobId, report };
}

/** The objects that a program prints, one after another. */
async function* objectsOf(child: ReturnType<typeof startCli>): AsyncGenerator<SubscriptionEvent> {
  if (child.stdout === null) return;
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line);
}

/** Resolves as soon as a program says something on stderr. */
const saying = (child: ReturnType<typeof startCli>, pattern: RegExp): Promise<void> =>
  new Promise((resolve) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
      if (pattern.test(said)) resolve();
    });
  });

describe('jobtrack subscribe', () => {
  test('brings every event to the socket and to the webhook, in order, and ends as the job does', async () => {
    const serving = await startServe();
    const { jobId, report } = await startJob(serving);
    const { environment } = serving;
    const listening = await startListen(['-o', 'ndjson']);
    const webhook = ['--webhook', listening.url, '--secret-file', listening.secretFile];
    const registered = await runCli(['subscribe', jobId, ...webhook, '--json'], { environment });
    expect(JSON.parse(registered.stdout)).toMatchObject({ subscriptionType: 'webhook', jobId });
    const subscriber = startCli(['subscribe', jobId, '-o', 'ndjson'], { environment });
    const ended = new Promise((resolve) => subscriber.once('close', resolve));
    const events = objectsOf(subscriber);
    await saying(subscriber, /Waiting for events/);

    const types: string[] = [];
    const told = async (reports: readonly object[], count: number): Promise<void> => {
      await report(...reports);
      for (let at = 0; at < count; at += 1) types.push((await events.next()).value?.type);
      await listening.said(new RegExp(`"sequence":${types.length}\\b`));
    };
    await told([{ type: 'stage', stageName: 'Load', totalRecords: 100 }], 1);
    await told([{ type: 'progress', records: 50 }], 1);
    await told([{ type: 'stage', stageName: 'Write' }], 2);
    await told([{ type: 'finish', status: 'Failed', reason: 'disk full' }], 2);
    expect(await ended).toBe(1);
    expect(types).toEqual([
      'stageStarted',
      'progressUpdate',
      'stageCompleted',
      'stageStarted',
      'stageCompleted',
      'jobCompleted',
    ]);
  });

  test('lists subscriptions and takes one away', async () => {
    const serving = await startServe();
    const { jobId } = await startJob(serving);
    const { environment } = serving;
    const subscribe = (...args: string[]) => runCli(['subscribe', jobId, ...args], { environment });
    const none = await subscribe('--list');
    expect(none).toMatchObject({ code: 0, stdout: '', stderr: 'The job has no subscriptions.\n' });
    const made = await subscribe('--webhook', 'http://127.0.0.1:9/', '--json');
    const { subscriptionId } = JSON.parse(made.stdout);
    const { stdout } = await subscribe('--list');
    expect(stdout).toContain(subscriptionId);
    expect(stdout).not.toContain('whsec_');
    expect(await subscribe('--remove', subscriptionId)).toMatchObject({ code: 0, stdout: '' });
    expect(await subscribe('--remove', subscriptionId)).toMatchObject({ code: 5, stdout: '' });
  });

  test('a job that is final already is told as it ended', async () => {
    const serving = await startServe();
    const { jobId, report } = await startJob(serving);
    await report({ type: 'finish', status: 'Cancelled' });
    const { code, stdout, stderr } = await runCli(['subscribe', jobId], serving);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('the job has ended: Cancelled\n');
  });

  test('a job that is not there ends with 5, a document with 2', async () => {
    const { environment } = await startServe();
    expect(await runCli(['subscribe', randomUUID()], { environment })).toMatchObject({ code: 5 });
    const refused = await runCli(['subscribe', randomUUID(), '--json'], { environment });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
  });
});
