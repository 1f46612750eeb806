import { describe, expect, it } from 'vitest';
import type { MetricsBody } from '../../../src/contract/index.js';
import { EXAMPLE_JOB } from '../../helpers/examples.js';
import { createAnswering } from './answering.js';
import { customerJourney } from './customer-journey.js';

const JOB = 'dd0e8400-e29b-41d4-a716-446655440000';

describe('the metrics of a running job', () => {
  const { answers } = customerJourney();
  const body = answers.metrics(EXAMPLE_JOB, { includeHistory: true, interval: '1m' }, 'en');

  it('tell what it uses', () => {
    expect(body.currentMetrics.resourceUtilization).toEqual({
      cpu: { usage: 67, cores: 2, efficiency: 67 },
      memory: { used: '2.3 GB', allocated: '4.0 GB', peak: '3.8 GB', efficiency: 59.1 },
      disk: { reads: '480 MB', writes: '240 MB' },
      network: { bytesIn: '72.0 MB', bytesOut: '12.0 MB', connections: 8 },
    });
  });

  it('tell what it does', () => {
    expect(body.currentMetrics.processing).toEqual({
      recordsPerSecond: 600,
      recordsProcessed: 144_000,
      totalRecords: 192_850,
      processingEfficiency: 100,
      errorRate: 0.000005,
      retryRate: 0.015,
    });
    expect(body.currentMetrics.stages).toEqual({
      completed: 2,
      running: 1,
      pending: 1,
      averageStageTime: '5 minutes 45 seconds',
      stageEfficiency: 100,
    });
  });

  it('tell what was, by interval, with memory in GB', () => {
    expect(body.historicalMetrics).toHaveLength(5);
    expect(body.historicalMetrics?.[2]).toEqual({
      timestamp: '2024-01-20T10:43:00Z',
      cpu: 67,
      memory: 2.55,
      recordsPerSecond: 600,
      stage: 'Performance Analysis',
    });
  });

  it('tell where it is going and how well it was predicted', () => {
    expect(body.performanceTrends).toEqual({
      cpuTrend: 'Stable',
      memoryTrend: 'Stable',
      throughputTrend: 'Stable',
      overallEfficiency: 'Good',
      predictionAccuracy: 91.3,
    });
  });

  it('compare it with past jobs of its type', () => {
    expect(body.benchmarks).toEqual({
      jobType: 'ProcessMining',
      averageJobDuration: '23 minutes',
      averageThroughput: '141 records/second',
      currentPerformanceRank: '67th percentile',
      similarJobsComparison: { fasterThan: 67, similarTo: 33, slowerThan: 0 },
    });
  });

  it('are limited to the groups that are asked for', () => {
    const cpu = answers.metrics(EXAMPLE_JOB, { metrics: ['cpu'], includeHistory: true }, 'en');
    expect(cpu.currentMetrics.resourceUtilization).toEqual({
      cpu: { usage: 67, cores: 2, efficiency: 67 },
    });
    expect(cpu.currentMetrics.processing).toBeUndefined();
    expect(cpu.benchmarks).toBeUndefined();
    expect(cpu.performanceTrends).toEqual({ cpuTrend: 'Stable', predictionAccuracy: 91.3 });
    expect(Object.keys(cpu.historicalMetrics?.[0] ?? {})).toEqual(['timestamp', 'cpu', 'stage']);
  });

  it('have no past unless it is asked for', () => {
    expect(answers.metrics(EXAMPLE_JOB, {}, 'en').historicalMetrics).toBeUndefined();
  });
});

describe('the metrics of a job that nothing is known of', () => {
  it('are empty, not zero', () => {
    const { answers, tracker } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'Silent', jobType: 'New' });
    const expected: MetricsBody = {
      jobId: JOB,
      metricsCollectionTime: '2024-01-20T10:30:00Z',
      currentMetrics: {},
    };
    expect(answers.metrics(JOB, {}, 'en')).toEqual(expected);
    expect(answers.metrics(JOB, { includeHistory: true }, 'en')).toEqual({
      ...expected,
      historicalMetrics: [],
    });
  });

  it('have no averages of one sample', () => {
    const { answers, tracker, report } = createAnswering();
    tracker.register({ jobId: JOB, jobName: 'One', cpuCores: 4 });
    report(JOB, { type: 'sample', cpuPercent: 25 });
    const { currentMetrics, performanceTrends } = answers.metrics(JOB, {}, 'en');
    expect(currentMetrics).toEqual({ resourceUtilization: { cpu: { usage: 25, cores: 4 } } });
    expect(performanceTrends).toBeUndefined();
  });
});

describe('the benchmark of a job that has ended', () => {
  it('is by throughput, since two runs need not have the same amount to do', () => {
    const { answers, tracker, report, pass } = createAnswering();
    const run = (jobId: string, records: number, seconds: number): void => {
      tracker.register({ jobId, jobName: 'Import', jobType: 'Import' });
      pass(seconds);
      report(jobId, { type: 'progress', records }, { type: 'finish', status: 'Completed' });
    };
    run('aa0e8400-e29b-41d4-a716-446655440000', 1_000, 10);
    run('bb0e8400-e29b-41d4-a716-446655440000', 1_000, 20);
    run(JOB, 15_000, 100);
    expect(answers.metrics(JOB, {}, 'en').benchmarks).toEqual({
      jobType: 'Import',
      averageJobDuration: '15 seconds',
      averageThroughput: '75 records/second',
      currentPerformanceRank: '100th percentile',
      similarJobsComparison: { fasterThan: 100, similarTo: 0, slowerThan: 0 },
    });
  });
});
