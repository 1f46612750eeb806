import type { MetricsBody } from '../../contract/index.js';
import { metricsHistory } from '../../domain/metrics-history.js';
import { gauges } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { wrap } from '../../render/width.js';
import type { MetricsGroup } from './options.js';
import { benchmarkSection } from './view-benchmark.js';
import { historyLines } from './view-history.js';
import { processingSection, stageCountsSection } from './view-processing.js';
import { resourcesSection } from './view-resources.js';
import { trendsSection } from './view-trends.js';

/** Metrics, and what of them is to be shown. */
export interface MetricsState {
  body: MetricsBody;
  /** The only groups to show, also where the server sent more; all without it. */
  metrics?: readonly MetricsGroup[] | undefined;
  /** Whether to show the past. */
  history: boolean;
}

/** A job's metrics as a screen, or as facts a line each in a pipe; nothing when there is none of what was asked for. */
export function metricsView(state: MetricsState, look: Look): SafeText[] {
  const lines = metricsSections(state, look);
  return lines.length === 0 ? [] : [...headLines(state.body, look), ...lines];
}

/** The same without its title: sections, each with an empty line before it. */
export function metricsSections({ body, metrics, history }: MetricsState, look: Look): SafeText[] {
  const { resourceUtilization, processing, stages } = body.currentMetrics;
  const shows = (group: MetricsGroup): boolean => metrics === undefined || metrics.includes(group);
  const all = metrics === undefined;
  const past = history ? metricsHistory(body.historicalMetrics ?? []) : undefined;
  return [
    ...resourcesSection(resourceUtilization, { shows, all }, look),
    ...(shows('throughput') ? processingSection(processing, look) : []),
    ...(all ? stageCountsSection(stages, look) : []),
    ...trendsSection(body.performanceTrends, { shows, all }, look),
    ...(all ? benchmarkSection(body.benchmarks, processing?.recordsPerSecond, look) : []),
    ...(past === undefined ? [] : historyLines(past, body.historicalMetrics ?? [], shows, look)),
  ];
}

function headLines({ jobId, metricsCollectionTime }: MetricsBody, look: Look): SafeText[] {
  const words = look.messages.metrics;
  if (!look.terminal) {
    const rows = [
      { name: inline(words.title), parts: [inline(jobId ?? '-')] },
      { name: inline(words.collected), parts: [look.formats.time(metricsCollectionTime)] },
    ];
    return gauges(rows, look);
  }
  const title = safe`${look.theme.strong(inline(words.title))}  ${look.theme.faint(inline(jobId ?? '-'))}`;
  if (metricsCollectionTime == null) return wrap(title, look.width);
  const collected = safe`${inline(words.collected)} ${look.formats.time(metricsCollectionTime)}`;
  return [...wrap(title, look.width), ...wrap(look.theme.faint(collected), look.width)];
}
