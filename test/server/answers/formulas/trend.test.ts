import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeChange, trendOf } from '../../../../src/server/answers/formulas/trend.js';

const every10s = (...values: number[]) =>
  values.map((value, index) => ({ timeMs: index * 10_000, value }));

describe('where a figure is going', () => {
  it.each([
    ['Improving', [100, 110, 120, 130]],
    ['Declining', [3.2, 2.8, 2.3]],
    ['Stable', [67, 66, 68, 67]],
    ['Stable', [100, 103, 107]],
    ['Stable', [0, 0, 0]],
  ])('is %s of %j', (trend, values) => {
    expect(trendOf(every10s(...values))).toBe(trend);
  });

  it('is the slope over the time looked at, as a share of the mean', () => {
    expect(relativeChange(every10s(80, 100, 120))).toBeCloseTo(0.4);
  });

  it('is not known of two values, at one moment, or around 0', () => {
    expect(trendOf(every10s(1, 9))).toBeUndefined();
    expect(trendOf([1, 2, 3].map((value) => ({ timeMs: 5, value })))).toBeUndefined();
    expect(trendOf(every10s(-1, 0, 1))).toBeUndefined();
  });

  it('is the same at any time of day and in any unit', () => {
    const values = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 2e12 }), (list, startMs) => {
        const moved = every10s(...list).map(({ timeMs, value }) => ({
          timeMs: timeMs + startMs,
          value: value * 1e6,
        }));
        expect(relativeChange(moved)).toBeCloseTo(relativeChange(every10s(...list)) ?? 0, 3);
      }),
    );
  });
});
