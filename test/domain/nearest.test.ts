import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../src/domain/nearest.js';

const commands = ['logs', 'progress', 'timeline', 'metrics', 'batch', 'deps', 'watch'];

test.each([
  ['log', 'logs'],
  ['lgos', 'logs'],
  ['LOGS', 'logs'],
  ['pogress', 'progress'],
  ['progess', 'progress'],
  ['timelien', 'timeline'],
  ['metric', 'metrics'],
  ['prog', 'progress'],
  ['timeline-view', 'timeline'],
])('%s is close to %s', (word, expected) => {
  expect(nearest(word, commands)).toBe(expected);
});

test.each(['x', '', 'kubernetes', 'ps', 'status', 'bogus', 'lo'])(
  'nothing is close to "%s"',
  (word) => {
    expect(nearest(word, commands)).toBeUndefined();
  },
);

test.each([
  ['warning', 'WARN'],
  ['err', 'ERROR'],
  ['erorr', 'ERROR'],
])('the level %s is close to %s', (word, expected) => {
  expect(nearest(word, ['DEBUG', 'INFO', 'WARN', 'ERROR'])).toBe(expected);
});

test('two letters are too few to guess from', () => {
  expect(nearest('2m', ['1m', '5m', '15m'])).toBeUndefined();
});

test('a candidate keeps its own case', () => {
  expect(nearest('requesttimeout', ['requestTimeout'])).toBe('requestTimeout');
});

test('of two that are equally close the first one wins', () => {
  expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
});

test('every candidate is the nearest to itself', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
      for (const word of words) expect(nearest(word, words)).toBe(word);
    }),
  );
});
