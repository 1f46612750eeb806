import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSpeeds, percentileRank } from '../../../../src/server/answers/formulas/rank.js';

describe('the rank of a job', () => {
  it('is the share of slower past jobs and half of the equal ones', () => {
    expect(percentileRank(10, [1, 2, 3, 20])).toBe(75);
    expect(percentileRank(2, [1, 2, 2, 3])).toBe(50);
    expect(percentileRank(9, [9])).toBe(50);
    expect(percentileRank(0, [1, 2])).toBe(0);
  });

  it('is not known without past jobs', () => {
    expect(percentileRank(10, [])).toBeUndefined();
    expect(percentileRank(undefined, [1])).toBeUndefined();
    expect(compareSpeeds(10, [])).toBeUndefined();
  });
});

describe('the comparison with past jobs', () => {
  it('takes ten percent more or less for similar', () => {
    expect(compareSpeeds(100, [50, 91, 100, 110, 200])).toEqual({
      fasterThan: 20,
      similarTo: 60,
      slowerThan: 20,
    });
  });

  it('has shares that are 100 together, and ranks a faster job no lower', () => {
    const speeds = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(speeds, fc.integer({ min: 1, max: 50 }), (past, speed) => {
        const shares = Object.values(compareSpeeds(speed, past) ?? {});
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
        expect(percentileRank(speed + 1, past)).toBeGreaterThanOrEqual(
          percentileRank(speed, past) ?? 0,
        );
      }),
    );
  });
});
