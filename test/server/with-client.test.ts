import { expect, test } from 'vitest';
import { testClient, textOf } from '../helpers/test-client.js';
import { at, headers, JOB, TOKEN } from './app/fake-app.js';
import { askOverHttp, listen } from './over-http.js';
import { createRealApp } from './real-app.js';

/** A server with one job of 1,200 log lines, and this project's own client. */
async function openJob() {
  const { app } = createRealApp();
  const { url, port } = await listen(app);
  const post = (path: string, body: unknown) =>
    askOverHttp(`${url}${at(path)}`, {
      method: 'POST',
      headers: { ...headers, host: `localhost:${port}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await post('/jobs', { jobId: JOB, jobName: 'Nightly' });
  for (const from of [0, 600]) {
    const lines = Array.from({ length: 600 }, (_, index) => ({
      reportId: `line-${from + index}`,
      type: 'log',
      message: `line ${from + index + 1}`,
    }));
    await post(`/job/${JOB}/reports`, lines);
  }
  return { url, post, client: testClient(url, { token: TOKEN }) };
}

test('the client of this project understands every answer of the server', async () => {
  const { client } = await openJob();
  expect((await client.progress(JOB)).body).toMatchObject({ jobId: JOB, status: 'Running' });
  expect((await client.timeline(JOB)).body.timeline[0]).toMatchObject({ eventType: 'JobStarted' });
  expect((await client.metrics(JOB)).body.jobId).toBe(JOB);
  expect((await client.dependencies(JOB)).body.jobId).toBe(JOB);
  expect((await client.batch({ jobIds: [JOB] })).body.jobs).toHaveLength(1);
  const { body } = await client.subscribe(JOB, { subscriptionType: 'websocket' });
  expect(body.status).toBe('Active');
});

test('the client of this project reads a whole log, each line once, in order', async () => {
  const { client } = await openJob();
  const messages: (string | null | undefined)[] = [];
  for await (const { answer } of client.logPages(JOB, { limit: Number.POSITIVE_INFINITY })) {
    messages.push(...answer.body.logs.map(({ message }) => message));
  }
  expect(messages).toEqual(Array.from({ length: 1_200 }, (_, index) => `line ${index + 1}`));
});

test('the client of this project reads the log as text', async () => {
  const { client } = await openJob();
  const { body } = await client.rawLogs(JOB, { limit: 10_000 });
  const lines = (await textOf(body)).trimEnd().split('\n');
  expect(lines).toHaveLength(1_200);
  expect(lines.at(-1)).toBe('2024-01-20T10:45:33Z INFO line 1200');
});

test('a wrong token is told as what it is', async () => {
  const { url } = await openJob();
  const client = testClient(url, { token: 'wrong' });
  await expect(client.progress(JOB)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
