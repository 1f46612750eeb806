import type { WatchState } from '../../../domain/events/watch-state.js';
import type { JobKind } from '../../../i18n/areas/watch.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe, spaces } from '../../../render/safe-text.js';
import { statusSymbol } from '../../../render/symbols.js';
import { type Paint, statusPaint } from '../../../render/theme.js';
import { width } from '../../../render/width.js';
import { planJobs } from './jobs-columns.js';
import { firstJobs, jobKinds, type OrderedJobs, orderJobs } from './jobs-order.js';
import { jobRow } from './jobs-row.js';
import { cut, indentOf } from './line.js';
import { barCell, PERCENT_COLUMNS, percentCell } from './percent.js';
import { shareRows } from './rows.js';
import type { Screen } from './screen.js';

/** Before anything is spent on how it looks, there are at least so many jobs. */
const LEAST_JOBS = 5;

/** The screen of several jobs, in at most `screen.rows` lines: what of them fits, those that need a look first. */
export function jobsView(
  state: WatchState,
  { screen, status }: { screen: Screen; status: readonly SafeText[] },
  look: Look,
): { body: SafeText[]; foot: SafeText[] } {
  const ordered = orderJobs(state.jobs);
  const plan = shareRows(screen.rows, [
    ['head', 1],
    ['status', status.length],
    ['jobs', Math.min(LEAST_JOBS, ordered.count)],
    ['bar', ordered.percentage === undefined ? 0 : 1],
    ['gap', 1],
    ['statusGap', status.length],
    ['jobs', ordered.count - Math.min(LEAST_JOBS, ordered.count)],
  ]);
  return {
    body: [
      ...(plan.head > 0 ? [countsLine(ordered, look)] : []),
      ...(plan.bar > 0 ? [overallBar(ordered, look)] : []),
      ...Array<SafeText>(plan.gap).fill(safe``),
      ...jobLines(state, ordered, plan.jobs, screen.nowMs, look),
    ],
    foot: [...Array<SafeText>(plan.statusGap).fill(safe``), ...status.slice(0, plan.status)],
  };
}

function jobLines(
  { jobs }: WatchState,
  ordered: OrderedJobs,
  rows: number,
  nowMs: number,
  look: Look,
): SafeText[] {
  if (rows === 0) return [];
  const columns = planJobs(jobs, look);
  // A single row is for a job: the counts stand above it.
  const hasMore = ordered.count > rows && rows > 1;
  const { shown, left } = firstJobs(ordered, hasMore ? rows - 1 : rows);
  const lines = shown.map((job) => jobRow(job, columns, nowMs, look));
  return hasMore ? [...lines, moreLine(ordered.count - shown.length, left, look)] : lines;
}

/** `… and 980 more: 900 queued, 80 done`. */
export function moreLine(
  count: number,
  left: Readonly<Record<JobKind, number>>,
  look: Look,
): SafeText {
  const { jobs } = look.messages.watch;
  const kinds = jobKinds.flatMap((kind) =>
    left[kind] > 0 ? [kindCount(kind, left[kind], look)] : [],
  );
  const text = inline(jobs.more(look.formats.number(count), kinds.join(jobs.comma)));
  return look.theme.faint(cut(safe`${look.symbols.ellipsis} ${text}`, look));
}

const kindCount = (kind: JobKind, count: number, { formats, messages }: Look): SafeText =>
  inline(messages.watch.jobs.kinds[kind](count, formats.number(count)));

/** How many jobs there are, and of each kind: in words where there is room, else by their signs. */
export function countsLine({ byKind, count }: OrderedJobs, look: Look): SafeText {
  const { messages, formats, theme } = look;
  const all = theme.strong(inline(messages.batch.shown(count, formats.number(count), undefined)));
  const kinds = jobKinds.filter((kind) => byKind[kind].length > 0);
  const lineOf = (tell: (kind: JobKind) => SafeText): SafeText => {
    const parts = kinds.map((kind) => {
      const { sign, paint } = kindLook(kind, look);
      return paint(safe`${sign} ${tell(kind)}`);
    });
    return join([all, ...parts], safe`  `);
  };
  const inWords = lineOf((kind) => kindCount(kind, byKind[kind].length, look));
  if (width(inWords) <= look.width) return inWords;
  return cut(
    lineOf((kind) => formats.number(byKind[kind].length)),
    look,
  );
}

/** The status that a kind looks like; words that nobody knows have none. */
const STATUS_OF: Partial<Record<JobKind, string>> = {
  failed: 'Failed',
  cancelled: 'Cancelled',
  running: 'Running',
  queued: 'Queued',
  unseen: 'Pending',
  completed: 'Completed',
};

function kindLook(kind: JobKind, { symbols, theme }: Look): { sign: SafeText; paint: Paint } {
  const status = STATUS_OF[kind];
  return { sign: statusSymbol(symbols, status), paint: statusPaint(theme, status) };
}

/** How far all jobs are together. */
function overallBar({ byKind, percentage }: OrderedJobs, look: Look): SafeText {
  const indent = indentOf(look);
  const room = look.width - 2 * indent - 2 - PERCENT_COLUMNS;
  const percent = look.theme.strong(percentCell(percentage, look));
  if (room < 1) return cut(percent, look);
  const kind: JobKind =
    byKind.failed.length > 0 ? 'failed' : percentage === 100 ? 'completed' : 'running';
  return safe`${spaces(indent)}${barCell(percentage ?? 0, room, look, kindLook(kind, look).paint)}  ${percent}`;
}
