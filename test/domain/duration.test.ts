import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationText, parseDuration } from '../../src/domain/duration.js';

test.each([
  ['500ms', 500],
  ['30s', 30_000],
  ['15m', 900_000],
  ['2h', 7_200_000],
  ['1h30m', 5_400_000],
  ['1h0m5s', 3_605_000],
  ['1m500ms', 60_500],
  ['1.5s', 1500],
  ['0s', 0],
])('%s is %d milliseconds', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each([
  '',
  ' ',
  '5',
  's',
  '5 s',
  '30S',
  '1d',
  '30m1h',
  '1h1h',
  '-5s',
  '+5s',
  '1e3s',
  '.5s',
  '5.s',
  '٣s',
  '1h30',
])('"%s" is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('a duration too long to count exactly is none', () => {
  expect(parseDuration('999999999999999h')).toBeUndefined();
});

test('every duration is read back from its own text', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000_000 }), (durationMs) => {
      expect(parseDuration(durationText(durationMs))).toBe(durationMs);
    }),
  );
});

test('any text is a whole number of milliseconds or nothing', () => {
  const pieces = fc.array(fc.constantFrom('1', '0', '9', '.', 'h', 'm', 's', 'ms', '-', ' '), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((parts) => parts.join('')),
      ),
      (text) => {
        const durationMs = parseDuration(text) ?? 0;
        expect(Number.isSafeInteger(durationMs) && durationMs >= 0).toBe(true);
      },
    ),
  );
});

test.each([
  [0, '0s'],
  [250, '250ms'],
  [2000, '2s'],
  [90_000, '1m30s'],
  [5_400_000, '1h30m'],
])('%d milliseconds are written %s', (durationMs, expected) => {
  expect(durationText(durationMs)).toBe(expected);
});
