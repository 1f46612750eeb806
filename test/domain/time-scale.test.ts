import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTicks, columnOf } from '../../src/domain/time-scale.js';

const start = Date.parse('2024-01-20T10:30:00Z');
const minutes = (count: number): number => count * 60_000;
const ticks = (spanMs: number, columns: number, offsetMs = 0, startMs = start): string[] =>
  chooseTicks({ startMs, endMs: startMs + spanMs, columns }, () => 5, offsetMs).timesMs.map(
    (timeMs) => new Date(timeMs).toISOString().slice(5, 23),
  );

describe('the column of a moment', () => {
  const scale = { startMs: 0, endMs: 100, columns: 11 };

  test('is in proportion to its time', () => {
    expect([0, 10, 14, 16, 50, 100].map((timeMs) => columnOf(timeMs, scale))).toEqual([
      0, 1, 1, 2, 5, 10,
    ]);
  });

  test('is at an end for moments outside', () => {
    expect([columnOf(-5, scale), columnOf(105, scale)]).toEqual([0, 10]);
  });

  test('is the first one where the stretch has no length', () => {
    expect(columnOf(7, { startMs: 7, endMs: 7, columns: 40 })).toBe(0);
  });

  test('lies on the axis and keeps the order of moments', () => {
    const anyTime = fc.integer({ min: -1e6, max: 1e13 });
    fc.assert(
      fc.property(
        anyTime,
        anyTime,
        anyTime,
        anyTime,
        fc.integer({ min: 1, max: 400 }),
        (a, b, c, d, columns) => {
          const range = { startMs: Math.min(a, b), endMs: Math.max(a, b), columns };
          const [earlier, later] = [
            columnOf(Math.min(c, d), range),
            columnOf(Math.max(c, d), range),
          ];
          return earlier >= 0 && earlier <= later && later < columns;
        },
      ),
    );
  });
});

describe('ticks', () => {
  test('stand at round times, as many as there is room for', () => {
    expect(ticks(minutes(22), 47)).toEqual([
      '01-20T10:30:00.000',
      '01-20T10:35:00.000',
      '01-20T10:40:00.000',
      '01-20T10:45:00.000',
      '01-20T10:50:00.000',
    ]);
    expect(ticks(minutes(22), 16)).toEqual(['01-20T10:30:00.000', '01-20T10:45:00.000']);
  });

  test('begin at the first round time after the start', () => {
    expect(ticks(minutes(60), 40, 0, start + 1)).toEqual([
      '01-20T10:45:00.000',
      '01-20T11:00:00.000',
      '01-20T11:15:00.000',
      '01-20T11:30:00.000',
    ]);
  });

  test('are round on the clock of the zone, not on that of UTC', () => {
    expect(ticks(minutes(240), 40, minutes(345))).toEqual([
      '01-20T11:15:00.000',
      '01-20T12:15:00.000',
      '01-20T13:15:00.000',
      '01-20T14:15:00.000',
    ]);
  });

  test('are days on a stretch of days and milliseconds on one of milliseconds', () => {
    expect(ticks(minutes(60 * 24 * 4), 40)).toEqual([
      '01-21T00:00:00.000',
      '01-22T00:00:00.000',
      '01-23T00:00:00.000',
      '01-24T00:00:00.000',
    ]);
    expect(ticks(10, 20)).toEqual([
      '01-20T10:30:00.000',
      '01-20T10:30:00.005',
      '01-20T10:30:00.010',
    ]);
  });

  test('are one where the stretch has no length', () => {
    expect(ticks(0, 40)).toEqual(['01-20T10:30:00.000']);
  });

  test('lie on the stretch, in order, and leave room for their labels', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e12 }),
        fc.integer({ min: 0, max: 2e14 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: -56, max: 56 }),
        (startMs, spanMs, columns, quarters) => {
          const scale = { startMs, endMs: startMs + spanMs, columns };
          const { timesMs } = chooseTicks(scale, () => 8, quarters * 900_000);
          const places = timesMs.map((timeMs) => columnOf(timeMs, scale));
          return (
            timesMs.every((timeMs) => timeMs >= startMs && timeMs <= scale.endMs) &&
            places.every((place, index) => index === 0 || place - (places[index - 1] ?? 0) >= 9)
          );
        },
      ),
    );
  });
});
