import { type MetricsParams, metricsGroups, metricsIntervals } from '../../contract/index.js';
import type { RawFlags } from '../definition.js';
import { parseChoice } from '../parse-values.js';
import { type JobAndWatch, takeJobAndWatch } from '../refresh/flag.js';

/** One of the groups that figures can be limited to. */
export type MetricsGroup = (typeof metricsGroups)[number];

/** What `jobtrack metrics` was asked for. */
export interface MetricsOptions extends JobAndWatch {
  interval?: NonNullable<MetricsParams['interval']>;
  /** The only groups to ask for and to show; all without it. */
  metrics?: readonly MetricsGroup[];
  history: boolean;
}

/** Checks what was typed; INVALID_VALUE with the nearest known word otherwise. */
export function parseOptions(args: readonly string[], flags: RawFlags): MetricsOptions {
  const { interval, metrics, history } = flags as Record<
    'interval' | 'metrics' | 'history',
    RawFlags[string]
  >;
  return {
    ...takeJobAndWatch('metrics', args, flags),
    ...(typeof interval === 'string'
      ? { interval: parseChoice('--interval', interval, metricsIntervals) }
      : {}),
    ...(metrics === undefined ? {} : { metrics: parseGroups(metrics) }),
    history: history === true,
  };
}

function parseGroups(typed: RawFlags[string]): MetricsGroup[] {
  const words = String(typed)
    .split(',')
    .map((word) => word.trim());
  return [...new Set(words.map((word) => parseChoice('--metrics', word, metricsGroups)))];
}
