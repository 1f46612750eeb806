import { describe, expect, test } from 'vitest';
import { type BodyText, parseBody } from '../../src/client/parse-body.js';
import { createRedact } from '../../src/client/redact.js';

const parse = (text: string, more: Partial<BodyText> = {}): unknown =>
  parseBody({
    text,
    contentType: 'application/json',
    expected: "a job's log",
    origin: 'https://jobs.example.com',
    redact: createRedact(['canary-token']),
    ...more,
  });

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('JSON within JSON', () => {
  test('is read to a depth that no answer has', () => {
    expect(parse(nested(200))).toEqual(JSON.parse(nested(200)));
  });

  test.each([201, 1_000_000])(
    'is refused at %d levels, and nothing runs out of stack',
    (levels) => {
      expect(() => parse(`{"logs":[],"more":${nested(levels)}}`)).toThrow(
        "expected a job's log, found values within values, more than 200 levels deep",
      );
    },
  );
});

describe('a web page in place of JSON', () => {
  test('is named by its title, which may hold no token', () => {
    expect(() => parse('<html><title>no canary-token</title>')).toThrow(
      'a web page titled "no ***"',
    );
    const long = 'x'.repeat(95);
    expect(() => parse(`<html><title>${long}canary-token</title>`)).toThrow(`"${long}***"`);
  });

  test.each(['<title', '<title>', '<h1', '<h1>', '<title >x'])(
    'takes no time, also when it is a megabyte of %s',
    (piece) => {
      const startedMs = performance.now();
      expect(() => parse(`<html>${piece.repeat(1_000_000 / piece.length)}`)).toThrow('a web page');
      expect(performance.now() - startedMs).toBeLessThan(2_000);
    },
  );
});
