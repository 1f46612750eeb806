import { expect, test } from 'vitest';
import { zoneOffset } from '../../src/render/time-zone.js';

const HOUR_MS = 3_600_000;

test('UTC is ahead of itself by nothing', () => {
  expect(zoneOffset('utc')(0)).toBe(0);
});

test('a zone is ahead by what it is at that moment', () => {
  const newYork = zoneOffset('America/New_York');
  expect(newYork(Date.parse('2024-01-20T12:00:00Z'))).toBe(-5 * HOUR_MS);
  expect(newYork(Date.parse('2024-07-20T12:00:00Z'))).toBe(-4 * HOUR_MS);
});

test('a zone of three quarters of an hour is exact', () => {
  expect(zoneOffset('Asia/Kathmandu')(Date.parse('2024-01-20T12:00:00Z'))).toBe(5.75 * HOUR_MS);
});

test('the offset changes in the very second that the clocks are changed', () => {
  const berlin = zoneOffset('Europe/Berlin');
  const change = Date.parse('2024-03-31T01:00:00Z');
  expect(berlin(change - 1)).toBe(HOUR_MS);
  expect(berlin(change)).toBe(2 * HOUR_MS);
});
