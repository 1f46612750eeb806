import type { ProgressBody } from '../../contract/index.js';
import { parseSize, share } from '../../domain/size.js';
import { type Gauge, section, shareBar } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { extraRows, knownParts, optional, rowOf } from '../../render/rows.js';
import { inline, type SafeText } from '../../render/safe-text.js';
import type { Paint } from '../../render/theme.js';

/** What the job does at the moment. */
export function activitySection(activity: ProgressBody['currentActivity'], look: Look): SafeText[] {
  const words = look.messages.progress;
  const rows = [
    ...rowOf(words.component, knownParts(optional(activity?.component, inline))),
    ...rowOf(words.operation, knownParts(optional(activity?.operation, inline))),
    ...rowOf(words.details, knownParts(optional(activity?.details, inline))),
    ...extraRows(activity, ['component', 'operation', 'details'], look),
  ];
  return section(inline(words.activity), rows, look);
}

const RESOURCES = [
  'memoryUsage',
  'memoryLimit',
  'cpuUsage',
  'diskUsage',
  'networkIO',
  'processingRate',
];

/** What the job uses, against its limits where there are any. */
export function resourcesSection(usage: ProgressBody['resourceUsage'], look: Look): SafeText[] {
  const words = look.messages.progress;
  const { quantity } = look.formats;
  const rows = [
    ...memoryRow(usage, look),
    ...cpuRow(usage?.cpuUsage, look),
    ...rowOf(words.disk, knownParts(optional(usage?.diskUsage, quantity))),
    ...rowOf(words.network, knownParts(optional(usage?.networkIO, quantity))),
    ...rowOf(words.rate, knownParts(optional(usage?.processingRate, quantity))),
    ...extraRows(usage, RESOURCES, look),
  ];
  return section(inline(words.resources), rows, look);
}

function memoryRow(usage: ProgressBody['resourceUsage'], look: Look): Gauge[] {
  const words = look.messages.progress;
  const { quantity, percent } = look.formats;
  const [used, limit] = [
    optional(usage?.memoryUsage, quantity),
    optional(usage?.memoryLimit, quantity),
  ];
  if (used === undefined) return rowOf(words.memory, knownParts(optional(limit, words.limit)));
  if (limit === undefined) return rowOf(words.memory, [used]);
  const usedShare = share(parseSize(usage?.memoryUsage), parseSize(usage?.memoryLimit));
  const parts = knownParts(inline(words.used(used, limit)), optional(usedShare, percent));
  return rowOf(words.memory, parts, shareBar(usedShare, look));
}

function cpuRow(percentage: number | null | undefined, look: Look): Gauge[] {
  if (percentage == null) return [];
  return rowOf(
    look.messages.progress.cpu,
    [look.formats.percent(percentage)],
    shareBar(percentage, look),
  );
}

const QUALITY = [
  'dataQualityScore',
  'validationsPassed',
  'validationsFailed',
  'warningsGenerated',
  'errorsEncountered',
];

/** How good the job's data and work are. */
export function qualitySection(quality: ProgressBody['qualityMetrics'], look: Look): SafeText[] {
  const words = look.messages.progress;
  const { theme } = look;
  const { number } = look.formats;
  const rows = [
    ...rowOf(words.score, knownParts(optional(quality?.dataQualityScore, number))),
    ...validationsRow(quality, look),
    ...rowOf(words.warnings, knownParts(counted(quality?.warningsGenerated, theme.caution, look))),
    ...rowOf(words.errors, knownParts(counted(quality?.errorsEncountered, theme.bad, look))),
    ...extraRows(quality, QUALITY, look),
  ];
  return section(inline(words.quality), rows, look);
}

function validationsRow(quality: ProgressBody['qualityMetrics'], look: Look): Gauge[] {
  const words = look.messages.progress;
  const { number } = look.formats;
  const failed = quality?.validationsFailed;
  const passed = optional(quality?.validationsPassed, (count) => words.passed(number(count)));
  const told = optional(failed, (count) => words.failed(number(count)));
  return rowOf(
    words.validations,
    knownParts(passed, told && alert(failed ?? 0, look.theme.bad)(told)),
  );
}

const counted = (
  count: number | null | undefined,
  paint: Paint,
  look: Look,
): SafeText | undefined =>
  count == null ? undefined : alert(count, paint)(look.formats.number(count));

/** A colour for counts that should be 0. */
const alert = (count: number, paint: Paint): Paint => (count > 0 ? paint : (text) => text);
