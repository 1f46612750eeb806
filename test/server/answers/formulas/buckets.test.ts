import { describe, expect, it } from 'vitest';
import { bucketsOf } from '../../../../src/server/answers/formulas/buckets.js';

describe('samples by interval', () => {
  it('are means over each interval that has any, told of at its beginning', () => {
    const samples = [
      { timeMs: 61_000, cpuPercent: 10, memoryBytes: 100, recordsProcessed: 0, stage: 'Load' },
      { timeMs: 71_000, cpuPercent: 30, recordsProcessed: 50, stage: 'Load' },
      { timeMs: 181_000, cpuPercent: 90, recordsProcessed: 10, stage: 'Mine' },
      { timeMs: 191_000, cpuPercent: 70, recordsProcessed: 30, stage: 'Mine' },
    ];
    expect(bucketsOf(samples, 60_000)).toEqual([
      { startMs: 60_000, cpuPercent: 20, memoryBytes: 100, recordsPerSecond: 5, stage: 'Load' },
      { startMs: 180_000, cpuPercent: 80, recordsPerSecond: 2, stage: 'Mine' },
    ]);
  });

  it('are in the order of time, whatever order they came in', () => {
    const starts = bucketsOf([{ timeMs: 130_000 }, { timeMs: 10_000 }], 60_000);
    expect(starts.map(({ startMs }) => startMs)).toEqual([0, 120_000]);
  });

  it('are none without samples', () => {
    expect(bucketsOf([], 60_000)).toEqual([]);
  });
});
