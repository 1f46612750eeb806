import { expect, test } from 'vitest';
import { ApiError, type ApiErrorCode } from '../../src/server/api-error.js';
import { promise } from '../helpers/promise.js';
import { at, createFakeApp, JOB, OTHER_JOB } from './app/fake-app.js';
import { type Asked, openSession, type Session } from './checked-session.js';
import { type HttpAnswer, OPENING } from './over-http.js';
import { createRealApp } from './real-app.js';

const reads = (jobId: string): string[] =>
  [
    `/job/${jobId}/progress`,
    `/job/${jobId}/logs`,
    `/job/${jobId}/logs?level=DEBUG&limit=3`,
    `/job/${jobId}/logs?level=hata&fromTime=2024-01-20&toTime=2030-01-01T00:00:00Z`,
    `/job/${jobId}/logs?afterSequence=2&limit=10000`,
    `/job/${jobId}/logs?format=raw&level=DEBUG`,
    `/job/${jobId}/timeline`,
    `/job/${jobId}/timeline?includeSubEvents=true&granularity=seconds&afterSequence=1`,
    `/job/${jobId}/timeline?granularity=major_events`,
    `/job/${jobId}/metrics`,
    `/job/${jobId}/metrics?interval=1m&metrics=cpu,memory&includeHistory=true`,
    `/job/${jobId}/metrics?interval=15m&metrics=disk,network,throughput`,
    `/job/${jobId}/dependencies`,
    '/tracking/batch',
    `/tracking/batch?jobIds=${jobId}&includeMetrics=true&refreshInterval=5`,
    '/tracking/batch?status=Running&submittedBy=ada',
  ].map(at);

/** Asks everything about a job in each language, and again with the tag that it was answered with. */
async function readAll({ ask, violations }: Session, jobId: string): Promise<void> {
  for (const path of reads(jobId)) {
    for (const language of ['en', 'tr', 'ja']) {
      const answer = await ask(path, { headers: { 'accept-language': language } });
      if (answer.status !== 200) violations.push(`${path}: ${answer.status} ${answer.body}`);
      violations.push(...nullsOf(path, answer));
      const again = await ask(path, {
        headers: { 'accept-language': language, 'if-none-match': String(answer.headers['etag']) },
      });
      if (again.status !== 304) violations.push(`${path}: ${again.status} for a known tag`);
    }
  }
}

/** What is not known is left out: the one null of the API is the end of a timeline that goes on. */
function nullsOf(path: string, { headers, body }: HttpAnswer): string[] {
  if (!String(headers['content-type']).startsWith('application/json')) return [];
  const found: string[] = [];
  JSON.parse(body, (key, value) => {
    if (value === null && key !== 'endTime' && key !== REPORTED_NULL) found.push(`${path}: ${key}`);
    return value;
  });
  return found;
}

/** A key of the details that this test reports. */
const REPORTED_NULL = 'reportedNull';

const post = (body: unknown): Asked => ({ method: 'POST', body });

const early = [
  { type: 'stage', stageName: 'Load', totalRecords: 200 },
  {
    type: 'log',
    level: 'bilgi',
    component: 'Loader',
    message: 'start',
    details: { a: [1, { [REPORTED_NULL]: null }] },
  },
  { type: 'activity', component: 'Loader', operation: 'Reading', details: 'part 1' },
  { type: 'progress', records: 50 },
  {
    type: 'sample',
    cpuPercent: 55.5,
    memoryBytes: 1e9,
    diskReadBytes: 1e6,
    diskWriteBytes: 2e6,
    networkInBytes: 10,
    networkOutBytes: 20,
    connections: 3,
    processes: 2,
  },
  { type: 'log', level: 'WARN', message: 'slow disk\nsecond line' },
  { type: 'metric', key: 'files', value: 12 },
  { type: 'metric', key: 'source', value: 's3' },
];

const late = [
  { type: 'progress', records: 150 },
  { type: 'sample', cpuPercent: 40, memoryBytes: 1.2e9, diskReadBytes: 5e6, diskWriteBytes: 3e6 },
  { type: 'milestone', message: 'Half of it', details: { records: 150 } },
  { type: 'quality', dataQualityScore: 99.1, validationsPassed: 10, validationsFailed: 1 },
  { type: 'stage', stageName: 'Transform', expectedDurationMs: 60_000 },
  { type: 'log', level: 'ERROR', stage: 'Transform', message: 'a row was left out' },
  { type: 'progress', percent: 42 },
  { type: 'stage', stageName: 'Load', state: 'completed' },
];

const numbered = (reports: object[], from: number): object[] =>
  reports.map((report, index) => ({ reportId: `r${from + index}`, ...report }));

/** A job from its registration to its end, a second one that waits for it, and everything that can be read of both. */
async function liveThrough(session: Session, advance: (durationMs: number) => void): Promise<void> {
  const { ask } = session;
  const nightly = {
    jobId: JOB,
    jobName: 'Nightly',
    jobType: 'etl',
    priority: 'Yüksek',
    submittedBy: 'ada',
  };
  const reports = at(`/job/${JOB}/reports`);
  await ask(at('/tracking/batch'));
  await ask(
    at('/jobs'),
    post({ ...nightly, memoryLimitBytes: 4e9, cpuCores: 4, heartbeatSeconds: 60 }),
  );
  await ask(
    at('/jobs'),
    post({ jobId: OTHER_JOB, jobName: 'Report', jobType: 'report', after: [JOB] }),
  );
  await readAll(session, JOB);
  await ask(reports, post(numbered(early, 0)));
  await ask(reports, post(numbered(early, 0)));
  advance(20_000);
  await readAll(session, JOB);
  await ask(reports, post(numbered(late, 100)));
  await ask(
    reports,
    post({ reportId: 'one', type: 'log', message: 'alone', time: '2024-01-20T10:45:40Z' }),
  );
  await ask(reports, post([]));
  advance(20_000);
  await ask(
    at(`/job/${JOB}/subscribe`),
    post({
      subscriptionType: 'webhook',
      webhookUrl: 'https://example.com/hook',
      events: ['error'],
      filters: { minProgressIncrement: 5 },
      authentication: { type: 'bearer', token: 't' },
    }),
  );
  const socket = await ask(
    at(`/job/${OTHER_JOB}/subscribe`),
    post({ subscriptionType: 'websocket' }),
  );
  await ask(at(`/job/${JOB}/subscriptions`));
  const { subscriptionId } = JSON.parse(socket.body);
  await ask(at(`/job/${OTHER_JOB}/subscriptions/${subscriptionId}`), { method: 'DELETE' });
  await readAll(session, JOB);
  await readAll(session, OTHER_JOB);
  await ask(reports, post({ reportId: 'end', type: 'finish', status: 'Completed', exitCode: 0 }));
  await readAll(session, JOB);
  await readAll(session, OTHER_JOB);
  await ask(
    at(`/job/${OTHER_JOB}/reports`),
    post({ reportId: 'end', type: 'finish', status: 'Failed', exitCode: 3, reason: 'no space' }),
  );
  await readAll(session, OTHER_JOB);
  const { body } = await ask(at(`/job/${JOB}/subscribe`), post({ subscriptionType: 'websocket' }));
  const query = `?subscriptionId=${JSON.parse(body).subscriptionId}&afterSequence=0`;
  await ask(at(`/job/${JOB}/events`), { headers: OPENING });
  await ask(at(`/job/${JOB}/events${query}`), { headers: OPENING });
  await ask('/healthz');
  await ask('/openapi.json', { headers: { 'if-none-match': '*' } });
  await ask('/openapi.json');
}

/** Everything that can be wrong with a request, on every operation. */
async function goWrong({ ask, checker, violations }: Session): Promise<void> {
  const gone = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
  const expected: [number, string, Asked?][] = [
    [409, at(`/job/${JOB}/reports`), post({ reportId: 'late', type: 'log', message: 'x' })],
    [409, at('/jobs'), post({ jobId: JOB, jobName: 'Another' })],
    [400, at('/jobs'), post({ jobName: 'a', priority: 'Urgent!' })],
    [400, at('/jobs'), post({ jobName: 'a', after: [gone] })],
    [400, at('/jobs'), { method: 'POST', text: '{' }],
    [413, at('/jobs'), post({ jobName: 'x'.repeat(1_100_000) })],
    [413, at(`/job/${JOB}/reports`), { method: 'POST', text: `"${'x'.repeat(4_300_000)}"` }],
    [415, at('/jobs'), { method: 'POST', text: 'a=1', headers: { 'content-type': 'text/plain' } }],
    [400, at(`/job/${JOB}/subscribe`), post({ subscriptionType: 'webhook' })],
    [404, at(`/job/${gone}/subscribe`), post({ subscriptionType: 'websocket' })],
    [404, at(`/job/${gone}/subscriptions`)],
    [404, at(`/job/${JOB}/subscriptions/gone`), { method: 'DELETE' }],
    [400, at('/job/7/subscriptions/gone'), { method: 'DELETE' }],
    [404, at(`/job/${gone}/reports`), post([])],
    ...reads(gone)
      .filter((path) => path.includes('/job/'))
      .map((path): [number, string] => [404, path]),
    ...reads('7').map((path): [number, string] => [path.includes('7') ? 400 : 200, path]),
    [426, at(`/job/${JOB}/events`)],
    [426, at(`/job/${JOB}/events`), { headers: { ...OPENING, 'sec-websocket-version': '7' } }],
    [404, at(`/job/${gone}/events`), { headers: OPENING }],
    [404, at(`/job/${JOB}/events?subscriptionId=gone`), { headers: OPENING }],
    [400, at(`/job/${JOB}/events?afterSequence=x`), { headers: OPENING }],
    [400, at(`/job/${JOB}/events`), { headers: { ...OPENING, 'sec-websocket-key': 'x' } }],
    [401, at(`/job/${JOB}/events`), { headers: { ...OPENING, authorization: '' } }],
    [403, at(`/job/${JOB}/events`), { headers: { ...OPENING, origin: 'null' } }],
    [421, at(`/job/${JOB}/events`), { headers: { ...OPENING, host: 'evil.example' } }],
    [400, at('/tracking/batch?status=Lost')],
    [404, at(`/job/${JOB}/progress`).replace(/\/api\/./, '/api/9')],
    [403, '/healthz', { headers: { origin: 'http://evil.example' } }],
    [421, '/openapi.json', { headers: { host: 'evil.example' } }],
    [431, '/healthz', { headers: { 'x-filler': 'x'.repeat(70_000) } }],
    ...[...reads(JOB), at('/jobs'), at(`/job/${JOB}/reports`), at(`/job/${JOB}/subscribe`)].flatMap(
      (path): [number, string, Asked][] => {
        const method = /jobs$|reports$|subscribe$/.test(path) ? 'POST' : 'GET';
        return [
          [401, path, { method, headers: { authorization: 'Bearer wrong' } }],
          [403, path, { method, headers: { origin: 'null' } }],
          [421, path, { method, headers: { host: 'evil.example' } }],
          [431, path, { method, headers: { 'x-filler': 'x'.repeat(70_000) } }],
        ];
      },
    ),
  ];
  for (const [status, path, asked] of expected) {
    const answer = await ask(path, asked);
    if (answer.status !== status)
      violations.push(`${status} expected: ${path} ${answer.status} ${answer.body}`);
  }
  const unhit = checker.all.filter((id) => !checker.hit.has(id));
  violations.push(...unhit.map((id) => `${id} was never answered`));
}

promise(
  'V9',
  'The server says and takes what its OpenAPI document says, and nothing else',
  { full: 1, quick: 1 },
  async ({ fail }) => {
    const { app, clock } = createRealApp();
    const session = await openSession(app);
    await liveThrough(session, clock.advance);
    await goWrong(session);
    for (const violation of new Set(session.violations)) fail(violation);
    return [...session.statuses.values()].reduce((sum, count) => sum + count, 0);
  },
);

test.each([
  ['INTERNAL', 500],
  ['UNAVAILABLE', 503],
  ['STORAGE_FULL', 507],
] as [ApiErrorCode, number][])(
  'a failure of the server is documented: %s',
  async (code, status) => {
    const broken = (): never => {
      throw new ApiError(code, 'It is broken.');
    };
    const tracker = { register: broken, report: broken, tick: broken };
    const { ask, violations } = await openSession(createFakeApp({ tracker }).app);
    expect((await ask(at('/jobs'), post({ jobName: 'a' }))).status).toBe(status);
    expect((await ask(at(`/job/${JOB}/reports`), post([]))).status).toBe(status);
    expect(violations).toEqual([]);
  },
);

test('a request that takes too long is documented', async () => {
  const limits = { headersMs: 50, requestMs: 100, checkEveryMs: 20 };
  const { ask, violations } = await openSession(createFakeApp({ limits }).app);
  const promised = { 'content-length': '1000', 'content-type': 'application/json' };
  const answer = await ask(at('/jobs'), { method: 'POST', text: '{', headers: promised });
  expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([408, 'REQUEST_TIMEOUT']);
  expect(violations).toEqual([]);
});
