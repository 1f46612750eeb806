import type { MetricsSample } from '../../contract/index.js';
import type { Look } from '../../render/look.js';
import { extraParts } from '../../render/rows.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { table } from '../../render/table.js';
import type { MetricsGroup } from './options.js';

const KNOWN = ['timestamp', 'cpu', 'memory', 'recordsPerSecond', 'stage'];

/** The samples of the past as a table, a row each, as they came; for a pipe. */
export function sampleTable(
  samples: readonly MetricsSample[],
  shows: (group: MetricsGroup) => boolean,
  look: Look,
): SafeText[] {
  const words = look.messages.metrics;
  const { number, time } = look.formats;
  const figure = (value: number | null | undefined): SafeText =>
    value == null ? safe`-` : number(value);
  const columns = [
    { header: words.time, cell: (sample: MetricsSample) => time(sample.timestamp) },
    ...(shows('cpu')
      ? [
          {
            header: words.withUnit(words.cpu, '%'),
            cell: (sample: MetricsSample) => figure(sample.cpu),
          },
        ]
      : []),
    ...(shows('memory')
      ? [
          {
            header: words.withUnit(words.memory, 'GB'),
            cell: (sample: MetricsSample) => figure(sample.memory),
          },
        ]
      : []),
    ...(shows('throughput')
      ? [
          {
            header: words.withUnit(words.rate, look.messages.units.recordsPerSecond),
            cell: (sample: MetricsSample) => figure(sample.recordsPerSecond),
          },
        ]
      : []),
    { header: words.stage, cell: (sample: MetricsSample) => inline(sample.stage ?? '-') },
    ...(samples.some((sample) => Object.keys(sample).some((key) => !KNOWN.includes(key)))
      ? [
          {
            header: words.other,
            cell: (sample: MetricsSample) => join(extraParts(sample, KNOWN, look), safe`, `),
          },
        ]
      : []),
  ];
  const headers = columns.map(({ header }) => ({ header: inline(header) }));
  return table(
    headers,
    samples.map((sample) => columns.map(({ cell }) => cell(sample))),
    look,
  );
}
