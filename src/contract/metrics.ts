import * as v from 'valibot';
import { Count, DisplayText, Fraction, maybe, Percentage, Timestamp } from './parts.js';

/** One point of a job's past. `memory` is in GB. */
const MetricsSampleSchema = v.looseObject({
  timestamp: Timestamp,
  cpu: maybe(Percentage),
  memory: maybe(v.number()),
  recordsPerSecond: maybe(v.number()),
  stage: maybe(v.string()),
});

const ResourceUtilizationSchema = v.looseObject({
  cpu: maybe(
    v.looseObject({ usage: maybe(Percentage), cores: maybe(Count), efficiency: maybe(Percentage) }),
  ),
  memory: maybe(
    v.looseObject({
      used: maybe(DisplayText),
      allocated: maybe(DisplayText),
      peak: maybe(DisplayText),
      efficiency: maybe(Percentage),
    }),
  ),
  disk: maybe(
    v.looseObject({
      reads: maybe(DisplayText),
      writes: maybe(DisplayText),
      iops: maybe(v.number()),
      latency: maybe(DisplayText),
    }),
  ),
  network: maybe(
    v.looseObject({
      bytesIn: maybe(DisplayText),
      bytesOut: maybe(DisplayText),
      connections: maybe(Count),
    }),
  ),
});

const ProcessingSchema = v.looseObject({
  recordsPerSecond: maybe(v.number()),
  recordsProcessed: maybe(Count),
  totalRecords: maybe(Count),
  processingEfficiency: maybe(Percentage),
  errorRate: maybe(Fraction),
  retryRate: maybe(Fraction),
});

const StageCountsSchema = v.looseObject({
  completed: maybe(Count),
  running: maybe(Count),
  pending: maybe(Count),
  averageStageTime: maybe(DisplayText),
  stageEfficiency: maybe(Percentage),
});

/** The body of `GET /job/{jobId}/metrics`. */
export const MetricsBodySchema = v.looseObject({
  jobId: maybe(v.string()),
  metricsCollectionTime: maybe(Timestamp),
  currentMetrics: v.looseObject({
    resourceUtilization: maybe(ResourceUtilizationSchema),
    processing: maybe(ProcessingSchema),
    stages: maybe(StageCountsSchema),
  }),
  historicalMetrics: maybe(v.array(MetricsSampleSchema)),
  performanceTrends: maybe(
    v.looseObject({
      cpuTrend: maybe(v.string()),
      memoryTrend: maybe(v.string()),
      throughputTrend: maybe(v.string()),
      overallEfficiency: maybe(v.string()),
      predictionAccuracy: maybe(Percentage),
    }),
  ),
  benchmarks: maybe(
    v.looseObject({
      jobType: maybe(v.string()),
      averageJobDuration: maybe(DisplayText),
      averageThroughput: maybe(DisplayText),
      currentPerformanceRank: maybe(DisplayText),
      similarJobsComparison: maybe(
        v.looseObject({
          fasterThan: maybe(Percentage),
          similarTo: maybe(Percentage),
          slowerThan: maybe(Percentage),
        }),
      ),
    }),
  ),
});

export type MetricsSample = v.InferOutput<typeof MetricsSampleSchema>;
export type MetricsBody = v.InferOutput<typeof MetricsBodySchema>;
