import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisRange, roundCeiling, tickColumns } from '../../src/domain/axis.js';

describe('the axis of a figure', () => {
  it.each([
    [0, 1],
    [85, 100],
    [1427, 1500],
    [3.2, 4],
    [0.3, 0.3],
    [0.00012, 0.00015],
    [1000, 1000],
    [-1, 1],
    [Number.MAX_VALUE, Number.MAX_VALUE],
  ])('up to %d ends at %d', (highest, end) => {
    expect(roundCeiling(highest)).toBe(end);
  });

  it('reaches every figure that it is for, and is not ten times too long', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (highest) => {
        const end = roundCeiling(highest);
        return end >= highest * (1 - 1e-6) && end < highest * 2.01;
      }),
    );
  });

  it('begins at 0, unless a figure is below it', () => {
    expect(axisRange([15, 85], 100)).toEqual({ low: 0, high: 100 });
    expect(axisRange([15, 130], 100)).toEqual({ low: 0, high: 150 });
    expect(axisRange([-3, 7])).toEqual({ low: -3, high: 8 });
    expect(axisRange([])).toEqual({ low: 0, high: 1 });
  });
});

describe('the labels of a time axis', () => {
  it('stand apart, the first and the last at the ends', () => {
    expect(tickColumns(70, 8)).toEqual([0, 17, 35, 52, 69]);
    expect(tickColumns(20, 8)).toEqual([0, 19]);
  });

  it('are one, or none, where there is no room for more', () => {
    expect(tickColumns(12, 8)).toEqual([0]);
    expect(tickColumns(7, 8)).toEqual([]);
  });
});
