import { expect, test } from 'vitest';
import {
  clockColumns,
  clockDate,
  clockForm,
  clockLabel,
  clockTime,
  dayNumber,
} from '../../src/render/clock.js';

const local = (text: string): number => Date.parse(`${text}Z`);

test.each([
  [1, 100, 'millisecond', '10:30:15.250'],
  [1000, 60_000, 'second', '10:30:15'],
  [60_000, 3_600_000, 'minute', '10:30'],
  [86_400_000, 864_000_000, 'day', '01-20'],
  [864_000_000, 86_400_000_000, 'year', '2024-01-20'],
])(
  'an axis with a tick each %d ms over %d ms is labelled by the %s',
  (stepMs, spanMs, form, label) => {
    expect(clockForm(stepMs, spanMs)).toBe(form);
    expect(clockLabel(local('2024-01-20T10:30:15.250'), clockForm(stepMs, spanMs))).toBe(label);
    expect(clockColumns[clockForm(stepMs, spanMs)]).toBe(label.length);
  },
);

test('the label of midnight is the day that begins', () => {
  expect(clockLabel(local('2024-01-20T00:00:00'), 'minute')).toBe('01-20');
});

test('a time of day is a time of day also at midnight', () => {
  expect(clockTime(local('2024-01-20T00:00:00'))).toBe('00:00:00');
  expect(clockDate(local('2024-01-20T23:59:59'))).toBe('2024-01-20');
});

test('two moments of a day have its number', () => {
  expect(dayNumber(local('2024-01-20T23:59:59'))).toBe(dayNumber(local('2024-01-20T00:00:00')));
  expect(dayNumber(local('1969-12-31T23:59:59'))).toBe(-1);
});
