import { expect, test } from 'vitest';
import type { RawFlags } from '../../../src/commands/definition.js';
import { parseLogsOptions } from '../../../src/commands/logs/options.js';
import { isJobtrackError } from '../../../src/errors/index.js';

const refusal = (flags: RawFlags): string => {
  try {
    parseLogsOptions([], flags);
  } catch (error) {
    if (isJobtrackError(error)) return `${error.code}: ${error.message}`;
  }
  return 'not refused';
};

test('without flags: the first 1000 entries at the level of the settings, with details', () => {
  expect(parseLogsOptions([], {})).toEqual({
    limit: 1000,
    follows: false,
    showsDetails: true,
    isRaw: false,
  });
});

test('every flag becomes an option', () => {
  const flags = {
    level: 'warn',
    since: '15m',
    until: 'today',
    limit: '20000',
    grep: 'batch \\d+',
    exclude: 'of 15$',
    component: ['DataLoader', 'Miner'],
    stage: 'Analysis',
    details: false,
    failOn: 'Error',
  };
  expect(parseLogsOptions(['cc0e8400-e29b-41d4-a716-446655440000'], flags)).toEqual({
    jobId: 'cc0e8400-e29b-41d4-a716-446655440000',
    level: 'WARN',
    since: '15m',
    until: 'today',
    limit: 20_000,
    follows: false,
    grep: /batch \d+/u,
    exclude: /of 15$/u,
    components: ['DataLoader', 'Miner'],
    stages: ['Analysis'],
    showsDetails: false,
    isRaw: false,
    failOn: 'ERROR',
  });
});

test('what is followed has no limit but one that was given, and may begin without an entry', () => {
  const options = parseLogsOptions([], { follow: true, tail: '0' });
  expect(options).toMatchObject({ follows: true, tail: 0, limit: Number.POSITIVE_INFINITY });
  const limited = parseLogsOptions([], { follow: true, tail: '5', limit: '7' });
  expect(limited).toMatchObject({ tail: 5, limit: 7 });
});

test('a job id typed behind the names of components is still the job', () => {
  const job = 'cc0e8400-e29b-41d4-a716-446655440000';
  expect(parseLogsOptions([], { component: ['DataLoader', job] })).toMatchObject({
    jobId: job,
    components: ['DataLoader'],
  });
  expect(parseLogsOptions([], { stage: ['Analysis', job] })).toMatchObject({
    jobId: job,
    stages: ['Analysis'],
  });
});

test('a level may be given in any of its spellings', () => {
  expect(parseLogsOptions([], { level: 'warning' }).level).toBe('WARN');
  expect(parseLogsOptions([], { level: 'hata' }).level).toBe('ERROR');
});

test.each([
  [{ level: 'EROR' }, 'INVALID_VALUE: --level: "EROR" is not one of DEBUG, INFO, WARN, ERROR'],
  [{ failOn: 'x' }, 'INVALID_VALUE: --fail-on: "x" is not one of DEBUG, INFO, WARN, ERROR'],
  [{ limit: '0' }, 'INVALID_VALUE: --limit: "0" is not a whole number, at least 1'],
  [{ limit: '1e3' }, 'INVALID_VALUE: --limit: "1e3" is not a whole number, at least 1'],
  [{ tail: '-1' }, 'INVALID_VALUE: --tail: "-1" is not a whole number, at least 1'],
  [
    { raw: true, limit: '10001' },
    'INVALID_VALUE: --limit: "10001" is not a whole number from 1 to 10000',
  ],
  [{ tail: '5', limit: '5' }, "CONFLICTING_OPTIONS: --tail and --limit can't be used together"],
  [
    { follow: true, until: '1h' },
    "CONFLICTING_OPTIONS: --follow and --until can't be used together",
  ],
  [{ follow: true, raw: true }, "CONFLICTING_OPTIONS: --raw and --follow can't be used together"],
  [{ tail: '0' }, 'INVALID_VALUE: --tail: "0" is not a whole number, at least 1'],
  [{ raw: true, tail: '5' }, "CONFLICTING_OPTIONS: --raw and --tail can't be used together"],
  [{ raw: true, grep: 'x' }, "CONFLICTING_OPTIONS: --raw and --grep can't be used together"],
  [{ raw: true, exclude: 'x' }, "CONFLICTING_OPTIONS: --raw and --exclude can't be used together"],
  [
    { raw: true, component: ['x'] },
    "CONFLICTING_OPTIONS: --raw and --component can't be used together",
  ],
  [{ raw: true, stage: ['x'] }, "CONFLICTING_OPTIONS: --raw and --stage can't be used together"],
  [
    { raw: true, details: false },
    "CONFLICTING_OPTIONS: --raw and --no-details can't be used together",
  ],
])('%j is refused', (flags, message) => {
  expect(refusal(flags)).toBe(message);
});

test('a pattern that is none is refused with the reason', () => {
  expect(refusal({ grep: '(' })).toContain(
    'INVALID_VALUE: --grep: "(" is not a regular expression',
  );
});
