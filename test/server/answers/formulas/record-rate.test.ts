import { describe, expect, it } from 'vitest';
import {
  averageRate,
  type RecordPoint,
  rateBetween,
  recentRate,
} from '../../../../src/server/answers/formulas/record-rate.js';

const at = (seconds: number, recordsProcessed: number, stage?: string): RecordPoint => ({
  timeMs: seconds * 1000,
  recordsProcessed,
  ...(stage === undefined ? {} : { stage }),
});

describe('records per second of late', () => {
  it('is records by seconds over the points of the last minute', () => {
    expect(recentRate([at(0, 0), at(10, 12_500), at(20, 25_000)])).toBe(1250);
    expect(recentRate([at(0, 0), at(100, 1_000), at(130, 1_300), at(160, 1_900)])).toBe(15);
  });

  it('is not known of one point, of none, or of two that are too close', () => {
    expect(recentRate([])).toBeUndefined();
    expect(recentRate([at(10, 50)])).toBeUndefined();
    expect(recentRate([at(10, 50), at(10.4, 90)])).toBeUndefined();
  });

  it('is 0 when nothing was done', () => {
    expect(recentRate([at(0, 50), at(10, 50)])).toBe(0);
  });

  it('begins anew with a stage', () => {
    expect(
      recentRate([at(0, 0, 'Load'), at(10, 1_000, 'Load'), at(20, 0, 'Mine')]),
    ).toBeUndefined();
    expect(recentRate([at(0, 900, 'Load'), at(10, 0, 'Mine'), at(20, 30, 'Mine')])).toBe(3);
  });

  it('does not look beyond a clock or a count that went back', () => {
    expect(recentRate([at(50, 100), at(10, 200), at(20, 300)])).toBe(10);
    expect(recentRate([at(0, 500), at(10, 100), at(20, 300)])).toBe(20);
  });

  it('leaves out points that say nothing of records', () => {
    expect(recentRate([at(0, 0), { timeMs: 5_000 }, at(10, 100), { timeMs: 11_000 }])).toBe(10);
  });
});

describe('rates', () => {
  it('lie between two points in order', () => {
    expect(rateBetween(at(0, 10), at(2, 30))).toBe(10);
    expect(rateBetween(at(2, 30), at(0, 10))).toBeUndefined();
    expect(rateBetween({ timeMs: 0 }, at(2, 30))).toBeUndefined();
  });

  it('are not known over no time', () => {
    expect(averageRate(100, 2_000)).toBe(50);
    expect(averageRate(0, 2_000)).toBe(0);
    expect(averageRate(100, 0)).toBeUndefined();
    expect(averageRate(100, -5_000)).toBeUndefined();
    expect(averageRate(undefined, 2_000)).toBeUndefined();
  });
});
