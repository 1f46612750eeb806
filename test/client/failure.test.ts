import { expect, test } from 'vitest';
import { asFailure } from '../../src/client/failure.js';

const origin = 'https://jobs.example.com';
const withCode = (code: string, cause?: Error): Error =>
  Object.assign(new Error('words', cause === undefined ? {} : { cause }), { code });
const before = { origin, hasHead: false, idleTimeoutMs: 15_000 };
const within = { ...before, hasHead: true };

test.each([
  ['ECONNREFUSED', 'NETWORK', 'BODY_CUT'],
  ['ECONNRESET', 'NETWORK', 'BODY_CUT'],
  ['UND_ERR_SOCKET', 'NETWORK', 'BODY_CUT'],
  ['HPE_INVALID_CHUNK_SIZE', 'NETWORK', 'BODY_CUT'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'NETWORK', 'BODY_CUT'],
  ['Z_BUF_ERROR', 'NETWORK', 'BODY_CUT'],
  ['Z_DATA_ERROR', 'NETWORK', 'BODY_NOT_UNDERSTOOD'],
  ['UND_ERR_HEADERS_TIMEOUT', 'IDLE', 'IDLE'],
  ['UND_ERR_BODY_TIMEOUT', 'IDLE', 'IDLE'],
  ['CERT_HAS_EXPIRED', 'NETWORK', 'NETWORK'],
  ['UND_ERR_INVALID_ARG', 'INTERNAL', 'INTERNAL'],
])('%s is %s before the head of an answer and %s after it', (code, early, late) => {
  expect(asFailure(withCode(code), before).code).toBe(early);
  expect(asFailure(withCode(code), within).code).toBe(late);
});

test("the system's own word is the reason, not undici's", () => {
  const error = withCode('UND_ERR_SOCKET', withCode('ECONNRESET'));
  expect(asFailure(error, before).facts).toEqual({ origin, reason: 'ECONNRESET', attempts: 1 });
});

test('a proxy that refuses is named with its status', () => {
  const error = Object.assign(new Error('Proxy response (407) !== 200 when HTTP Tunneling'), {
    code: 'UND_ERR_ABORTED',
  });
  expect(asFailure(error, before).facts).toMatchObject({ reason: 'the proxy answered 407' });
});

test('a mistake in the program is not blamed on the network', () => {
  const error = asFailure(new TypeError('x is not a function'), within);
  expect([error.code, error.facts]).toEqual(['INTERNAL', { reason: 'x is not a function' }]);
});
