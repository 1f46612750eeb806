import type { JobState } from '../../../domain/events/watch-state.js';
import { parseSize, share } from '../../../domain/size.js';
import { bar } from '../../../render/bar.js';
import { loadPaint } from '../../../render/gauges.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe, spaces } from '../../../render/safe-text.js';
import { sparkline } from '../../../render/sparkline.js';
import { width } from '../../../render/width.js';
import { factLine, labelColumns } from './facts.js';
import { dotted, inColumns, indentOf } from './line.js';
import { PERCENT_COLUMNS, percentCell } from './percent.js';

/** A resource before it is laid out. */
interface Resource {
  name: string;
  /** How much of it is used, from 0 to 100 (more where several cores count as more). */
  share: number | undefined;
  /** In words; beside the share, or in its place where there is none. */
  text: SafeText;
  /** The same where there is little room. */
  short?: SafeText;
  points: readonly number[];
  /** What the highest step of the sparkline stands for; without it the highest point. */
  full: number | undefined;
}

/** What a job uses, a line each, and how that was lately: CPU, memory, records a second. */
export function resourceLines(job: JobState, look: Look): SafeText[] {
  const columns = columnsOf(look);
  return resourcesOf(job, look).map((resource) =>
    factLine(resource.name, resourceText(resource, columns, look), look),
  );
}

/** What else it uses: disk and network. */
export function trafficLines({ progress }: JobState, look: Look): SafeText[] {
  const words = look.messages.progress;
  const { diskUsage, networkIO } = progress?.resourceUsage ?? {};
  const { quantity } = look.formats;
  if (diskUsage == null && networkIO == null) return [];
  const disk = diskUsage == null ? safe`-` : quantity(diskUsage);
  const name = look.theme.faint(inline(words.network));
  const network = networkIO == null ? safe`` : safe`${name} ${quantity(networkIO)}`;
  return [factLine(words.disk, dotted([disk, network], look), look)];
}

interface ResourceColumns {
  /** The bar with its percentage, or a figure that has no share. */
  measure: number;
  /** 0 where there is no room for one. */
  spark: number;
  words: number;
}

const LONGEST_BAR = 20;
const LONGEST_SPARK = 40;
const LEAST_SPARK = 5;
const GAP = 2;

/** The room beside the names goes to bar, sparkline and words in thirds. */
function columnsOf(look: Look): ResourceColumns {
  const percent = 1 + PERCENT_COLUMNS;
  const room = look.width - indentOf(look) - labelColumns(look) - GAP - percent - GAP;
  const third = Math.floor(room / 3);
  const bar = Math.max(1, Math.min(LONGEST_BAR, third));
  const spark = third < LEAST_SPARK ? 0 : Math.min(LONGEST_SPARK, third);
  return { measure: bar + percent, spark, words: room - bar - spark - GAP };
}

function resourceText(resource: Resource, columns: ResourceColumns, look: Look): SafeText {
  const { text, short = text, share: used } = resource;
  const fitting = (room: number): SafeText =>
    [text, short].find((words) => width(words) <= room) ?? safe``;
  const measure =
    used === undefined
      ? inColumns(fitting(columns.measure), columns.measure, look)
      : shareText(used, columns.measure, look);
  if (columns.spark === 0) return measure;
  const words = used === undefined ? [] : [fitting(columns.words)];
  return join([measure, sparkText(resource, columns.spark, look), ...words], safe`  `);
}

function shareText(used: number, columns: number, look: Look): SafeText {
  const drawn = bar(used, columns - 1 - PERCENT_COLUMNS, look, loadPaint(used, look.theme));
  return safe`${drawn} ${percentCell(used, look)}`;
}

/** The latest points, so that each of them keeps its height until it leaves; the scale begins at 0. */
function sparkText({ points, full }: Resource, columns: number, look: Look): SafeText {
  const scale = { low: 0, ...(full === undefined ? {} : { high: full }) };
  const drawn = sparkline(points.slice(-columns), columns, look.symbols, scale);
  return look.theme.active(join([drawn, spaces(columns - width(drawn))]));
}

function resourcesOf(job: JobState, look: Look): Resource[] {
  return [cpuOf(job, look), memoryOf(job, look), rateOf(job, look)].filter(
    (resource) => resource !== undefined,
  );
}

function cpuOf({ progress, row, trend }: JobState, { messages }: Look): Resource | undefined {
  const used = progress?.resourceUsage?.cpuUsage ?? row?.resourceUsage?.cpu ?? trend.cpu.at(-1);
  if (used === undefined) return undefined;
  return { name: messages.progress.cpu, share: used, text: safe``, points: trend.cpu, full: 100 };
}

function memoryOf({ progress, row, trend }: JobState, look: Look): Resource | undefined {
  const words = look.messages.progress;
  const { quantity } = look.formats;
  const used = progress?.resourceUsage?.memoryUsage ?? row?.resourceUsage?.memory ?? undefined;
  const limit = progress?.resourceUsage?.memoryLimit ?? undefined;
  if (used === undefined && trend.memory.length === 0) return undefined;
  const limitBytes = parseSize(limit);
  const figure = quantity(used ?? megabytes(trend.memory.at(-1) ?? 0));
  const isLimited = used !== undefined && limit !== undefined;
  return {
    name: words.memory,
    share: share(parseSize(used), limitBytes),
    text: isLimited ? inline(words.used(figure, quantity(limit))) : figure,
    short: figure,
    points: trend.memory,
    full: limitBytes,
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function rateOf({ progress, row, trend }: JobState, look: Look): Resource | undefined {
  const said =
    progress?.resourceUsage?.processingRate ?? row?.resourceUsage?.processingRate ?? undefined;
  const last = trend.rate.at(-1);
  if (said === undefined && last === undefined) return undefined;
  const short =
    last === undefined
      ? undefined
      : inline(look.messages.watch.perSecond(look.formats.number(last, 0)));
  return {
    name: look.messages.progress.rate,
    share: undefined,
    text: said === undefined ? (short ?? safe``) : look.formats.quantity(said),
    ...(short === undefined ? {} : { short }),
    points: trend.rate,
    full: undefined,
  };
}
