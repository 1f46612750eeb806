import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBaseUrl, requestUrl } from '../../src/client/request-url.js';

describe('a base address', () => {
  test.each([
    ['https://jobs.example.com', 'https://jobs.example.com/api/x'],
    ['https://jobs.example.com/', 'https://jobs.example.com/api/x'],
    ['https://example.com/tools/jobs', 'https://example.com/tools/jobs/api/x'],
    ['https://example.com/tools/jobs//', 'https://example.com/tools/jobs/api/x'],
    ['http://[::1]:8080', 'http://[::1]:8080/api/x'],
    ['HTTP://Example.COM:80', 'http://example.com/api/x'],
  ])('%s keeps its path', (base, expected) => {
    expect(requestUrl(parseBaseUrl(base), '/api/x').href).toBe(expected);
  });

  test.each([
    ['jobs.example.com', 'jobs.example.com'],
    ['localhost:3000', 'localhost:3000'],
    ['', ''],
    ['file:///etc/passwd', 'file:///etc/passwd'],
    ['ws://jobs.example.com', 'ws://jobs.example.com'],
    ['https://user:pw@jobs.example.com', 'https://***@jobs.example.com'],
    ['https://user:p/w@jobs.example.com', 'https://***@jobs.example.com'],
    ['user:pw@jobs.example.com', '***@jobs.example.com'],
    ['https://jobs.example.com/?token=abc', 'https://jobs.example.com/?***'],
    ['https://jobs.example.com/?', 'https://jobs.example.com/?'],
    ['https://jobs.example.com#abc', 'https://jobs.example.com#***'],
  ])('%s is refused, and what may be secret in it is not shown', (text, shown) => {
    expect(() => parseBaseUrl(text)).toThrow(
      expect.objectContaining({
        code: 'INVALID_VALUE',
        facts: { name: 'url', value: shown, allowed: { kind: 'url' } },
      }),
    );
  });
});

describe('a query', () => {
  const base = parseBaseUrl('http://example.com');

  test('leaves out what is not set', () => {
    expect(requestUrl(base, '/x', { a: undefined, b: '', c: [], d: 0, e: false }).search).toBe(
      '?d=0&e=false',
    );
  });

  test('any value arrives as it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const { searchParams } = requestUrl(base, '/x', { value });
        expect(searchParams.get('value')).toBe(value);
      }),
    );
  });
});
