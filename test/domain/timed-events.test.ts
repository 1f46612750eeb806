import { expect, test } from 'vitest';
import { inTimeOrder } from '../../src/domain/timed-events.js';

const order = (...times: string[]): string[] =>
  inTimeOrder(times, (time) => time.slice(0, 20)).map(({ event }) => event);

test('events stand in the order of their times', () => {
  expect(order('2024-01-20T10:00:02Z', '2024-01-20T10:00:01Z')).toEqual([
    '2024-01-20T10:00:01Z',
    '2024-01-20T10:00:02Z',
  ]);
});

test('events of one time stay as they came', () => {
  expect(order('2024-01-20T10:00:01Z b', '2024-01-20T10:00:01Z a')).toEqual([
    '2024-01-20T10:00:01Z b',
    '2024-01-20T10:00:01Z a',
  ]);
});

test('an event without a time stays behind the one it came after', () => {
  expect(order('2024-01-20T10:00:02Z', 'soon', '2024-01-20T10:00:01Z')).toEqual([
    '2024-01-20T10:00:01Z',
    '2024-01-20T10:00:02Z',
    'soon',
  ]);
});

test('times of different zones are compared as moments', () => {
  expect(order('2024-01-20T12:00:00Z', '2024-01-20T12:30:00+01:00'.slice(0, 25))).toEqual([
    '2024-01-20T12:00:00Z',
    '2024-01-20T12:30:00+01:00',
  ]);
});
