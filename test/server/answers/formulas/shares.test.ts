import { describe, expect, it } from 'vitest';
import {
  mean,
  median,
  percentOf,
  rounded,
  shownProgress,
} from '../../../../src/server/answers/formulas/shares.js';

describe('percentOf', () => {
  it.each([
    [150_243, 192_850, 77.9],
    [0, 10, 0],
    [12, 10, 100],
    [-1, 10, 0],
  ])('%d of %d is %d', (part, whole, percent) => {
    expect(rounded(percentOf(part, whole), 1)).toBe(percent);
  });

  it('is not known of nothing, of the unknown and of what is no number', () => {
    expect(percentOf(5, 0)).toBeUndefined();
    expect(percentOf(undefined, 10)).toBeUndefined();
    expect(percentOf(5, undefined)).toBeUndefined();
    expect(percentOf(Number.NaN, 10)).toBeUndefined();
  });
});

describe('middles', () => {
  it('are the sum by the count, and the value in the middle', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([7])).toBe(7);
  });

  it('are not known of no values', () => {
    expect(mean([])).toBeUndefined();
    expect(median([])).toBeUndefined();
  });
});

describe('shownProgress', () => {
  it.each([
    [undefined, undefined],
    [0, 0],
    [77.906, 77.9],
    [29, 29],
    [99.96, 99.9],
    [100, 100],
  ])('shows %s as %s: what is not done is not 100', (percent, shown) => {
    expect(shownProgress(percent)).toBe(shown);
  });
});
