import { MockAgent } from 'undici';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../src/client/create-client.js';
import type { SubscribeRequest } from '../../src/contract/index.js';
import { exampleLanguages, exampleText } from '../helpers/examples.js';
import { answerJson, startServer } from '../helpers/http-server.js';
import {
  API,
  everyMethod,
  JOB,
  PROJECT,
  rejection,
  TENANT,
  testClient,
  textOf,
} from '../helpers/test-client.js';

const progress = { overallProgress: { percentage: 85 } };

describe('the seven endpoints', () => {
  test('progress is one GET with the token as a bearer token', async () => {
    const server = await startServer(answerJson(progress));
    await testClient(server.url, { token: 'secret-1', language: 'tr' }).progress(JOB);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: `${API}/job/${JOB}/progress`,
      body: '',
    });
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer secret-1',
      accept: 'application/json',
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': 'tr',
      'user-agent': 'jobtrack',
    });
  });

  test('without a token there is no Authorization header', async () => {
    const server = await startServer(answerJson(progress));
    await testClient(server.url).progress(JOB);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  test('logs sends its parameters under their own names', async () => {
    const server = await startServer(answerJson({ logs: [] }));
    const params = {
      level: 'WARN',
      fromTime: '2024-01-20T10:30:00+03:00',
      limit: 50,
      afterSequence: 7,
    } as const;
    await testClient(server.url).logs(JOB, params);
    expect(server.requests[0]?.path).toBe(
      `${API}/job/${JOB}/logs?level=WARN&fromTime=2024-01-20T10%3A30%3A00%2B03%3A00&limit=50&afterSequence=7`,
    );
  });

  test('timeline, metrics and dependencies send theirs', async () => {
    const body = { timeline: [], currentMetrics: {}, dependencies: {} };
    const server = await startServer(answerJson(body));
    const client = testClient(server.url);
    await client.timeline(JOB, { includeSubEvents: true, granularity: 'major_events' });
    await client.metrics(JOB, {
      interval: '15m',
      metrics: ['cpu', 'memory'],
      includeHistory: true,
    });
    await client.dependencies(JOB);
    expect(server.requests.map(({ path }) => path.slice(API.length))).toEqual([
      `/job/${JOB}/timeline?includeSubEvents=true&granularity=major_events`,
      `/job/${JOB}/metrics?interval=15m&metrics=cpu%2Cmemory&includeHistory=true`,
      `/job/${JOB}/dependencies`,
    ]);
  });

  test('batch names its jobs with commas, and the interval as the API does', async () => {
    const server = await startServer(answerJson({ jobs: [] }));
    await testClient(server.url).batch({
      jobIds: [JOB, TENANT],
      status: 'Running',
      submittedBy: 'Ayşe Kaya',
      includeMetrics: true,
      refreshIntervalSeconds: 5,
    });
    expect(server.requests[0]?.path).toBe(
      `${API}/tracking/batch?jobIds=${JOB}%2C${TENANT}&status=Running&submittedBy=Ay%C5%9Fe%20Kaya&includeMetrics=true&refreshInterval=5`,
    );
  });

  test('subscribe posts its request as JSON and takes 201 as well as 200', async () => {
    const server = await startServer(answerJson({ subscriptionId: 'sub-1' }, 201));
    const request = JSON.parse(exampleText('ja', 'subscribe-request')) as SubscribeRequest;
    const { body } = await testClient(server.url).subscribe(JOB, request);
    expect(body.subscriptionId).toBe('sub-1');
    expect(server.requests[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(request);
  });

  test('rawLogs is the text byte for byte', async () => {
    const text = '10:30:15 INFO başladı\r\n10:30:16 WARN 警告\u001b[31m\n';
    const server = await startServer((_request, response) => {
      response.setHeader('content-type', 'text/plain');
      response.end(text);
    });
    const { body } = await testClient(server.url).rawLogs(JOB, { level: 'DEBUG' });
    expect(await textOf(body)).toBe(text);
    expect(server.requests[0]?.path).toBe(`${API}/job/${JOB}/logs?level=DEBUG&format=raw`);
    expect(server.requests[0]?.headers.accept).toBe('text/plain');
  });

  test.each(exampleLanguages)(
    'every example body in %s comes back as it was sent',
    async (language) => {
      const names: Record<string, string> = { logPages: 'logs', subscribe: 'subscribe-response' };
      for (const [method, ask] of Object.entries(everyMethod).filter(
        ([name]) => name !== 'rawLogs',
      )) {
        const text = exampleText(language, names[method] ?? method);
        const server = await startServer((_request, response) => response.end(text));
        const result = (await ask(testClient(server.url))) as {
          body?: unknown;
          value?: { answer: { body: unknown } };
        };
        expect(result.body ?? result.value?.answer.body).toEqual(JSON.parse(text));
      }
    },
  );
});

describe('the answer', () => {
  test('has the time by the server, with the age that a cache adds, and the id of the request', async () => {
    const headers = { date: 'Sat, 20 Jan 2024 10:45:33 GMT', age: '7', 'x-request-id': 'req-9' };
    const server = await startServer(answerJson(progress, 200, headers));
    const answer = await testClient(server.url).progress(JOB);
    expect(answer.serverTimeMs).toBe(Date.parse('2024-01-20T10:45:40Z'));
    expect(answer.requestId).toBe('req-9');
  });

  test('is taken out of an envelope', async () => {
    const server = await startServer(answerJson({ data: progress, metadata: { took: 3 } }));
    expect((await testClient(server.url).progress(JOB)).body).toEqual(progress);
  });

  test('keeps unknown fields, also one that is called data', async () => {
    const body = { ...progress, data: { overallProgress: 'other' }, ünknown: [1, { a: null }] };
    const server = await startServer(answerJson(body));
    expect((await testClient(server.url).progress(JOB)).body).toEqual(body);
  });
});

describe('before any request', () => {
  const base = { url: 'http://127.0.0.1:1', tenantId: TENANT, projectId: PROJECT };

  test.each([
    ['url', { ...base, url: 'ftp://jobs.example.com' }],
    ['url', { ...base, url: 'https://user:pw@jobs.example.com' }],
    ['tenantId', { ...base, tenantId: 'acme' }],
    ['projectId', { ...base, projectId: '../../admin' }],
    ['token', { ...base, token: 'two words' }],
    ['timeoutMs', { ...base, timeoutMs: 0 }],
    ['retries', { ...base, retries: -1 }],
    ['retries', { ...base, retries: 1.5 }],
    ['maxBodyBytes', { ...base, maxBodyBytes: Number.NaN }],
  ])('an impossible %s is refused', (name, options) => {
    expect(() => createClient(options)).toThrow(
      expect.objectContaining({ code: 'INVALID_VALUE', facts: expect.objectContaining({ name }) }),
    );
  });

  test('a token that is refused is not shown', () => {
    expect(() => createClient({ ...base, token: 'secret\nword' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });

  test('a job id that is no GUID is refused', async () => {
    const client = testClient(base.url);
    const error = await rejection(client.logs('job-42'));
    expect(error).toMatchObject({
      code: 'INVALID_VALUE',
      facts: { name: 'jobId', value: 'job-42', allowed: { kind: 'guid' } },
    });
    expect(await rejection(client.batch({ jobIds: [JOB, 'x'] }))).toMatchObject({
      facts: { name: 'jobIds', value: 'x' },
    });
  });
});

describe('the caller', () => {
  test.each(Object.entries(everyMethod))(
    '%s rejects with the reason of its signal, before and during a request',
    async (_name, ask) => {
      const stop = new Error('stop');
      let arrived = (): void => {};
      const server = await startServer(() => arrived());
      const client = testClient(server.url);
      expect(await rejection(ask(client, AbortSignal.abort(stop)))).toBe(stop);
      expect(server.requests).toHaveLength(0);
      const controller = new AbortController();
      arrived = () => controller.abort(stop);
      expect(await rejection(ask(client, controller.signal))).toBe(stop);
      expect(server.requests).toHaveLength(1);
    },
  );

  test('is told that the connections are closed when it goes on asking', async () => {
    const server = await startServer((_request, response) => response.end('{"jobs":[]}'));
    const client = testClient(server.url);
    await client.batch();
    await client.close();
    const error = await rejection(client.batch());
    expect(error).toMatchObject({ code: 'NETWORK', facts: { reason: 'UND_ERR_DESTROYED' } });
  });

  test('can hand in its own connection, which is not closed with the client', async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    const path = `${API}/job/${JOB}/progress`;
    agent.get('http://jobs.test').intercept({ path }).reply(200, progress).times(2);
    const client = testClient('http://jobs.test', { dispatcher: agent });
    expect((await client.progress(JOB)).body).toEqual(progress);
    await client.close();
    expect(
      (await agent.request({ origin: 'http://jobs.test', path, method: 'GET' })).statusCode,
    ).toBe(200);
    agent.assertNoPendingInterceptors();
    await agent.close();
  });

  test('is told of every attempt', async () => {
    let count = 0;
    const server = await startServer((_request, response) => {
      count += 1;
      response.setHeader('x-request-id', `req-${count}`);
      response.writeHead(count === 1 ? 503 : 200).end(JSON.stringify(progress));
    });
    const traces: unknown[] = [];
    const client = testClient(server.url, {
      random: () => 0.5,
      clock: { now: () => 5, sleep: async () => {} },
      onTrace: (trace) => traces.push(trace),
    });
    await client.progress(JOB);
    const url = `${server.url}${API}/job/${JOB}/progress`;
    expect(traces).toEqual([
      {
        method: 'GET',
        url,
        attempt: 1,
        durationMs: 0,
        status: 503,
        requestId: 'req-1',
        retryInMs: 500,
      },
      { method: 'GET', url, attempt: 2, durationMs: 0, status: 200, requestId: 'req-2', bytes: 37 },
    ]);
  });
});
