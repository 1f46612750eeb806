import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTimePoint } from '../../src/domain/time-point.js';

const nowMs = Date.parse('2024-01-20T10:32:15Z');
const inUtc = { nowMs, timeZone: 'utc' };

test.each([
  '2024-01-20T10:30:00Z',
  '2024-01-20T10:30:00.123456789Z',
  '2024-01-20T13:30:00+03:00',
  '2024-02-29T23:59:59-11:30',
  '0000-01-01T00:00:00Z',
])('the RFC 3339 time %s is kept as it was typed', (text) => {
  expect(parseTimePoint(text, inUtc)).toBe(text);
});

test('small letters, which RFC 3339 allows, become the capitals that every server reads', () => {
  expect(parseTimePoint('2024-01-20t10:30:00z', inUtc)).toBe('2024-01-20T10:30:00Z');
});

test.each([
  ['15m', '2024-01-20T10:17:15.000Z'],
  ['-3h', '2024-01-20T07:32:15.000Z'],
  ['1h30m', '2024-01-20T09:02:15.000Z'],
  ['0s', '2024-01-20T10:32:15.000Z'],
])('%s is that long ago', (text, expected) => {
  expect(parseTimePoint(text, inUtc)).toBe(expected);
});

test.each([
  ['today', 'utc', '2024-01-20T00:00:00.000Z'],
  ['yesterday', 'utc', '2024-01-19T00:00:00.000Z'],
  ['Today', 'Europe/Istanbul', '2024-01-19T21:00:00.000Z'],
  ['today', 'Asia/Tokyo', '2024-01-19T15:00:00.000Z'],
  ['yesterday', 'Asia/Kathmandu', '2024-01-18T18:15:00.000Z'],
  ['today', 'local', '2024-01-20T00:00:00.000Z'],
])('%s in %s begins at %s', (text, timeZone, expected) => {
  expect(parseTimePoint(text, { nowMs, timeZone })).toBe(expected);
});

test.each([
  [
    'a day that is an hour short',
    'Europe/Berlin',
    '2024-03-31T20:00:00Z',
    '2024-03-30T23:00:00.000Z',
  ],
  [
    'a day that is an hour long',
    'Europe/Berlin',
    '2024-10-27T20:00:00Z',
    '2024-10-26T22:00:00.000Z',
  ],
  [
    'a day without a midnight',
    'America/Santiago',
    '2024-09-08T20:00:00Z',
    '2024-09-08T04:00:00.000Z',
  ],
  [
    'a day with two midnights',
    'America/Havana',
    '2024-11-03T20:00:00Z',
    '2024-11-03T04:00:00.000Z',
  ],
])('%s begins where its clocks say so', (_what, timeZone, now, expected) => {
  expect(parseTimePoint('today', { nowMs: Date.parse(now), timeZone })).toBe(expected);
});

test.each([
  '',
  'now',
  'tomorrow',
  '2024-01-20',
  '2024-01-20T10:30:00',
  '2024-01-20 10:30:00Z',
  '2024-02-30T10:30:00Z',
  '2023-02-29T10:30:00Z',
  '2024-13-01T10:30:00Z',
  '2024-01-20T24:00:00Z',
  '2024-01-20T10:30:00+24:00',
  '+15m',
  '--15m',
  '99999999999h',
])('"%s" is no point in time', (text) => {
  expect(parseTimePoint(text, inUtc)).toBeUndefined();
});

test('every result is a time that Date reads, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const point = parseTimePoint(text, inUtc);
      expect(point === undefined || !Number.isNaN(Date.parse(point))).toBe(true);
    }),
  );
});

test('today is in the day of now, and a moment earlier is not, in any zone and at any time', () => {
  const zones = fc.constantFrom(
    'utc',
    'Asia/Tokyo',
    'America/Sao_Paulo',
    'Africa/Cairo',
    'Australia/Lord_Howe',
  );
  const times = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2035, 0, 1) });
  fc.assert(
    fc.property(zones, times, (timeZone, now) => {
      const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
      const start = Date.parse(parseTimePoint('today', { nowMs: now, timeZone }) ?? '');
      expect(start).toBeLessThanOrEqual(now);
      expect(day.format(start)).toBe(day.format(now));
      expect(day.format(start - 1)).not.toBe(day.format(now));
    }),
  );
});
