import { describe, expect, it } from 'vitest';
import type { MetricsBody, ProgressBody } from '../../../src/contract/index.js';
import { emptyWatch } from '../../../src/domain/events/reduce.js';
import { type Summary, summarize } from '../../../src/domain/events/summary.js';
import type { JobState } from '../../../src/domain/events/watch-state.js';
import { example } from '../../helpers/examples.js';

const AT_MS = Date.parse('2024-01-20T10:52:00Z');
const summary = (state: Partial<JobState>): Summary =>
  summarize({ ...(emptyWatch(['a']).jobs[0] as JobState), ...state }, AT_MS);

describe('the summary of a job', () => {
  it('names its slowest stage, how long it took and how well it did', () => {
    const progress = example<ProgressBody>('ja', 'progress');
    const metrics = example<MetricsBody>('tr', 'metrics');
    expect(summary({ status: 'Running', progress, metrics })).toEqual({
      durationMs: 1_320_000,
      efficiency: 78.3,
      overallEfficiency: 'Good',
      slowestStage: { stageName: 'Process Discovery', durationMs: 555_000 },
    });
  });

  it('takes the stages’ efficiency where the processing has none, and unknown words as they came', () => {
    const metrics: MetricsBody = {
      currentMetrics: { stages: { stageEfficiency: 91.2 } },
      performanceTrends: { overallEfficiency: 'Breathtaking' },
    };
    expect(summary({ metrics })).toEqual({ efficiency: 91.2, overallEfficiency: 'Breathtaking' });
  });

  it('names the stage that a job failed in, and why', () => {
    const progress: ProgressBody = {
      reason: 'exit code 2',
      overallProgress: {},
      stages: [
        { stageName: 'Load', status: 'Completed' },
        { stageName: 'Mine', status: 'Başarısız' },
        { stageName: 'Report', status: 'Running' },
      ],
    };
    const failed = { failedStage: 'Mine', reason: 'exit code 2' };
    expect(summary({ status: 'Failed', progress })).toEqual(failed);
    expect(summary({ status: 'Completed', progress })).not.toHaveProperty('failedStage');
    const [load, , report] = progress.stages ?? [];
    const cut = { ...progress, stages: [load, report].flatMap((stage) => stage ?? []) };
    expect(summary({ status: 'Failed', progress: cut })).toMatchObject({ failedStage: 'Report' });
  });

  it('is of what a batch tells, where that is all there is', () => {
    const row = {
      jobId: 'a',
      status: 'Completed',
      startTime: '2024-01-20T10:30:00Z',
      endTime: '2024-01-20T10:40:00Z',
    };
    expect(summary({ row })).toEqual({ durationMs: 600_000 });
    expect(summary({})).toEqual({});
  });
});
