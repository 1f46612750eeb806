import { describe, expect, it } from 'vitest';
import type { MetricsBody, ProgressBody } from '../../../src/contract/index.js';
import type { SeenEvent } from '../../../src/domain/events/job-event.js';
import { emptyWatch, reduceWatch } from '../../../src/domain/events/reduce.js';
import {
  POINTS_KEPT,
  ROW_POINTS_KEPT,
  type Trend,
} from '../../../src/domain/events/watch-state.js';
import { example } from '../../helpers/examples.js';

type Found = Partial<SeenEvent>;

/** The trend after these looks. */
const trendOf = (...looks: Found[]): Trend | undefined =>
  looks
    .map((found): SeenEvent => ({ type: 'seen', jobId: 'a', atMs: 0, ...found }))
    .reduce(reduceWatch, emptyWatch(['a'])).jobs[0]?.trend;

const used = (cpuUsage: number, memoryUsage: string, processingRate: string): Found => ({
  progress: { overallProgress: {}, resourceUsage: { cpuUsage, memoryUsage, processingRate } },
});

describe('the trend of a job', () => {
  it('grows by a point with each look at its progress', () => {
    const first = { progress: example<ProgressBody>('ja', 'progress') };
    expect(trendOf(first, used(70, '2,5 GB', '980 kayıt/saniye'))).toEqual({
      cpu: [67, 70],
      memory: [2.3e9, 2.5e9],
      rate: [1250, 980],
    });
  });

  it('goes on as it was at a look that saw no change', () => {
    expect(trendOf(used(70, '1 GB', '5 records/second'), {}, {})).toEqual({
      cpu: [70, 70, 70],
      memory: [1e9, 1e9, 1e9],
      rate: [5, 5, 5],
    });
  });

  it('takes a batch’s row, and what the progress does not tell from the metrics', () => {
    const row = { jobId: 'a', resourceUsage: { cpu: 12, memory: '512 MB' } };
    expect(trendOf({ row })).toEqual({ cpu: [12], memory: [512e6], rate: [] });
    const metrics = example<MetricsBody>('ja', 'metrics');
    const { historicalMetrics: _, ...now } = metrics;
    expect(trendOf({ progress: { overallProgress: {} }, metrics: now })).toEqual({
      cpu: [67],
      memory: [2.3e9],
      rate: [1250],
    });
  });

  it('leaves out a figure that could be read in two ways', () => {
    expect(trendOf(used(1, '1,250 MB', '1,250 records/second'))).toEqual({
      cpu: [1],
      memory: [],
      rate: [],
    });
  });

  it('begins with the past that the metrics tell, once, its memory in bytes', () => {
    const metrics = example<MetricsBody>('ja', 'metrics');
    expect(trendOf(used(70, '2 GB', '980 records/s'), { metrics }, { metrics })).toEqual({
      cpu: [15, 85, 72, 67, 70],
      memory: [0.8e9, 1.9e9, 3.2e9, 2.3e9, 2e9],
      rate: [0, 1427, 1156, 1250, 980],
    });
  });

  it('has no more points than are drawn', () => {
    const looks = Array.from({ length: POINTS_KEPT + 10 }, (_, index) => used(index, 'x', 'y'));
    const { cpu } = trendOf(...looks) ?? {};
    expect(cpu).toHaveLength(POINTS_KEPT);
    expect(cpu?.at(0)).toBe(10);
    const rows = Array.from({ length: 100 }, (_, cpu) => ({
      row: { jobId: 'a', resourceUsage: { cpu } },
    }));
    expect(trendOf(...rows)?.cpu).toHaveLength(ROW_POINTS_KEPT);
    const past = Array.from({ length: 500 }, (_, minute) => ({
      timestamp: new Date(minute * 60_000).toISOString(),
      cpu: minute,
    }));
    const metrics = { currentMetrics: {}, historicalMetrics: past };
    expect(trendOf({ metrics })?.cpu).toHaveLength(POINTS_KEPT);
  });
});
