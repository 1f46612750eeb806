import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHttpDate, parseRetryAfter } from '../../src/domain/retry-after.js';

const NOW_MS = Date.parse('2024-01-20T10:45:33Z');

test.each([
  ['0', 0],
  ['5', 5_000],
  [' 5 ', 5_000],
  ['2.5', 2_500],
  ['86400', 86_400_000],
  ['Sat, 20 Jan 2024 10:46:03 GMT', 30_000],
  ['Saturday, 20-Jan-24 10:46:03 GMT', 30_000],
  ['Sat Jan 20 10:46:03 2024', 30_000],
  ['Sat, 20 Jan 2024 10:45:00 GMT', 0],
  ['-1', undefined],
  ['1e99', undefined],
  ['soon', undefined],
  ['2024-01-20T10:46:03Z', undefined],
  ['Sat, 99 Jan 2024 10:46:03 GMT', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After: %s asks for %s ms', (header, expected) => {
  expect(parseRetryAfter(header, NOW_MS)).toBe(expected);
});

test('any date of HTTP is read to the second, in all three forms, in any zone of this machine', () => {
  const dates = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2039-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, (date) => {
      const timeMs = Math.floor(date.getTime() / 1000) * 1000;
      const [, day = '', month, year, time] =
        /, (\d\d) (\w+) (\d+) (\S+)/.exec(date.toUTCString()) ?? [];
      const weekday = date.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
      expect(parseHttpDate(date.toUTCString())).toBe(timeMs);
      expect(parseHttpDate(`${weekday}, ${day}-${month}-${year?.slice(2)} ${time} GMT`)).toBe(
        timeMs,
      );
      expect(
        parseHttpDate(`${weekday.slice(0, 3)} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`),
      ).toBe(timeMs);
    }),
  );
});

test('no text makes it throw, or ask for less than nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseRetryAfter(text, NOW_MS) ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});
