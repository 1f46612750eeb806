import { describe, expect, it } from 'vitest';
import { metricsHistory } from '../../src/domain/metrics-history.js';

const at = (minute: number): string => `2024-01-20T10:${minute}:00Z`;

describe('the past of a job', () => {
  it('is put into the order of time', () => {
    const history = metricsHistory([
      { timestamp: at(40), cpu: 72, stage: 'Discovery' },
      { timestamp: at(30), cpu: 15, stage: 'Loading' },
      { timestamp: at(35), cpu: 85, stage: 'Loading' },
    ]);
    expect(history?.times).toEqual({ low: Date.parse(at(30)), high: Date.parse(at(40)) });
    expect(history?.series.cpu?.points.map(({ value }) => value)).toEqual([15, 85, 72]);
    expect(history?.series.cpu).toMatchObject({ least: 15, most: 85, last: 72 });
    expect(history?.stages).toEqual([
      { timeMs: Date.parse(at(30)), stage: 'Loading' },
      { timeMs: Date.parse(at(40)), stage: 'Discovery' },
    ]);
  });

  it('keeps the holes in a figure, and leaves out figures that never were', () => {
    const history = metricsHistory([
      { timestamp: at(30), cpu: 15, memory: null },
      { timestamp: at(35), cpu: null },
      { timestamp: at(40), cpu: Number.POSITIVE_INFINITY },
    ]);
    expect(history?.series.cpu?.points.map(({ value }) => value)).toEqual([
      15,
      undefined,
      undefined,
    ]);
    expect(Object.keys(history?.series ?? {})).toEqual(['cpu']);
  });

  it('is none without a time that can be read', () => {
    expect(metricsHistory([])).toBeUndefined();
    expect(metricsHistory([{ timestamp: 'soon', cpu: 1 }])).toBeUndefined();
  });
});
