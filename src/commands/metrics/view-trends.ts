import { type MetricsBody, ratings, type Trend, trends } from '../../contract/index.js';
import { type Gauge, section } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { extraRows, knownParts, optional, rowOf } from '../../render/rows.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import type { Paint, Theme } from '../../render/theme.js';
import { word } from '../../render/words.js';
import type { Selection } from './view-resources.js';

const TRENDS = [
  'cpuTrend',
  'memoryTrend',
  'throughputTrend',
  'overallEfficiency',
  'predictionAccuracy',
];

/** Where the figures are going. */
export function trendsSection(
  body: MetricsBody['performanceTrends'],
  { shows, all }: Selection,
  look: Look,
): SafeText[] {
  const words = look.messages.metrics;
  const { theme } = look;
  const whole = [
    ...ratingRow(body?.overallEfficiency, look),
    ...rowOf(
      words.predictionAccuracy,
      knownParts(optional(body?.predictionAccuracy, look.formats.percent)),
    ),
    ...extraRows(body, TRENDS, look),
  ];
  const rows = [
    // Using less of a resource is no bad news; working through fewer records is.
    ...(shows('cpu') ? trendRow(words.cpu, body?.cpuTrend, theme.plain, look) : []),
    ...(shows('memory') ? trendRow(words.memory, body?.memoryTrend, theme.plain, look) : []),
    ...(shows('throughput')
      ? trendRow(words.throughput, body?.throughputTrend, theme.caution, look)
      : []),
    ...(all ? whole : []),
  ];
  return section(inline(words.trends), rows, look);
}

function trendRow(
  name: string,
  trend: string | null | undefined,
  declining: Paint,
  look: Look,
): Gauge[] {
  if (trend == null) return [];
  const known = trends.canonical(trend);
  const text = word('trend', trend, look.messages);
  if (known === undefined) return rowOf(name, [text]);
  const paints: Record<Trend, Paint> = {
    Improving: look.theme.good,
    Stable: look.theme.plain,
    Declining: declining,
  };
  const arrows = {
    Improving: look.symbols.up,
    Stable: look.symbols.level,
    Declining: look.symbols.down,
  };
  return rowOf(name, [paints[known](look.terminal ? safe`${arrows[known]} ${text}` : text)]);
}

function ratingRow(rating: string | null | undefined, look: Look): Gauge[] {
  if (rating == null) return [];
  const paint = ratingPaint(rating, look.theme);
  return rowOf(look.messages.metrics.overallEfficiency, [
    paint(word('rating', rating, look.messages)),
  ]);
}

function ratingPaint(rating: string, theme: Theme): Paint {
  const known = ratings.canonical(rating);
  if (known === undefined) return theme.plain;
  return { Good: theme.good, Medium: theme.caution, Poor: theme.bad }[known];
}
