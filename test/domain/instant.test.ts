import { expect, test } from 'vitest';
import { between, instant } from '../../src/domain/instant.js';

test('a time without a zone is UTC, as the API has it', () => {
  expect(instant('2024-01-20T10:30:00')).toBe(Date.parse('2024-01-20T10:30:00Z'));
});

test('a time with a zone is that moment', () => {
  expect(instant('2024-01-20T10:30:00Z')).toBe(1_705_746_600_000);
  expect(instant('2024-01-20T13:30:00+03:00')).toBe(1_705_746_600_000);
});

test('a day alone is its first moment', () => {
  expect(instant('2024-01-20')).toBe(Date.parse('2024-01-20T00:00:00Z'));
});

test.each([null, undefined, '', 'soon', '12', '2024-13-45T00:00:00Z'])('%o is no time', (text) => {
  expect(instant(text)).toBeUndefined();
});

test('the time between two moments is known where both are', () => {
  expect(between('2024-01-20T10:30:00Z', '2024-01-20T10:32:15Z')).toBe(135_000);
  expect(between('2024-01-20T10:30:00Z', null)).toBeUndefined();
});
