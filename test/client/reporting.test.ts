import { expect, test } from 'vitest';
import type { Report } from '../../src/contract/index.js';
import { type Handler, startServer } from '../helpers/http-server.js';
import { API, JOB, rejection, testClient } from '../helpers/test-client.js';

const receipt = { jobId: JOB, status: 'Running', accepted: 1 };

/** Fails so many times, then takes what comes. */
const failing = (times: number): Handler => {
  let left = times;
  return (_request, response) => {
    left -= 1;
    response.writeHead(left >= 0 ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(receipt));
  };
};

const reports: Report[] = [{ type: 'log', reportId: 'r-1', message: 'hello' }];

test('a job is registered and reported with a POST each, and the receipt is the answer', async () => {
  const server = await startServer(failing(0));
  const client = testClient(server.url);
  expect((await client.register({ jobId: JOB, jobName: 'Import' })).body).toEqual(receipt);
  expect((await client.report(JOB, reports)).body).toEqual(receipt);
  expect(server.requests.map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual(
    [
      ['POST', `${API}/jobs`, { jobId: JOB, jobName: 'Import' }],
      ['POST', `${API}/job/${JOB}/reports`, reports],
    ],
  );
});

test('both are tried again like a GET: their ids make twice the same as once', async () => {
  const server = await startServer(failing(2));
  await testClient(server.url).report(JOB, reports);
  expect(server.requests).toHaveLength(3);
  expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
});

test('what is refused is not tried again', async () => {
  const server = await startServer((_request, response) => {
    response.writeHead(409, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { code: 'JOB_IS_FINAL', message: 'the job is Failed' } }));
  });
  expect(await rejection(testClient(server.url).report(JOB, reports))).toMatchObject({
    code: 'REQUEST_REFUSED',
    facts: { status: 409, detail: 'the job is Failed' },
  });
  expect(server.requests).toHaveLength(1);
});

test('an id that is none never leaves', async () => {
  const client = testClient('http://127.0.0.1:9');
  expect(await rejection(client.register({ jobId: 'x', jobName: 'A' }))).toMatchObject({
    code: 'INVALID_VALUE',
  });
  expect(await rejection(client.report('x', []))).toMatchObject({ code: 'INVALID_VALUE' });
});
