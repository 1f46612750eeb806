import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../../src/commands/metrics/options.js';
import { JobtrackError } from '../../../src/errors/index.js';

const failureOf = (flags: Parameters<typeof parseOptions>[1]): unknown => {
  try {
    return parseOptions([], flags);
  } catch (error) {
    return error instanceof JobtrackError ? { code: error.code, ...error.facts } : error;
  }
};

describe('the options of jobtrack metrics', () => {
  it('are none: the server decides what it sends, and the past is left out', () => {
    expect(parseOptions([], {})).toEqual({ jobId: undefined, history: false });
  });

  it('limit the groups by a list, each once, in any case', () => {
    const flags = { interval: '1m', metrics: 'cpu, Memory,cpu', history: true };
    expect(parseOptions(['id'], flags)).toEqual({
      jobId: 'id',
      interval: '1m',
      metrics: ['cpu', 'memory'],
      history: true,
    });
  });

  it('check each group, and know which one was meant', () => {
    expect(failureOf({ metrics: 'cpu,memroy' })).toEqual({
      code: 'INVALID_VALUE',
      name: '--metrics',
      value: 'memroy',
      allowed: { kind: 'choice', choices: ['cpu', 'memory', 'disk', 'network', 'throughput'] },
      suggestion: 'memory',
    });
  });

  it('refuse an empty group', () => {
    expect(failureOf({ metrics: 'cpu,' })).toMatchObject({ code: 'INVALID_VALUE', value: '' });
  });

  it('refuse an interval that the API does not have', () => {
    expect(failureOf({ interval: '10m' })).toMatchObject({
      code: 'INVALID_VALUE',
      name: '--interval',
      allowed: { kind: 'choice', choices: ['1m', '5m', '15m'] },
    });
  });
});
