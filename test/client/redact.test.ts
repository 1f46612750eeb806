import { describe, expect, test } from 'vitest';
import { createRedact } from '../../src/client/redact.js';

describe('a secret is hidden', () => {
  const secret = 'a+b/c=d"e\\f&g<h.i';
  test.each([
    ['as it is', `sent ${secret} here`],
    ['as JSON has it', JSON.stringify(`sent ${secret} here`).slice(1, -1)],
    [
      'with every slash escaped',
      `sent ${secret.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('/', '\\/')} here`,
    ],
    [
      'with code points, as servers escape what HTML reads',
      String.raw`sent a\u002Bb/c=d\u0022e\\f\u0026g\u003ch.i here`,
    ],
    ['as an address has it', `sent ${encodeURIComponent(secret)} here`],
    [
      'as an address has it, in small letters',
      `sent ${encodeURIComponent(secret).toLowerCase()} here`,
    ],
    ['as a page has it', 'sent a+b/c=d&quot;e\\f&amp;g&lt;h.i here'],
    ['as a page has it, with numbers', 'sent a&#43;b&#x2F;c=d&#034;e\\f&#38;g&#x3C;h.i here'],
    ['as a host name has it', `sent ${secret.toUpperCase()} here`],
  ])('%s', (_how, text) => {
    expect(createRedact([secret])(text)).toBe('sent *** here');
  });
});

test('a text that only looks like a pattern of the secret stays', () => {
  expect(createRedact(['secret.(a|b)*'])('secretXaaaa')).toBe('secretXaaaa');
});

test('what hides in another secret is not left behind', () => {
  expect(createRedact(['abcdefgh', 'abcdefghijkl', undefined, ''])('abcdefghijkl')).toBe('***');
});

test('a short secret is hidden where it stands alone, so that words stay readable', () => {
  const redact = createRedact(['a1']);
  expect(redact('Bearer a1, "a1", /a1/ but a10 and data1')).toBe(
    'Bearer ***, "***", /***/ but a10 and data1',
  );
});

test('no secret changes nothing', () => {
  expect(createRedact([undefined])('as it is')).toBe('as it is');
});

test('a megabyte takes a moment, also where it is full of beginnings of the secret', () => {
  const redact = createRedact([`${'a%5\\u0061'.repeat(20)}!`]);
  const text = 'a%5\\u0061'.repeat(120_000);
  const startedMs = performance.now();
  expect(redact(text)).toBe(text);
  expect(performance.now() - startedMs).toBeLessThan(3_000);
});
