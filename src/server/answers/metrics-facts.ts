import type { MetricsParams, metricsGroups } from '../../contract/index.js';
import type { JobRecord, SampleRecord } from '../store/records.js';
import { type Bucket, bucketsOf, rateInto } from './formulas/buckets.js';
import { cpuShare, type Measurement } from './formulas/usage.js';
import type { JobFacts, Outlook } from './outlook.js';
import type { Reading } from './reading.js';

const INTERVAL_MS = { '1m': 60_000, '5m': 300_000, '15m': 900_000 } as const;

type MetricsGroup = (typeof metricsGroups)[number];

/** What metrics are computed from. */
export interface MetricsFacts extends JobFacts {
  outlook: Outlook;
  nowMs: number;
  /** All samples of the job, oldest first. */
  allSamples: readonly SampleRecord[];
  buckets: readonly Bucket[];
  intervalMs: number;
  shows: (group: MetricsGroup) => boolean;
}

/** A job's facts with what the question and all of its samples add. */
export function metricsFacts(
  reading: Reading,
  job: JobRecord,
  { interval = '5m', metrics }: MetricsParams,
): MetricsFacts {
  const intervalMs = INTERVAL_MS[interval];
  const allSamples = reading.store.samples(job.id);
  return {
    ...reading.facts(job),
    outlook: reading.outlook(job),
    nowMs: reading.nowMs,
    allSamples,
    intervalMs,
    buckets: bucketsOf(allSamples, intervalMs),
    shows: (group) => metrics === undefined || metrics.includes(group),
  };
}

/** One figure of samples, where it is known, each with its time. */
function measure(
  samples: readonly SampleRecord[],
  value: (sample: SampleRecord, index: number) => number | undefined,
): Measurement[] {
  return samples.flatMap((sample, index) => {
    const found = value(sample, index);
    return found === undefined ? [] : [{ timeMs: sample.timeMs, value: found }];
  });
}

/** The share of its cores that the job kept busy, over time. */
export const cpuSeries = (samples: readonly SampleRecord[]): Measurement[] =>
  measure(samples, ({ cpuPercent }) => cpuShare(cpuPercent));

/** Its memory in bytes, over time. */
export const memorySeries = (samples: readonly SampleRecord[]): Measurement[] =>
  measure(samples, ({ memoryBytes }) => memoryBytes);

/** Its records per second, each from one sample to the next. */
export const rateSeries = (samples: readonly SampleRecord[]): Measurement[] =>
  measure(samples, (_sample, index) => rateInto(samples, index));
