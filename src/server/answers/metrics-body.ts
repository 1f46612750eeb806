import type { MetricsBody, MetricsSample } from '../../contract/index.js';
import { known } from '../known.js';
import type { Wording } from '../wording/wording.js';
import { benchmarks } from './benchmarks.js';
import { currentMetrics } from './current-metrics.js';
import { rounded } from './formulas/shares.js';
import { cpuShare } from './formulas/usage.js';
import type { MetricsFacts } from './metrics-facts.js';
import { performanceTrends } from './performance-trends.js';
import { timeText } from './time-text.js';

/** What a job uses and does, now and, where it is asked for, before; limited to the groups that are asked for. */
export function metricsBody(
  facts: MetricsFacts,
  includeHistory: boolean,
  words: Wording,
): MetricsBody {
  return known({
    jobId: facts.job.id,
    metricsCollectionTime: timeText(facts.nowMs),
    currentMetrics: currentMetrics(facts, words),
    historicalMetrics: includeHistory ? historicalMetrics(facts) : undefined,
    performanceTrends: performanceTrends(facts),
    benchmarks: facts.shows('throughput') ? benchmarks(facts, facts.outlook, words) : undefined,
  });
}

/** Means over the asked intervals, each told of at its beginning; memory in GB of a thousand million bytes. */
function historicalMetrics({ buckets, shows }: MetricsFacts): MetricsSample[] {
  return buckets.map((bucket) =>
    known({
      timestamp: timeText(bucket.startMs) ?? '',
      cpu: shows('cpu') ? rounded(cpuShare(bucket.cpuPercent), 1) : undefined,
      memory: shows('memory')
        ? rounded(bucket.memoryBytes === undefined ? undefined : bucket.memoryBytes / 1e9, 6)
        : undefined,
      recordsPerSecond: shows('throughput') ? rounded(bucket.recordsPerSecond, 2) : undefined,
      stage: bucket.stage,
    }),
  );
}
