import { describe, expect, test } from 'vitest';
import { answerJson, startServer } from '../helpers/http-server.js';
import { API, JOB, rejection, testClient } from '../helpers/test-client.js';

const said = { error: { code: 'X', message: 'because', requestId: 'req-7' } };

describe('a status becomes one error with status and request id', () => {
  test.each([
    [400, 'REQUEST_REFUSED', { status: 400, detail: 'because' }],
    [409, 'REQUEST_REFUSED', { status: 409, detail: 'because' }],
    [413, 'REQUEST_REFUSED', { status: 413, detail: 'because' }],
    [422, 'REQUEST_REFUSED', { status: 422, detail: 'because' }],
    [401, 'UNAUTHENTICATED', { tokenSent: true, detail: 'because' }],
    [403, 'FORBIDDEN', { detail: 'because' }],
    [404, 'NOT_FOUND', { path: `${API}/job/${JOB}/progress`, jobId: JOB, detail: 'because' }],
    [429, 'RATE_LIMITED', { attempts: 1 }],
    [500, 'SERVER_ERROR', { status: 500, detail: 'because', attempts: 1 }],
    [501, 'SERVER_ERROR', { status: 501, detail: 'because', attempts: 1 }],
    [410, 'UNEXPECTED_STATUS', { status: 410, detail: 'because' }],
    [304, 'UNEXPECTED_STATUS', { status: 304 }],
    [302, 'UNEXPECTED_STATUS', { status: 302, detail: 'because' }],
  ])('%i is %s', async (status, code, facts) => {
    const server = await startServer(answerJson(said, status));
    const error = await rejection(
      testClient(server.url, { token: 'secret', retries: 0 }).progress(JOB),
    );
    expect(error).toMatchObject({
      code,
      status,
      facts,
      ...(status === 304 ? {} : { requestId: 'req-7' }),
    });
  });

  test('a 401 without a token says that none was sent', async () => {
    const server = await startServer(answerJson({}, 401));
    expect(await rejection(testClient(server.url).progress(JOB))).toMatchObject({
      facts: { tokenSent: false },
    });
  });

  test('a 404 that is a web page is about the address, not about the job', async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Not here</title>');
    });
    const error = await rejection(testClient(server.url).progress(JOB));
    expect(error).toMatchObject({
      facts: { path: `${API}/job/${JOB}/progress`, detail: 'Not here' },
    });
    expect(error).not.toMatchObject({ facts: { jobId: JOB } });
  });

  test.each(['x-request-id', 'x-correlation-id', 'request-id'])(
    'the id may stand in %s',
    async (name) => {
      const server = await startServer(answerJson({ error: 'no' }, 400, { [name]: 'req-8' }));
      expect(await rejection(testClient(server.url).progress(JOB))).toMatchObject({
        requestId: 'req-8',
      });
    },
  );

  test('a long explanation is cut at 500 characters', async () => {
    const server = await startServer(answerJson({ error: 'x'.repeat(9_000) }, 400));
    const error = await rejection(testClient(server.url).progress(JOB));
    expect(error).toMatchObject({ facts: { detail: `${'x'.repeat(499)}…` } });
  });
});

describe('a token that a server sends back is never shown', () => {
  const token = 'sk/live+0123456789=';

  test.each([
    ['a sentence', { error: `bad token ${token}` }, {}],
    ['a sentence that is cut', { error: `${'x'.repeat(490)}${token}` }, {}],
    ['details', { error: { message: 'no', details: { sent: `Bearer ${token}` } } }, {}],
    ['the form of an address', { error: `?t=${encodeURIComponent(token)}` }, {}],
    ['the id of the request', { error: { message: 'no', requestId: token } }, {}],
    ['a header', { error: 'no' }, { 'x-request-id': token }],
    ['an id that is cut', { error: { requestId: `${'x'.repeat(490)}${token}` } }, {}],
    ['a header that is cut', { error: 'no' }, { 'x-request-id': `${'x'.repeat(190)}${token}` }],
  ])('in %s', async (_where, body, headers) => {
    const server = await startServer(answerJson(body, 400, headers));
    const traces: unknown[] = [];
    const client = testClient(server.url, { token, onTrace: (trace) => traces.push(trace) });
    const error = (await rejection(client.progress(JOB))) as Error & { facts: object };
    const shown = JSON.stringify([
      error.message,
      error.stack,
      error.facts,
      { ...error },
      String(error.cause),
      traces,
    ]);
    expect(shown).not.toMatch(/sk\/live|sk%2Flive|0123456789/);
  });

  test.each([
    ['the keys of a body that is not understood', `{"${token}":1}`],
    ['the title of a page', `<html><title>${token}</title>`],
  ])('in %s', async (_where, text) => {
    const server = await startServer((_request, response) => response.end(text));
    const error = (await rejection(testClient(server.url, { token }).progress(JOB))) as Error;
    expect(error.message).toContain('***');
    expect(`${error.message}${String(error.cause)}`).not.toContain('0123456789');
  });

  test('nor is the token for a webhook', async () => {
    const server = await startServer(answerJson({ error: 'the token hook-secret-1 is weak' }, 400));
    const authentication = { type: 'bearer', token: 'hook-secret-1' } as const;
    const error = await rejection(
      testClient(server.url).subscribe(JOB, { subscriptionType: 'webhook', authentication }),
    );
    expect(error).toMatchObject({ facts: { detail: 'the token *** is weak' } });
  });
});

describe('a success that is not the thing', () => {
  test.each([
    ['a web page', '<html><title>Sign in</title>', 'a web page titled "Sign in"'],
    ['text', 'OK', 'text that is not JSON'],
    ['nothing', '', 'an empty body'],
  ])('%s is an error that says what was found', async (_what, text, found) => {
    const server = await startServer((_request, response) => response.end(text));
    const error = await rejection(testClient(server.url).batch());
    expect(error).toMatchObject({
      code: 'BODY_NOT_UNDERSTOOD',
      facts: { expected: 'a list of tracked jobs', found },
    });
  });

  test.each([
    ['text/html; charset=utf-8', 'a web page'],
    ['application/json', 'JSON'],
  ])('%s instead of a raw log is one too', async (type, found) => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': type }).end('{}');
    });
    const error = await rejection(testClient(server.url).rawLogs(JOB));
    expect(error).toMatchObject({
      code: 'BODY_NOT_UNDERSTOOD',
      facts: { expected: "a job's log as text", found },
    });
  });

  test('a byte order mark before JSON is no matter', async () => {
    const server = await startServer((_request, response) => response.end('\uFEFF{"jobs":[]}'));
    expect((await testClient(server.url).batch()).body).toEqual({ jobs: [] });
  });
});

test('200 errors and 200 redirects need no more than two connections: every body is read or cancelled', async () => {
  const server = await startServer(({ path }, response) => {
    if (path.endsWith('/progress')) response.writeHead(307, { location: `${path}/there` });
    else response.writeHead(503, { 'content-type': 'text/plain' });
    response.end('no '.repeat(10_000));
  });
  const client = testClient(server.url, { retries: 0 });
  for (let count = 0; count < 200; count += 1) await rejection(client.progress(JOB));
  expect(server.requests).toHaveLength(400);
  // undici may open a second one where the next request comes in the turn in which a body ends.
  expect(server.connections).toBeLessThanOrEqual(2);
});

test('errors and redirects with endless bodies leave no connection open', async () => {
  const server = await startServer(({ path }, response) => {
    if (path.endsWith('/progress')) response.writeHead(307, { location: `${path}/there` });
    else response.writeHead(500);
    response.write('no '.repeat(100_000));
  });
  const client = testClient(server.url, { retries: 0 });
  for (let count = 0; count < 20; count += 1) await rejection(client.progress(JOB));
  await expect.poll(() => server.openConnections).toBe(0);
});
