import type { MetricsSample } from '../contract/index.js';
import type { Range } from './axis.js';
import { instant } from './instant.js';
import type { PlotPoint } from './plot-grid.js';

/** The figures that a past is made of. */
export type SeriesName = 'cpu' | 'memory' | 'throughput';

/** A figure over time with its ends. */
export interface Series {
  points: readonly PlotPoint[];
  least: number;
  most: number;
  last: number;
}

/** A stage that was worked on from a moment on. */
interface StageChange {
  timeMs: number;
  stage: string;
}

/** A job's past in the order of time. */
export interface MetricsHistory {
  times: Range;
  /** How many samples have a time that can be read. */
  count: number;
  /** CPU in percent, memory in GB, throughput in records a second; those without a single figure are left out. */
  series: Partial<Record<SeriesName, Series>>;
  /** The first stage and every change after it. */
  stages: readonly StageChange[];
}

const FIELDS = { cpu: 'cpu', memory: 'memory', throughput: 'recordsPerSecond' } as const;

/** Puts samples into the order of time and looks at each figure. `undefined` when none has a time. */
export function metricsHistory(samples: readonly MetricsSample[]): MetricsHistory | undefined {
  const timed = samples
    .flatMap((sample) => {
      const timeMs = instant(sample.timestamp);
      return timeMs === undefined ? [] : [{ timeMs, sample }];
    })
    .sort((a, b) => a.timeMs - b.timeMs);
  const [first, last] = [timed[0], timed.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const series: MetricsHistory['series'] = {};
  for (const name of ['cpu', 'memory', 'throughput'] as const) {
    const found = seriesOf(
      timed.map(({ timeMs, sample }) => ({ timeMs, value: known(sample[FIELDS[name]]) })),
    );
    if (found !== undefined) series[name] = found;
  }
  const stages = stageChanges(timed.map(({ timeMs, sample }) => ({ timeMs, stage: sample.stage })));
  return { times: { low: first.timeMs, high: last.timeMs }, count: timed.length, series, stages };
}

function seriesOf(points: readonly PlotPoint[]): Series | undefined {
  const values = points.flatMap(({ value }) => value ?? []);
  const last = values.at(-1);
  if (last === undefined) return undefined;
  return {
    points,
    last,
    least: values.reduce((least, value) => Math.min(least, value)),
    most: values.reduce((most, value) => Math.max(most, value)),
  };
}

function stageChanges(
  samples: readonly { timeMs: number; stage: string | null | undefined }[],
): StageChange[] {
  const changes: StageChange[] = [];
  for (const { timeMs, stage } of samples) {
    if (stage != null && stage !== changes.at(-1)?.stage) changes.push({ timeMs, stage });
  }
  return changes;
}

const known = (value: number | null | undefined): number | undefined =>
  value != null && Number.isFinite(value) ? value : undefined;
