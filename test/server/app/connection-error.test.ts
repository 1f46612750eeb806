import { describe, expect, test } from 'vitest';
import { askOverHttp, listen } from '../over-http.js';
import { at, createFakeApp, headers, JOB } from './fake-app.js';

describe('what never becomes a request', () => {
  test('headers that are too large are refused in the same form', async () => {
    const { url } = await listen(createFakeApp().app);
    const answer = await askOverHttp(`${url}/healthz`, {
      headers: { 'x-filler': 'x'.repeat(70_000) },
    });
    expect(answer.status).toBe(431);
    expect(answer.headers['x-request-id']).toBe('request-1');
    expect(JSON.parse(answer.body).error).toMatchObject({
      code: 'HEADERS_TOO_LARGE',
      message: 'The headers of the request are too large.',
      requestId: 'request-1',
    });
  });

  test('a batch of a thousand ids is not', async () => {
    const { url, port } = await listen(createFakeApp().app);
    const ids = Array.from({ length: 1_000 }, () => JOB).join(',');
    const answer = await askOverHttp(`${url}${at(`/tracking/batch?jobIds=${ids}`)}`, {
      headers: { ...headers, host: `localhost:${port}` },
    });
    expect(answer.status).toBe(200);
  });
});
