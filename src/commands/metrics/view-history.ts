import type { MetricsSample } from '../../contract/index.js';
import type { MetricsHistory, Series, SeriesName } from '../../domain/metrics-history.js';
import { flow } from '../../render/facts.js';
import { type Gauge, section } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { type Plot, plot, plotLabelColumns } from '../../render/plot.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { sparkline } from '../../render/sparkline.js';
import type { MetricsGroup } from './options.js';
import { rateText } from './view-processing.js';
import { sampleTable } from './view-samples.js';

/** More changes of the stage than this can't be told apart below a plot. */
const MOST_MARKS = 12;
const INDENT = 2;

interface Shown {
  name: string;
  unit: string;
  series: Series;
  format: (value: number) => SafeText;
  label: (value: number) => SafeText;
  fullScale: number;
}

/** The past: a sparkline for each figure, then a plot of each on a terminal, or a row for each sample in a pipe. */
export function historyLines(
  history: MetricsHistory,
  samples: readonly MetricsSample[],
  shows: (group: MetricsGroup) => boolean,
  look: Look,
): SafeText[] {
  const words = look.messages.metrics;
  const shown = shownSeries(history, look).filter(({ key }) => shows(key));
  if (shown.length === 0) return [];
  const rows = [periodRow(history, look), ...shown.map((item) => sparkRow(item, look))];
  const lines = section(inline(words.history), rows, look);
  if (look.terminal) return [...lines, ...plotLines(shown, history, look)];
  return [...lines, safe``, ...sampleTable(samples, shows, look)];
}

function shownSeries({ series }: MetricsHistory, look: Look): (Shown & { key: SeriesName })[] {
  const words = look.messages.metrics;
  const { number, percent } = look.formats;
  const gigabytes = (value: number): SafeText => safe`${number(value)} GB`;
  const ways = [
    { key: 'cpu', name: words.cpu, unit: '%', format: percent, label: percent, fullScale: 100 },
    {
      key: 'memory',
      name: words.memory,
      unit: 'GB',
      format: gigabytes,
      label: number,
      fullScale: 0,
    },
    {
      key: 'throughput',
      name: words.rate,
      unit: look.messages.units.recordsPerSecond,
      format: (value: number) => rateText(value, look),
      label: number,
      fullScale: 0,
    },
  ] as const;
  return ways.flatMap(({ format, label, ...way }) => {
    const found = series[way.key];
    if (found === undefined) return [];
    return [
      { ...way, series: found, format: (value) => format(value), label: (value) => label(value) },
    ];
  });
}

function periodRow({ times, count }: MetricsHistory, look: Look): Gauge {
  const words = look.messages.metrics;
  const { number, time } = look.formats;
  const period = safe`${time(times.low)} ${look.symbols.arrow} ${time(times.high)}`;
  return {
    name: inline(words.period),
    parts: [period, inline(words.samples(count, number(count)))],
  };
}

function sparkRow({ name, series, format, label }: Shown, look: Look): Gauge {
  const words = look.messages.metrics;
  const values = series.points.map(({ value }) => value);
  return {
    name: inline(name),
    draw: (columns) => look.theme.active(sparkline(values, columns, look.symbols)),
    parts: [
      format(series.last),
      look.theme.faint(inline(words.least(label(series.least)))),
      look.theme.faint(inline(words.most(label(series.most)))),
    ],
  };
}

function plotLines(shown: readonly Shown[], history: MetricsHistory, look: Look): SafeText[] {
  const isMarked = history.stages.length > 1 && history.stages.length <= MOST_MARKS;
  const plots = shown.map(
    ({ series, label, fullScale }): Plot => ({
      points: series.points,
      times: history.times,
      marks: isMarked ? history.stages.map(({ timeMs }) => timeMs) : [],
      fullScale,
      formatValue: label,
      formatTime: look.formats.time,
    }),
  );
  const labelColumns = Math.max(...plots.map(plotLabelColumns));
  const lines = plots.flatMap((item, index) => {
    const drawn = plot(item, look.width - INDENT, look, labelColumns);
    const title = look.theme.faint(plotTitle(shown[index], look));
    return drawn.length === 0
      ? []
      : [safe``, safe`  ${title}`, ...drawn.map((line) => safe`  ${line}`)];
  });
  return lines.length > 0 && isMarked ? [...lines, safe``, ...stageLegend(history, look)] : lines;
}

const plotTitle = (shown: Shown | undefined, look: Look): SafeText =>
  inline(look.messages.metrics.withUnit(shown?.name ?? '', shown?.unit ?? ''));

function stageLegend({ stages }: MetricsHistory, look: Look): SafeText[] {
  const parts = stages.map(
    ({ timeMs, stage }) =>
      safe`${look.theme.faint(safe`${look.symbols.milestone} ${look.formats.time(timeMs)}`)} ${inline(stage)}`,
  );
  return flow(parts, look.width - INDENT).map((line) => safe`  ${line}`);
}
