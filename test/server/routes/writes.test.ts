import { describe, expect, test } from 'vitest';
import { example } from '../../helpers/examples.js';
import { at, createFakeApp, headers, JOB, OTHER_JOB } from '../app/fake-app.js';

const post = async (path: string, payload: object) => {
  const { app, calls } = createFakeApp();
  const answer = await app.inject({ method: 'POST', url: at(path), headers, payload });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json(), calls };
};

describe('registering a job', () => {
  test('makes it known', async () => {
    const { status, headers: got, body, calls } = await post('/jobs', { jobName: 'Nightly' });
    expect([status, got['cache-control']]).toEqual([201, 'no-store']);
    expect(body).toEqual({ jobId: OTHER_JOB, status: 'Running' });
    expect(calls.registered).toEqual([{ jobName: 'Nightly' }]);
  });

  test('again is the same job', async () => {
    expect((await post('/jobs', { jobId: JOB, jobName: 'Nightly' })).status).toBe(200);
  });

  test('takes GUIDs in any case, and keeps them in lower case', async () => {
    const registration = {
      jobName: 'a',
      jobId: OTHER_JOB.toUpperCase(),
      after: [JOB.toUpperCase()],
    };
    const { calls } = await post('/jobs', registration);
    expect(calls.registered).toEqual([{ jobName: 'a', jobId: OTHER_JOB, after: [JOB] }]);
  });

  test('needs a name', async () => {
    const { status, body } = await post('/jobs', { jobType: 'etl' });
    expect(status).toBe(400);
    expect(body.error.details).toEqual([{ field: 'jobName', message: 'is missing' }]);
  });
});

describe('reporting', () => {
  const report = { reportId: 'r1', type: 'progress', percent: 40 };

  test('takes one report', async () => {
    const { status, body, calls } = await post(`/job/${JOB}/reports`, report);
    expect([status, body.accepted]).toEqual([200, 1]);
    expect(calls.reported).toEqual([{ jobId: JOB, reports: [report] }]);
  });

  test('takes many', async () => {
    const reports = Array.from({ length: 1_000 }, (_, index) => ({
      ...report,
      reportId: `r${index}`,
    }));
    const { calls } = await post(`/job/${JOB}/reports`, reports);
    expect(calls.reported[0]?.reports).toHaveLength(1_000);
  });

  test('takes none, as a sign of life', async () => {
    const { status, calls } = await post(`/job/${JOB}/reports`, []);
    expect([status, calls.reported]).toEqual([200, [{ jobId: JOB, reports: [] }]]);
  });

  test('takes a body of up to 4 MiB', async () => {
    const reports = Array.from({ length: 60 }, (_, index) => ({
      reportId: `r${index}`,
      type: 'log',
      message: 'x'.repeat(60_000),
    }));
    expect((await post(`/job/${JOB}/reports`, reports)).status).toBe(200);
  });

  test.each([
    [{ ...report, percent: 101 }, 'percent', 'must be 100 or less; it is 101'],
    [[report, { ...report, percent: '4' }], '1.percent', 'must be a number; it is "4"'],
    [{ type: 'log', message: 'a' }, 'reportId', 'is missing'],
    [
      { reportId: 'a' },
      'type',
      'is missing; it must be one of log, stage, progress, activity, sample, milestone, metric, quality, finish',
    ],
    [
      { reportId: 'a', type: 'finish', status: 'Done' },
      'status',
      'must be one of Completed, Failed, Cancelled; it is "Done"',
    ],
    [
      Array.from({ length: 1_001 }, () => report),
      'body',
      'must have a length of 1000 or less; it is 1001',
    ],
  ])(
    'refuses what is not as its schema says, and names it: %#',
    async (payload, field, message) => {
      const { status, body, calls } = await post(`/job/${JOB}/reports`, payload);
      expect(status).toBe(400);
      expect(body.error.details).toEqual([{ field, message }]);
      expect(calls.reported).toEqual([]);
    },
  );
});

describe('subscribing', () => {
  const asked = example<{ authentication: object }>('ja', 'subscribe-request');

  test('answers as the API document does', async () => {
    const { status, body } = await post(`/job/${JOB}/subscribe`, asked);
    expect(status).toBe(201);
    expect(body).toEqual(example('ja', 'subscribe-response'));
  });

  test('stores what a later event needs, and tells nobody the secret or the token', async () => {
    const { body, calls } = await post(`/job/${JOB}/subscribe`, asked);
    expect(calls.subscriptions).toEqual([
      {
        id: 'sub-123e8400-e29b-41d4-a716-446655440000',
        jobId: JOB,
        type: 'webhook',
        webhookUrl: 'https://your-app.com/webhooks/job-events',
        events: [
          'stageStarted',
          'stageCompleted',
          'progressUpdate',
          'error',
          'warning',
          'jobCompleted',
        ],
        minProgressIncrement: 5,
        includeDebugEvents: false,
        notifyOnErrors: true,
        bearerToken: 'your-webhook-auth-token',
        secret: 'whsec_c2VjcmV0IG9mIHRoZSB0ZXN0IHN1aXRl',
        createdAtMs: Date.parse('2024-01-20T10:45:33Z'),
        expiresAtMs: Date.parse('2024-01-20T18:45:33Z'),
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/whsec|your-webhook-auth-token/);
  });

  test('to a socket needs no address, and is told the one of the socket', async () => {
    const { status, body } = await post(`/job/${JOB}/subscribe`, { subscriptionType: 'websocket' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      websocketUrl: `ws://localhost:80${at(`/job/${JOB}/events`)}?subscriptionId=${body.subscriptionId}`,
      sequence: 41,
    });
    expect(body.eventsSubscribed).toHaveLength(6);
  });

  test('signs with a secret of the caller, where there is one', async () => {
    const secret = `whsec_${'B'.repeat(32)}`;
    const { body, calls } = await post(`/job/${JOB}/subscribe`, { ...asked, secret });
    expect(calls.subscriptions[0]?.secret).toBe(secret);
    expect(JSON.stringify(body)).not.toContain('whsec');
  });

  test.each([
    [{ secret: 'whsec_c2hvcnQ' }, 'secret'],
    [{ secret: `whsec_${'C2'.repeat(16)}=` }, 'secret'],
    [{ secret: 4711_4711 }, 'secret'],
    [{ authentication: { type: 'bearer', token: 'C2 C2' } }, 'authentication.token'],
    [{ authentication: { type: 'bearer', token: 'C2\r\nx-more: 1' } }, 'authentication.token'],
    [{ authentication: { type: 'bearer', token: '' } }, 'authentication.token'],
    [{ authentication: { type: 'bearer', token: 4711_4711 } }, 'authentication.token'],
  ])(
    'refuses a secret or token that no event could be sent with, and repeats neither: %j',
    async (wrong, field) => {
      const { status, body, calls } = await post(`/job/${JOB}/subscribe`, { ...asked, ...wrong });
      expect(status).toBe(400);
      expect(body.error.details).toEqual([{ field, message: expect.stringMatching(/^must be /) }]);
      expect(JSON.stringify(body)).not.toMatch(/C2|c2hv|4711/);
      expect(calls.subscriptions).toEqual([]);
    },
  );

  test.each([
    [{ subscriptionType: 'webhook' }, 'is missing; a webhook needs it'],
    ['http://127.0.0.1:9/', 'must be an address that this server may call: one of the internet'],
    ['http://0xa9fea9fe/', 'must be an address that this server may call: one of the internet'],
    [`https://example.com/${'a'.repeat(2_048)}`, 'must have 2048 characters at most'],
    ['https://localhost/hook', 'must be an address that this server may call: one of the internet'],
    ['ftp://example.com/a', 'must be an http or https address without a user name'],
    ['https://me:secret@example.com/a', 'must be an http or https address without a user name'],
    ['nonsense', 'must be an address such as https://example.com/path; it is "nonsense"'],
  ])('refuses the webhook of %j', async (wrong, message) => {
    const payload =
      typeof wrong === 'string' ? { subscriptionType: 'webhook', webhookUrl: wrong } : wrong;
    const { status, body, calls } = await post(`/job/${JOB}/subscribe`, payload);
    expect(status).toBe(400);
    expect(body.error.details).toEqual([{ field: 'webhookUrl', message }]);
    expect(calls.subscriptions).toEqual([]);
  });

  test('to a job that is not there is refused', async () => {
    const { status } = await post(`/job/${OTHER_JOB}/subscribe`, { subscriptionType: 'websocket' });
    expect(status).toBe(404);
  });
});
