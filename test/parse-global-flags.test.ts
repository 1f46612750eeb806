import { describe, expect, test } from 'vitest';
import { isJobtrackError } from '../src/errors/index.js';
import { parseGlobalFlags } from '../src/parse-global-flags.js';

test('only what was typed is there', () => {
  expect(parseGlobalFlags({})).toEqual({});
  expect(
    parseGlobalFlags({ tz: 'UTC', requestTimeout: '1m30s', retries: '0', quiet: true }),
  ).toEqual({ tz: 'utc', requestTimeoutMs: 90_000, retries: 0, quiet: true });
});

test('--json is --output json, and contradicts another form', () => {
  expect(parseGlobalFlags({ json: true })).toEqual({ output: 'json' });
  expect(parseGlobalFlags({ json: true, output: 'JSON' })).toEqual({ output: 'json' });
  expect(() => parseGlobalFlags({ json: true, output: 'ndjson' })).toThrow(
    "--json and --output ndjson can't be used together",
  );
});

test('--no-color is --color never', () => {
  expect(parseGlobalFlags({ color: false })).toEqual({ color: 'never' });
  expect(parseGlobalFlags({ color: 'always' })).toEqual({ color: 'always' });
});

describe('a value that is not allowed is refused by name', () => {
  test.each([
    [{ output: 'xml' }, '--output'],
    [{ url: 'ftp://x' }, '--url'],
    [{ tenant: 'acme' }, '--tenant'],
    [{ project: '1' }, '--project'],
    [{ lang: 'de' }, '--lang'],
    [{ tz: 'Mars/Base' }, '--tz'],
    [{ color: 'sometimes' }, '--color'],
    [{ requestTimeout: 'soon' }, '--request-timeout'],
    [{ retries: '-1' }, '--retries'],
  ])('%o', (raw, name) => {
    try {
      parseGlobalFlags(raw);
      expect.unreachable();
    } catch (error) {
      expect(isJobtrackError(error, 'INVALID_VALUE') && error.facts.name).toBe(name);
    }
  });
});
