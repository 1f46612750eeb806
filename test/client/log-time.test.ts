import { expect, test } from 'vitest';
import { neighbour, sortByTime } from '../../src/client/log-time.js';

test.each([
  ['2024-01-20T10:45:33Z', '2024-01-20T10:45:33.001Z', '2024-01-20T10:45:32.999Z'],
  ['2024-01-20T10:45:33.500+03:00', '2024-01-20T07:45:33.501Z', '2024-01-20T07:45:33.499Z'],
  ['2024-01-20T10:45:33', '2024-01-20T10:45:33.001Z', '2024-01-20T10:45:32.999Z'],
  ['2024-01-20T10:45:33.123456Z', '2024-01-20T10:45:33.123457Z', '2024-01-20T10:45:33.123455Z'],
  [
    '2024-01-20T10:45:59.999999999Z',
    '2024-01-20T10:46:00.000000000Z',
    '2024-01-20T10:45:59.999999998Z',
  ],
  ['2024-01-20T10:45:33.0000Z', '2024-01-20T10:45:33.0001Z', '2024-01-20T10:45:32.9999Z'],
])('beside %s are %s and %s', (time, after, before) => {
  expect([neighbour(time, 1), neighbour(time, -1)]).toEqual([after, before]);
});

test('beside what is no time is nothing', () => {
  expect(neighbour('yesterday', 1)).toBeUndefined();
});

test('entries are sorted by their time; equal times keep their order, and what has no time stays behind what it followed', () => {
  const times = [
    '2024-01-20T10:00:02Z',
    '2024-01-20T10:00:01Z',
    'soon',
    '2024-01-20T13:00:01+03:00',
  ];
  const entries = times.map((timestamp, index) => ({ timestamp, message: String(index) }));
  expect(sortByTime(entries).map(({ message }) => message)).toEqual(['1', '2', '3', '0']);
});
