import { describe, expect, test } from 'vitest';
import { parseOptions } from '../../../src/commands/deps/options.js';
import { type ErrorCode, isJobtrackError } from '../../../src/errors/index.js';

const failsWith = (code: ErrorCode, facts: object) =>
  expect.toSatisfy(
    (error) =>
      isJobtrackError(error, code) && expect.objectContaining(facts).asymmetricMatch(error.facts),
  );

describe('the flags of deps', () => {
  test('default to a tree of everything', () => {
    expect(parseOptions([], {})).toEqual({ jobId: undefined, format: 'tree', why: false });
  });

  test('are understood in any case', () => {
    expect(parseOptions(['id'], { format: 'DOT' })).toEqual({
      jobId: 'id',
      format: 'dot',
      why: false,
    });
    expect(parseOptions([], { why: true, format: 'tree' }).why).toBe(true);
  });

  test('refuse another format and name the nearest', () => {
    expect(() => parseOptions([], { format: 'mermiad' })).toThrow(
      failsWith('INVALID_VALUE', { name: '--format', suggestion: 'mermaid' }),
    );
  });

  test('refuse a chain in a graph’s language', () => {
    expect(() => parseOptions([], { why: true, format: 'dot' })).toThrow(
      failsWith('CONFLICTING_OPTIONS', { options: ['--why', '--format dot'] }),
    );
  });
});
