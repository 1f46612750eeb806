import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readErrorDetail } from '../../src/client/error-detail.js';

const read = (body: unknown, contentType = 'application/json') =>
  readErrorDetail(JSON.stringify(body), contentType);

describe('the sentence of', () => {
  test.each([
    [
      'the documented form',
      {
        error: {
          code: 'VALIDATION_FAILED',
          message: 'limit is too large',
          details: { field: 'limit', max: 10_000 },
          timestamp: '2024-01-20T10:45:33Z',
          requestId: 'req-1',
        },
      },
      { detail: 'limit is too large: {"field":"limit","max":10000}', requestId: 'req-1' },
    ],
    [
      'the documented form without a message',
      { error: { code: 'NOT_ALLOWED' } },
      { detail: 'NOT_ALLOWED' },
    ],
    [
      'an error that is a text',
      { error: 'no such job', request_id: 'r2' },
      { detail: 'no such job', requestId: 'r2' },
    ],
    [
      'OAuth',
      { error: 'invalid_token', error_description: 'it expired' },
      { detail: 'invalid_token: it expired' },
    ],
    [
      'RFC 9457',
      { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'Not your project.' },
      { detail: 'Forbidden: Not your project.' },
    ],
    ['a message alone', { message: 'bir\n şey  oldu' }, { detail: 'bir şey oldu' }],
    ['the same words twice', { error: 'Not Found', message: 'Not Found' }, { detail: 'Not Found' }],
    ['a list of errors', { errors: [{ message: 'a' }, { message: 'b' }] }, { detail: 'a; b' }],
    [
      'an id beside data',
      { message: 'no', metadata: { requestId: 'r3' } },
      { detail: 'no', requestId: 'r3' },
    ],
    ['a JSON text', 'nope', { detail: 'nope' }],
    ['a JSON list', ['a', 'b'], { detail: 'a; b' }],
    ['an empty object', {}, {}],
    ['null', null, {}],
  ])('%s', (_what, body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  test('plain text is its text in one line', () => {
    expect(readErrorDetail('upstream\n  failed\n', 'text/plain')).toEqual({
      detail: 'upstream failed',
    });
  });

  test('nothing is nothing', () => {
    expect(readErrorDetail('', undefined)).toEqual({});
  });

  test.each([
    ['<html><head><title>502 Bad Gateway</title></head></html>', 'text/html', '502 Bad Gateway'],
    ['<!DOCTYPE html>\n<title>\n A &amp; B </title>', undefined, 'A & B'],
    ['<html><h1>Sign in</h1></html>', undefined, 'Sign in'],
  ])('a web page is its title: %s', (html, contentType, detail) => {
    expect(readErrorDetail(html, contentType)).toEqual({ isPage: true, detail });
  });

  test('a web page without a title is only a page', () => {
    expect(readErrorDetail('<html><p>hi', 'text/html')).toEqual({ isPage: true });
  });
});

test('no body makes it throw, and a sentence is always one line', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readErrorDetail(text, undefined).detail ?? '').not.toMatch(/[\r\n]/);
    }),
  );
});
