import { expect, test } from 'vitest';
import { readServerTime } from '../../src/client/server-time.js';

test.each([
  [{ date: 'Sat, 20 Jan 2024 10:45:33 GMT' }, '2024-01-20T10:45:33.000Z'],
  [{ date: 'Sat, 20 Jan 2024 10:45:33 GMT', age: '90' }, '2024-01-20T10:47:03.000Z'],
  [{ date: 'Sat, 20 Jan 2024 10:45:33 GMT', age: '-5' }, '2024-01-20T10:45:33.000Z'],
  [{ date: 'Sat, 20 Jan 2024 10:45:33 GMT', age: 'old' }, '2024-01-20T10:45:33.000Z'],
])('the headers %j mean %s', (headers, expected) => {
  expect(new Date(readServerTime(headers) ?? 0).toISOString()).toBe(expected);
});

test.each([[{}], [{ date: 'now' }], [{ age: '5' }]])(
  'the headers %j say nothing of the time',
  (headers) => {
    expect(readServerTime(headers)).toBeUndefined();
  },
);
