import { expect, test } from 'vitest';
import { reportTime } from '../../../src/server/intake/report-time.js';

const job = { createdAtMs: Date.parse('2024-01-20T10:30:00Z') };
const nowMs = Date.parse('2024-01-20T10:45:33Z');
const timeOf = (given: string | undefined) => new Date(reportTime(given, job, nowMs)).toISOString();

test.each([
  ['2024-01-20T10:40:00.250Z', '2024-01-20T10:40:00.250Z', 'is kept'],
  ['2024-01-20T13:40:00+03:00', '2024-01-20T10:40:00.000Z', 'is read with its offset'],
  ['2024-01-20T10:40:00', '2024-01-20T10:40:00.000Z', 'is UTC without one'],
  ['2024-01-19T10:40:00Z', '2024-01-20T10:30:00.000Z', 'is not before the job was registered'],
  ['2031-01-01T00:00:00Z', '2024-01-20T10:45:33.000Z', 'is not after it arrived'],
  ['yesterday', '2024-01-20T10:45:33.000Z', 'is that of arrival when it can not be read'],
  [undefined, '2024-01-20T10:45:33.000Z', 'is that of arrival when it is not given'],
])('a time of %s becomes %s: it %s', (given, expected, _what) => {
  expect(timeOf(given)).toBe(expected);
});

test('a server whose clock was set back does not go before the job either', () => {
  expect(reportTime(undefined, job, job.createdAtMs - 5_000)).toBe(job.createdAtMs);
});
