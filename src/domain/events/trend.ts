import type { BatchJob, MetricsBody, MetricsSample, ProgressBody } from '../../contract/index.js';
import { metricsHistory, type Series } from '../metrics-history.js';
import { parseRate } from '../rate.js';
import { parseSize } from '../size.js';
import type { SeenEvent } from './job-event.js';
import { type JobState, POINTS_KEPT, ROW_POINTS_KEPT, type Trend } from './watch-state.js';

/** The figures of one moment, in the units of {@link Trend}. */
type Figures = { [Name in keyof Trend]: number | undefined };

/** The past that metrics tell has memory in GB. */
const BYTES_PER_GB = 1e9;

export const emptyTrend: Trend = { cpu: [], memory: [], rate: [] };

/**
 * A job's trend after one more look. Figures come from the progress or the batch's row, what neither tells from the
 * metrics; a look that saw no change repeats the last ones, so that the trend keeps its pace. A past that metrics tell
 * goes before it all, once.
 */
export function nextTrend({ trend, metrics, row }: JobState, event: SeenEvent): Trend {
  const most = (row ?? event.row) === undefined ? POINTS_KEPT : ROW_POINTS_KEPT;
  const past = event.metrics?.historicalMetrics;
  if (past == null) return extended(trend, event, most);
  const whole = metrics?.historicalMetrics == null ? withPast(trend, past) : trend;
  return event.progress === undefined && event.row === undefined
    ? whole
    : extended(whole, event, most);
}

function extended(trend: Trend, event: SeenEvent, most: number): Trend {
  const seen = figuresOf(event);
  const isUnchanged = event.progress === undefined && event.row === undefined;
  const add = (name: keyof Trend): readonly number[] =>
    appended(trend[name], seen[name] ?? (isUnchanged ? trend[name].at(-1) : undefined), most);
  return { cpu: add('cpu'), memory: add('memory'), rate: add('rate') };
}

function withPast(trend: Trend, samples: readonly MetricsSample[]): Trend {
  const past = pastOf(samples);
  const before = (name: keyof Trend): readonly number[] =>
    [...past[name], ...trend[name]].slice(-POINTS_KEPT);
  return { cpu: before('cpu'), memory: before('memory'), rate: before('rate') };
}

function appended(
  points: readonly number[],
  value: number | undefined,
  most: number,
): readonly number[] {
  if (value === undefined || !Number.isFinite(value)) return points;
  const next = points.slice(Math.max(0, points.length + 1 - most));
  next.push(value);
  return next;
}

function figuresOf({ progress, row, metrics }: SeenEvent): Figures {
  const all = [ofProgress(progress), ofRow(row), ofMetrics(metrics)];
  const first = (name: keyof Trend): number | undefined =>
    all.find((figures) => figures[name] !== undefined)?.[name];
  return { cpu: first('cpu'), memory: first('memory'), rate: first('rate') };
}

function ofProgress(body: ProgressBody | undefined): Figures {
  const { cpuUsage, memoryUsage, processingRate } = body?.resourceUsage ?? {};
  return figures(cpuUsage, parseSize(memoryUsage), parseRate(processingRate));
}

function ofRow(row: BatchJob | undefined): Figures {
  const { cpu, memory, processingRate } = row?.resourceUsage ?? {};
  return figures(cpu, parseSize(memory), parseRate(processingRate));
}

function ofMetrics(body: MetricsBody | undefined): Figures {
  const { resourceUtilization: used, processing } = body?.currentMetrics ?? {};
  return figures(used?.cpu?.usage, parseSize(used?.memory?.used), processing?.recordsPerSecond);
}

const figures = (
  cpu: number | null | undefined,
  memory: number | undefined,
  rate: number | null | undefined,
): Figures => ({ cpu: cpu ?? undefined, memory, rate: rate ?? undefined });

function pastOf(samples: readonly MetricsSample[]): Trend {
  const past = metricsHistory(samples)?.series;
  return {
    cpu: pointsOf(past?.cpu),
    memory: pointsOf(past?.memory).map((gigabytes) => gigabytes * BYTES_PER_GB),
    rate: pointsOf(past?.throughput),
  };
}

const pointsOf = (series: Series | undefined): number[] =>
  (series?.points ?? []).flatMap(({ value }) => value ?? []).slice(-POINTS_KEPT);
