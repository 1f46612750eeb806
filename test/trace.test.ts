import { expect, test } from 'vitest';
import { traceLine } from '../src/trace.js';

const first = { method: 'GET', url: 'https://x.test/api', attempt: 1, durationMs: 41.6 };

test('an answer is one line with its size and id', () => {
  expect(traceLine({ ...first, status: 200, bytes: 1234, requestId: 'req-1' })).toBe(
    '> GET https://x.test/api -> 200 in 42 ms, 1234 bytes, request id req-1',
  );
});

test('a failed attempt says why, and when the next one is', () => {
  expect(traceLine({ ...first, attempt: 2, failure: 'ECONNREFUSED', retryInMs: 812.3 })).toBe(
    '> GET https://x.test/api -> ECONNREFUSED in 42 ms, attempt 2, next in 812 ms',
  );
});
