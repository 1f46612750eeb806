import type { MetricsBody } from '../../contract/index.js';
import type { Wording } from '../wording/wording.js';
import { stageEfficiency } from './formulas/accuracy.js';
import { clampPercent, mean, percentOf, rounded } from './formulas/shares.js';
import { peak, timeWeightedMean } from './formulas/usage.js';
import { group } from './group.js';
import { cpuSeries, type MetricsFacts, memorySeries } from './metrics-facts.js';
import { jobRecords } from './outlook.js';
import { cpuUsage, latest } from './resource-usage.js';

type Current = MetricsBody['currentMetrics'];
type Utilization = NonNullable<Current['resourceUtilization']>;

/** What a job uses and does now, as far as it is asked for. */
export function currentMetrics(facts: MetricsFacts, words: Wording): Current {
  const { shows } = facts;
  return {
    ...group({
      resourceUtilization: group({
        cpu: shows('cpu') ? cpuMetrics(facts) : undefined,
        memory: shows('memory') ? memoryMetrics(facts, words) : undefined,
        disk: shows('disk') ? diskMetrics(facts, words) : undefined,
        network: shows('network') ? networkMetrics(facts, words) : undefined,
      }),
      processing: shows('throughput') ? processing(facts) : undefined,
      stages: stageCounts(facts, words),
    }),
  };
}

/** Efficiency is the time-weighted mean of the share of its cores that the job has kept busy since its start. */
function cpuMetrics(facts: MetricsFacts): Utilization['cpu'] {
  const { job, samples, allSamples } = facts;
  return group({
    usage: cpuUsage(samples),
    cores: job.cpuCores,
    efficiency: rounded(timeWeightedMean(cpuSeries(allSamples)), 1),
  });
}

/** Efficiency is the time-weighted mean of the memory in use ÷ the memory that the job may use, in percent. */
function memoryMetrics(
  { job, samples, allSamples }: MetricsFacts,
  words: Wording,
): Utilization['memory'] {
  const series = memorySeries(allSamples);
  const size = sizeIn(words);
  return group({
    used: size(latest(samples, 'memoryBytes')),
    allocated: size(job.memoryLimitBytes),
    peak: size(peak(series)),
    efficiency: rounded(percentOf(timeWeightedMean(series), job.memoryLimitBytes), 1),
  });
}

/** Totals since the start. Reporters count bytes, so there are no operations a second and no latency to tell of. */
function diskMetrics({ samples }: MetricsFacts, words: Wording): Utilization['disk'] {
  const size = sizeIn(words);
  return group({
    reads: size(latest(samples, 'diskReadBytes')),
    writes: size(latest(samples, 'diskWriteBytes')),
  });
}

function networkMetrics({ samples }: MetricsFacts, words: Wording): Utilization['network'] {
  const size = sizeIn(words);
  return group({
    bytesIn: size(latest(samples, 'networkInBytes')),
    bytesOut: size(latest(samples, 'networkOutBytes')),
    connections: latest(samples, 'connections'),
  });
}

const sizeIn =
  (words: Wording) =>
  (bytes: number | undefined): string | undefined =>
    bytes === undefined ? undefined : words.size(bytes);

/** Records of the running stage, where it counts them, else of the job. */
function processing(facts: MetricsFacts): Current['processing'] {
  const { job, outlook } = facts;
  const counted = outlook.current?.record;
  const subject = counted?.recordsProcessed === undefined ? job : counted;
  return group({
    recordsPerSecond: rounded(outlook.recordsPerSecond, 2),
    recordsProcessed: subject.recordsProcessed ?? jobRecords(job, outlook.plan),
    totalRecords: subject.totalRecords,
    processingEfficiency: rounded(processingEfficiency(facts), 1),
    errorRate: rounded(errorRate(facts), 6),
    retryRate: retryRate(facts),
  });
}

/** The present rate ÷ the rate of the best interval of this job so far, in percent. */
export function processingEfficiency({ outlook, buckets }: MetricsFacts): number | undefined {
  const rates = buckets.flatMap(({ recordsPerSecond }) => recordsPerSecond ?? []);
  return percentOf(outlook.recordsPerSecond, Math.max(0, ...rates));
}

/** ERROR entries of the log ÷ records processed, at most 1; `undefined` before a record was. */
function errorRate({ job, outlook }: MetricsFacts): number | undefined {
  const percent = percentOf(job.logCounts.ERROR, jobRecords(job, outlook.plan));
  return percent === undefined ? undefined : percent / 100;
}

/** A fraction that the reporter itself gave as the figure `retryRate`, of the running stage or of the job. */
function retryRate({ job, outlook }: MetricsFacts): number | undefined {
  const reported = outlook.current?.record?.metrics['retryRate'] ?? job.metrics['retryRate'];
  return typeof reported === 'number' ? clampPercent(reported * 100) / 100 : undefined;
}

/** `undefined` for a job without stages. */
function stageCounts({ outlook: { plan } }: MetricsFacts, words: Wording): Current['stages'] {
  if (plan.length === 0) return undefined;
  const count = (wanted: string): number => plan.filter(({ status }) => status === wanted).length;
  const averageMs = mean(
    plan.flatMap(({ status, actualMs }) => (status === 'Completed' ? (actualMs ?? []) : [])),
  );
  return group({
    completed: count('Completed'),
    running: count('Running'),
    pending: count('Pending'),
    averageStageTime: averageMs === undefined ? undefined : words.duration(averageMs),
    stageEfficiency: rounded(stageEfficiency(plan), 1),
  });
}
