import { describe, expect, test } from 'vitest';
import { example } from '../../helpers/examples.js';
import { at, createFakeApp, headers, JOB } from '../app/fake-app.js';

const get = (changes: object = {}) => {
  const fake = createFakeApp();
  return {
    ...fake,
    ask: async (path: string, more: Record<string, string> = {}) => {
      const answer = await fake.app.inject({
        url: at(path),
        headers: { ...headers, ...more },
        ...changes,
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    },
  };
};

describe('a read', () => {
  test.each(['progress', 'timeline', 'metrics', 'dependencies'])(
    '%s is answered with the body, as it came',
    async (name) => {
      const { status, headers: got, body } = await get().ask(`/job/${JOB}/${name}`);
      expect(status).toBe(200);
      expect(got['content-type']).toBe('application/json; charset=utf-8');
      expect(JSON.parse(body)).toEqual(example('ja', name));
    },
  );

  test('passes on what is asked, and the language of the answer', async () => {
    const { ask, calls } = get();
    const japanese = { 'accept-language': 'ja-JP, en;q=0.5' };
    await ask(`/job/${JOB.toUpperCase()}/progress`, japanese);
    await ask(`/job/${JOB}/timeline?granularity=dakikalar&includeSubEvents=true`, japanese);
    await ask(`/job/${JOB}/metrics?interval=1m&metrics=cpu,disk`);
    await ask(`/job/${JOB}/logs?level=hata&afterSequence=3&limit=5`, japanese);
    await ask(`/tracking/batch?status=Running&refreshInterval=5`, { 'accept-language': 'tr' });
    expect(calls.asked).toEqual([
      ['progress', JOB, 'ja'],
      ['timeline', JOB, { granularity: 'minutes', includeSubEvents: true }, 'ja'],
      ['metrics', JOB, { interval: '1m', metrics: ['cpu', 'disk'] }, 'en'],
      ['logs', JOB, { level: 'ERROR', afterSequence: 3, limit: 5 }],
      ['batch', { status: 'Running', refreshIntervalSeconds: 5 }, 'tr'],
    ]);
  });

  test('takes a list also as a repeated parameter, an empty one as left out, and ignores others', async () => {
    const { ask, calls } = get();
    await ask(`/job/${JOB}/metrics?metrics=cpu&metrics=disk&interval=&_=123`);
    expect(calls.asked).toEqual([['metrics', JOB, { metrics: ['cpu', 'disk'] }, 'en']]);
  });
});

test('progress names the socket of the job, whatever of it the caller has', async () => {
  const { ask } = get();
  const first = await ask(`/job/${JOB}/progress`);
  const again = await ask(`/job/${JOB}/progress`, { 'if-none-match': '*' });
  expect([first, again].map(({ status, headers: { link } }) => [status, link])).toEqual([
    [200, '<events>; rel="events"'],
    [304, '<events>; rel="events"'],
  ]);
  expect((await ask(`/job/${JOB}/timeline`)).headers).not.toHaveProperty('link');
});

describe('a tag', () => {
  test('that is known is answered with 304, and nothing is computed', async () => {
    const { ask, calls } = get();
    const first = await ask(`/job/${JOB}/progress`);
    const tag = String(first.headers['etag']);
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(first.headers['vary']).toBe('Accept-Language');
    const second = await ask(`/job/${JOB}/progress`, { 'if-none-match': tag });
    expect([second.status, second.body, second.headers['etag']]).toEqual([304, '', tag]);
    expect(calls.asked).toHaveLength(1);
  });

  test('is another one after a change', async () => {
    const { ask, change } = get();
    const tag = String((await ask(`/job/${JOB}/progress`)).headers['etag']);
    change();
    expect((await ask(`/job/${JOB}/progress`, { 'if-none-match': tag })).status).toBe(200);
  });

  test('is another one for another question, address, language or format', async () => {
    const { ask } = get();
    const tagOf = async (path: string, more = {}) => (await ask(path, more)).headers['etag'];
    const tags = [
      await tagOf(`/job/${JOB}/progress`),
      await tagOf(`/job/${JOB}/progress`, { 'accept-language': 'tr' }),
      await tagOf(`/job/${JOB}/dependencies`),
      await tagOf(`/job/${JOB}/logs`),
      await tagOf(`/job/${JOB}/logs?limit=5`),
      await tagOf(`/job/${JOB}/logs?limit=5&format=raw`),
      await tagOf('/tracking/batch'),
    ];
    expect(new Set(tags).size).toBe(tags.length);
  });

  test('is the same for the same question in other words', async () => {
    const { ask } = get();
    const one = await ask(`/job/${JOB}/logs?level=WARN&limit=5`);
    const other = await ask(`/job/${JOB.toUpperCase()}/logs?limit=5&level=uyar%C4%B1`);
    expect(other.headers['etag']).toBe(one.headers['etag']);
  });

  test('hides no error: a question that is wrong, or a job that is not there', async () => {
    const { ask } = get();
    const any = { 'if-none-match': '*' };
    expect((await ask(`/job/${JOB}/logs?limit=0`, any)).status).toBe(400);
    expect((await ask('/job/ffffffff-ffff-4fff-8fff-ffffffffffff/logs', any)).status).toBe(404);
    expect((await ask(`/job/${JOB}/logs`, any)).status).toBe(304);
  });
});

describe('what is open', () => {
  test('is the health of the server', async () => {
    const { app } = createFakeApp();
    const { statusCode, headers: got, body } = await app.inject({ url: '/healthz' });
    expect([statusCode, body]).toEqual([200, '{"status":"ok"}']);
    expect(got['cache-control']).toBe('no-store');
  });

  test('is its description, with a tag', async () => {
    const { app } = createFakeApp();
    const first = await app.inject({ url: '/openapi.json' });
    expect(first.json().openapi).toBe('3.1.0');
    const tag = String(first.headers['etag']);
    const second = await app.inject({ url: '/openapi.json', headers: { 'if-none-match': tag } });
    expect([second.statusCode, second.body]).toEqual([304, '']);
  });
});
