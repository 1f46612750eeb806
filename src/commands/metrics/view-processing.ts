import type { MetricsBody } from '../../contract/index.js';
import { share } from '../../domain/size.js';
import { type Gauge, section, shareBar } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { extraRows, knownParts, optional, rowOf } from '../../render/rows.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import type { Paint, Theme } from '../../render/theme.js';

type Current = MetricsBody['currentMetrics'];

const PROCESSING = [
  'recordsPerSecond',
  'recordsProcessed',
  'totalRecords',
  'processingEfficiency',
  'errorRate',
  'retryRate',
];

/** A rate of records in the user's language. */
export const rateText = (recordsPerSecond: number, look: Look): SafeText =>
  inline(`${look.formats.number(recordsPerSecond)} ${look.messages.units.recordsPerSecond}`);

/** How far and how fast the job works through its records, and what goes wrong. */
export function processingSection(processing: Current['processing'], look: Look): SafeText[] {
  const words = look.messages.metrics;
  const { percent } = look.formats;
  const rate = optional(processing?.recordsPerSecond, (value) => rateText(value, look));
  const efficiency = optional(processing?.processingEfficiency, (value) =>
    words.efficiency(percent(value)),
  );
  const rows = [
    ...recordsRow(processing, look),
    ...rowOf(words.rate, knownParts(rate, efficiency)),
    ...rowOf(words.errorRate, knownParts(faultShare(processing?.errorRate, look))),
    ...rowOf(words.retryRate, knownParts(faultShare(processing?.retryRate, look))),
    ...extraRows(processing, PROCESSING, look),
  ];
  return section(inline(words.processing), rows, look);
}

function recordsRow(processing: Current['processing'], look: Look): Gauge[] {
  const { number, percent } = look.formats;
  const { recordsProcessed: done, totalRecords: total } = processing ?? {};
  if (done == null && total == null) return [];
  const figure =
    total == null
      ? number(done ?? 0)
      : safe`${optional(done, number) ?? safe`-`} / ${number(total)}`;
  const part = share(done, total);
  const drawing = shareBar(part, look, look.theme.active);
  return rowOf(look.messages.metrics.records, knownParts(figure, optional(part, percent)), drawing);
}

/** A share from 0 to 1 of work that failed or was done again. */
function faultShare(fraction: number | null | undefined, look: Look): SafeText | undefined {
  return fraction == null
    ? undefined
    : faultPaint(fraction, look.theme)(look.formats.fraction(fraction));
}

function faultPaint(fraction: number, theme: Theme): Paint {
  if (fraction >= 0.05) return theme.bad;
  return fraction >= 0.01 ? theme.caution : theme.plain;
}

const STAGES = ['completed', 'running', 'pending', 'averageStageTime', 'stageEfficiency'];

/** How many stages are done, and how well. */
export function stageCountsSection(stages: Current['stages'], look: Look): SafeText[] {
  const words = look.messages.metrics;
  const { number, percent, quantity } = look.formats;
  const counts = knownParts(
    optional(stages?.completed, (count) => words.completed(number(count))),
    optional(stages?.running, (count) => words.running(number(count))),
    optional(stages?.pending, (count) => words.pending(number(count))),
  );
  const rows = [
    ...rowOf(words.counts, counts),
    ...rowOf(words.averageTime, knownParts(optional(stages?.averageStageTime, quantity))),
    ...rowOf(words.stageEfficiency, knownParts(optional(stages?.stageEfficiency, percent))),
    ...extraRows(stages, STAGES, look),
  ];
  return section(inline(words.stages), rows, look);
}
