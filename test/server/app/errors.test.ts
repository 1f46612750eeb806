import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../src/server/api-error.js';
import { at, createFakeApp, headers, JOB, OTHER_JOB } from './fake-app.js';

const ask = async (options: object, changes: Parameters<typeof createFakeApp>[0] = {}) => {
  const { app, calls } = createFakeApp(changes);
  const { statusCode, headers: got, body } = await app.inject({ headers, ...options });
  return { status: statusCode, headers: got, error: JSON.parse(body).error, calls };
};

const json = { ...headers, 'content-type': 'application/json' };

describe('an error', () => {
  test('has the form of the API document', async () => {
    const { status, headers: got, error } = await ask({ url: at(`/job/${OTHER_JOB}/progress`) });
    expect(status).toBe(404);
    expect(got['content-type']).toBe('application/json; charset=utf-8');
    expect(got['x-request-id']).toBe('request-1');
    expect(error).toEqual({
      code: 'JOB_NOT_FOUND',
      message: 'There is no job dd0e8400-e29b-41d4-a716-446655440000.',
      details: [],
      timestamp: '2024-01-20T10:45:33.000Z',
      requestId: 'request-1',
    });
  });

  test('of validation names every field and what is allowed', async () => {
    const { status, error } = await ask({ url: at(`/job/${JOB}/logs?limit=0&level=LOUD`) });
    expect(status).toBe(400);
    expect(error).toMatchObject({
      code: 'VALIDATION_FAILED',
      message: 'level must be one of DEBUG, INFO, WARN, ERROR; it is "LOUD" (and 1 more).',
      details: [
        { field: 'level', message: 'must be one of DEBUG, INFO, WARN, ERROR; it is "LOUD"' },
        { field: 'limit', message: 'must be a whole number from 1 to 10000; it is "0"' },
      ],
    });
  });

  test('names the one of a list that is wrong', async () => {
    const { error } = await ask({ url: at(`/tracking/batch?jobIds=${JOB},abc`) });
    expect(error.details).toEqual([{ field: 'jobIds', message: 'must be a GUID; it is "abc"' }]);
  });

  test('tells twenty problems at most, and shows no more of a value than helps', async () => {
    const wrong = { reportId: '1', type: 'x'.repeat(1_000) };
    const { error } = await ask({
      method: 'POST',
      url: at(`/job/${JOB}/reports`),
      payload: Array.from({ length: 100 }, () => wrong),
    });
    expect(error.details).toHaveLength(20);
    expect(error.details[0]).toEqual({
      field: '0.type',
      message: `must be one of log, stage, progress, activity, sample, milestone, metric, quality, finish; it is "${'x'.repeat(59)}…`,
    });
    expect(error.message).toMatch(/ \(and 99 more\)\.$/);
  });

  test('does not repeat a secret', async () => {
    const { error } = await ask({
      method: 'POST',
      url: at(`/job/${JOB}/subscribe`),
      payload: { subscriptionType: 'websocket', authentication: { type: 'bearer', token: 12345 } },
    });
    expect(error.details).toEqual([{ field: 'authentication.token', message: 'must be a string' }]);
  });
});

describe('what the server refuses', () => {
  test.each([
    [
      'a job id that is no GUID',
      { url: at('/job/7/progress') },
      400,
      'VALIDATION_FAILED',
      'jobId must be a GUID such as cc0e8400-e29b-41d4-a716-446655440000.',
    ],
    [
      'an address that there is not',
      { url: at('/nothing') },
      404,
      'NOT_FOUND',
      'There is nothing at this address.',
    ],
    [
      'an address with a part too long',
      { url: at(`/job/${'x'.repeat(200)}/logs`) },
      404,
      'NOT_FOUND',
      'There is nothing at this address.',
    ],
    [
      'an address that is not well formed',
      { url: '/api/%zz' },
      400,
      'VALIDATION_FAILED',
      'The address of the request is not well formed.',
    ],
    [
      'another kind of body',
      {
        method: 'POST',
        url: at('/jobs'),
        payload: '<a/>',
        headers: { ...headers, 'content-type': 'text/xml' },
      },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'The body of a request has to be JSON, with the header content-type: application/json.',
    ],
    [
      'plain text',
      {
        method: 'POST',
        url: at('/jobs'),
        payload: '{}',
        headers: { ...headers, 'content-type': 'text/plain' },
      },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'The body of a request has to be JSON, with the header content-type: application/json.',
    ],
    [
      'broken JSON',
      { method: 'POST', url: at('/jobs'), payload: '{', headers: json },
      400,
      'VALIDATION_FAILED',
      'The body of the request is not JSON.',
    ],
    [
      'an empty body',
      { method: 'POST', url: at('/jobs'), headers: json },
      400,
      'VALIDATION_FAILED',
      'The body of the request is empty.',
    ],
    ['no body', { method: 'POST', url: at('/jobs') }, 400, 'VALIDATION_FAILED', 'body is missing.'],
    [
      'a body that is no object',
      { method: 'POST', url: at('/jobs'), payload: '7', headers: json },
      400,
      'VALIDATION_FAILED',
      'body must be an object; it is 7.',
    ],
    [
      'keys that reach for prototypes',
      { method: 'POST', url: at('/jobs'), payload: '{"__proto__":{"a":1}}', headers: json },
      400,
      'VALIDATION_FAILED',
      'The body of the request is not JSON.',
    ],
    [
      'a body over 1 MiB',
      { method: 'POST', url: at('/jobs'), payload: { jobName: 'x'.repeat(1_048_577) } },
      413,
      'BODY_TOO_LARGE',
      'The body of the request is too large.',
    ],
    [
      'reports over 4 MiB',
      {
        method: 'POST',
        url: at(`/job/${JOB}/reports`),
        payload: 'x'.repeat(4_194_305),
        headers: json,
      },
      413,
      'BODY_TOO_LARGE',
      'The body of the request is too large.',
    ],
  ] as [string, object, number, string, string][])(
    '%s',
    async (_what, options, expected, code, message) => {
      const { status, error, headers: got } = await ask(options);
      expect({ status, code: error.code, message: error.message }).toEqual({
        status: expected,
        code,
        message,
      });
      expect(got['x-request-id']).toBe(error.requestId);
    },
  );

  test.each(['DELETE', 'PUT', 'PATCH', 'POST', 'OPTIONS'])(
    '%s where there is only GET, and says so',
    async (method) => {
      const {
        status,
        headers: got,
        error,
      } = await ask({ method, url: at(`/job/${JOB}/logs?limit=1`) });
      expect([status, got['allow'], error.code]).toEqual([405, 'GET', 'METHOD_NOT_ALLOWED']);
    },
  );

  test('HEAD, without a body', async () => {
    const { app } = createFakeApp();
    const { statusCode, body } = await app.inject({ method: 'HEAD', url: at('/jobs'), headers });
    expect([statusCode, body]).toEqual([405, '']);
  });
});

describe('a failure of the server', () => {
  const broken = (failure: unknown) => ({
    tracker: {
      register: () => {
        throw failure;
      },
      report: () => {
        throw failure;
      },
      tick: () => {},
    },
  });
  const register = { method: 'POST', url: at('/jobs'), payload: { jobName: 'a' } };

  test('keeps what nobody foresaw to itself, and tells its own log', async () => {
    const failure = new Error('SQLITE_CORRUPT in /home/someone/db');
    const { status, error, calls } = await ask(register, broken(failure));
    expect(status).toBe(500);
    expect(error).toMatchObject({
      code: 'INTERNAL',
      message: 'The server could not answer. Its own log says why, under the id of this request.',
    });
    expect(JSON.stringify(error)).not.toContain('SQLITE');
    expect(calls.failures).toEqual([{ failure, requestId: 'request-1' }]);
  });

  test.each([null, undefined, 'text', 7])('is told also when %j is thrown', async (thrown) => {
    expect((await ask(register, broken(thrown))).status).toBe(500);
  });

  test('that was foreseen says what it is', async () => {
    const full = new ApiError('STORAGE_FULL', 'There is no space left for the database.');
    const { status, error, calls } = await ask(register, broken(full));
    expect(status).toBe(507);
    expect(error).toMatchObject({
      code: 'STORAGE_FULL',
      message: 'There is no space left for the database.',
    });
    expect(calls.failures).toHaveLength(1);
  });

  test('of the caller is not told to the log', async () => {
    const { calls } = await ask(register, broken(new ApiError('JOB_EXISTS', 'It is there.')));
    expect(calls.failures).toEqual([]);
  });
});
