import type { MetricsBody } from '../../contract/index.js';
import { parseSize, share } from '../../domain/size.js';
import { type Gauge, section, shareBar } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { extraParts, extraRows, knownParts, optional, rowOf } from '../../render/rows.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import type { MetricsGroup } from './options.js';

type Utilization = NonNullable<MetricsBody['currentMetrics']['resourceUtilization']>;

/** Which groups are shown, and whether nothing was left out by name. */
export interface Selection {
  shows: (group: MetricsGroup) => boolean;
  all: boolean;
}

/** What the job uses: a row for each resource, with a bar where there is something to compare with. */
export function resourcesSection(
  utilization: Utilization | null | undefined,
  { shows, all }: Selection,
  look: Look,
): SafeText[] {
  const rows = [
    ...(shows('cpu') ? cpuRow(utilization?.cpu, look) : []),
    ...(shows('memory') ? memoryRow(utilization?.memory, look) : []),
    ...(shows('disk') ? diskRow(utilization?.disk, look) : []),
    ...(shows('network') ? networkRow(utilization?.network, look) : []),
    ...(all ? extraRows(utilization, ['cpu', 'memory', 'disk', 'network'], look) : []),
  ];
  return section(inline(look.messages.metrics.resources), rows, look);
}

function cpuRow(cpu: Utilization['cpu'], look: Look): Gauge[] {
  const words = look.messages.metrics;
  const { number, percent } = look.formats;
  const parts = [
    ...knownParts(
      optional(cpu?.usage, percent),
      optional(cpu?.cores, (count) => words.cores(count, number(count))),
      optional(cpu?.efficiency, (value) => words.efficiency(percent(value))),
    ),
    ...extraParts(cpu, ['usage', 'cores', 'efficiency'], look),
  ];
  return rowOf(words.cpu, parts, shareBar(cpu?.usage ?? undefined, look));
}

function memoryRow(memory: Utilization['memory'], look: Look): Gauge[] {
  const words = look.messages.metrics;
  const { percent } = look.formats;
  const allocatedBytes = parseSize(memory?.allocated);
  const used = share(parseSize(memory?.used), allocatedBytes);
  const peak = used === undefined ? undefined : share(parseSize(memory?.peak), allocatedBytes);
  const parts = [
    ...knownParts(memorySizes(memory, look), optional(used, percent), peakPart(memory, peak, look)),
    ...knownParts(optional(memory?.efficiency, (value) => words.efficiency(percent(value)))),
    ...extraParts(memory, ['used', 'allocated', 'peak', 'efficiency'], look),
  ];
  return rowOf(words.memory, parts, shareBar(used, look, undefined, peak));
}

function memorySizes(memory: Utilization['memory'], look: Look): SafeText | undefined {
  const words = look.messages.metrics;
  const { quantity } = look.formats;
  const allocated = memory?.allocated;
  if (memory?.used == null) return optional(allocated, (size) => words.allocated(quantity(size)));
  return inline(
    allocated == null
      ? quantity(memory.used)
      : words.used(quantity(memory.used), quantity(allocated)),
  );
}

/** The peak, with the sign that marks it in the bar. */
function peakPart(
  memory: Utilization['memory'],
  marked: number | undefined,
  look: Look,
): SafeText | undefined {
  const peak = optional(memory?.peak, (size) =>
    look.messages.metrics.peak(look.formats.quantity(size)),
  );
  if (peak === undefined || marked === undefined || !look.terminal) return peak;
  return safe`${look.theme.strong(look.symbols.axisSide)} ${peak}`;
}

function diskRow(disk: Utilization['disk'], look: Look): Gauge[] {
  const words = look.messages.metrics;
  const { number, quantity } = look.formats;
  const parts = [
    ...knownParts(
      optional(disk?.reads, (size) => words.reads(quantity(size))),
      optional(disk?.writes, (size) => words.writes(quantity(size))),
      optional(disk?.iops, (figure) => words.iops(number(figure))),
      optional(disk?.latency, (duration) => words.latency(quantity(duration))),
    ),
    ...extraParts(disk, ['reads', 'writes', 'iops', 'latency'], look),
  ];
  return rowOf(words.disk, parts);
}

function networkRow(network: Utilization['network'], look: Look): Gauge[] {
  const words = look.messages.metrics;
  const { number, quantity } = look.formats;
  const parts = [
    ...knownParts(
      optional(network?.bytesIn, (size) => words.bytesIn(quantity(size))),
      optional(network?.bytesOut, (size) => words.bytesOut(quantity(size))),
      optional(network?.connections, (count) => words.connections(count, number(count))),
    ),
    ...extraParts(network, ['bytesIn', 'bytesOut', 'connections'], look),
  ];
  return rowOf(words.network, parts);
}
