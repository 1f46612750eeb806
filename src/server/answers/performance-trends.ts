import type { MetricsBody, Rating } from '../../contract/index.js';
import { processingEfficiency } from './current-metrics.js';
import { predictionAccuracy, stageEfficiency } from './formulas/accuracy.js';
import { mean, rounded } from './formulas/shares.js';
import { trendOf } from './formulas/trend.js';
import { group } from './group.js';
import { cpuSeries, type MetricsFacts, memorySeries, rateSeries } from './metrics-facts.js';

/** How many intervals before the newest sample a trend looks at. */
const TREND_INTERVALS = 3;

/** Where the figures of a job are going. */
export function performanceTrends(facts: MetricsFacts): MetricsBody['performanceTrends'] {
  const { allSamples, intervalMs, outlook, shows } = facts;
  const sinceMs = (allSamples.at(-1)?.timeMs ?? 0) - TREND_INTERVALS * intervalMs;
  const recent = allSamples.filter(({ timeMs }) => timeMs >= sinceMs);
  return group({
    cpuTrend: shows('cpu') ? trendOf(cpuSeries(recent)) : undefined,
    memoryTrend: shows('memory') ? trendOf(memorySeries(recent)) : undefined,
    throughputTrend: shows('throughput') ? trendOf(rateSeries(recent)) : undefined,
    overallEfficiency: shows('throughput') ? overallEfficiency(facts) : undefined,
    predictionAccuracy: rounded(predictionAccuracy(outlook.plan), 1),
  });
}

/**
 * The mean of how the present rate compares with the best one, and of how the stages kept to their time, as far as
 * they are known: 75 and more is Good, 50 and more Medium, else Poor. How busy the processor is does not count: a job
 * that waits for a disk is not a bad job.
 */
function overallEfficiency(facts: MetricsFacts): Rating | undefined {
  const parts = [processingEfficiency(facts), stageEfficiency(facts.outlook.plan)];
  const percent = mean(parts.flatMap((part) => part ?? []));
  if (percent === undefined) return undefined;
  if (percent >= 75) return 'Good';
  return percent >= 50 ? 'Medium' : 'Poor';
}
