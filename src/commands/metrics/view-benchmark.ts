import type { MetricsBody } from '../../contract/index.js';
import { type Gauge, section } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { proportionBar } from '../../render/proportion-bar.js';
import { extraRows, knownParts, optional, rowOf } from '../../render/rows.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { rateText } from './view-processing.js';

type Benchmarks = NonNullable<MetricsBody['benchmarks']>;

const BENCHMARKS = [
  'jobType',
  'averageJobDuration',
  'averageThroughput',
  'currentPerformanceRank',
  'similarJobsComparison',
];

/** How the job does among others of its kind. `recordsPerSecond` is its own throughput. */
export function benchmarkSection(
  benchmarks: Benchmarks | null | undefined,
  recordsPerSecond: number | null | undefined,
  look: Look,
): SafeText[] {
  const words = look.messages.metrics;
  const { quantity } = look.formats;
  const average = (figure: string): string => words.onAverage(quantity(figure));
  const throughput = optional(benchmarks?.averageThroughput, average);
  const own = optional(throughput && recordsPerSecond, (rate) =>
    words.thisJob(rateText(rate, look)),
  );
  const rows = [
    ...rowOf(words.jobType, knownParts(optional(benchmarks?.jobType, inline))),
    ...rowOf(words.rank, knownParts(optional(benchmarks?.currentPerformanceRank, quantity))),
    ...rowOf(words.duration, knownParts(optional(benchmarks?.averageJobDuration, average))),
    ...rowOf(words.throughput, knownParts(throughput, own)),
    ...comparisonRow(benchmarks?.similarJobsComparison, look),
    ...extraRows(benchmarks, BENCHMARKS, look),
  ];
  return section(inline(words.benchmark), rows, look);
}

function comparisonRow(comparison: Benchmarks['similarJobsComparison'], look: Look): Gauge[] {
  const words = look.messages.metrics;
  const { symbols, theme } = look;
  const groups = [
    {
      amount: comparison?.fasterThan,
      say: words.fasterThan,
      glyph: symbols.barFull,
      paint: theme.good,
    },
    {
      amount: comparison?.similarTo,
      say: words.similarTo,
      glyph: symbols.barHalf,
      paint: theme.plain,
    },
    {
      amount: comparison?.slowerThan,
      say: words.slowerThan,
      glyph: symbols.barEmpty,
      paint: theme.bad,
    },
  ];
  const parts = groups.flatMap(({ amount, say, glyph, paint }) => {
    if (amount == null) return [];
    const text = inline(say(look.formats.percent(amount)));
    return [look.terminal ? safe`${paint(glyph)} ${text}` : text];
  });
  const amounts = groups.map((group) => ({ ...group, amount: group.amount ?? 0 }));
  return rowOf(words.compared, parts, (columns) => proportionBar(amounts, columns, look));
}
