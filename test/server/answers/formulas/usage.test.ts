import { describe, expect, it } from 'vitest';
import { cpuShare, peak, timeWeightedMean } from '../../../../src/server/answers/formulas/usage.js';

describe('the share of its cores that a job keeps busy', () => {
  it('is as reported, within 0 and 100', () => {
    expect([67, 0, 134].map(cpuShare)).toEqual([67, 0, 100]);
    expect(cpuShare(undefined)).toBeUndefined();
  });
});

describe('means over time', () => {
  const series = (...points: [number, number][]) =>
    points.map(([timeMs, value]) => ({ timeMs, value }));

  it('weigh each value by how long it held', () => {
    expect(timeWeightedMean(series([0, 10], [30, 50], [40, 99]))).toBe(20);
  });

  it('are not known of one value, or without time between them', () => {
    expect(timeWeightedMean(series([0, 10]))).toBeUndefined();
    expect(timeWeightedMean(series([5, 10], [5, 20]))).toBeUndefined();
    expect(timeWeightedMean([])).toBeUndefined();
  });

  it('leave out a clock that went back', () => {
    expect(timeWeightedMean(series([0, 10], [10, 90], [5, 20], [15, 0]))).toBe(15);
  });

  it('have a highest value', () => {
    expect(peak(series([0, 10], [1, 90], [2, 20]))).toBe(90);
    expect(peak([])).toBeUndefined();
  });
});
