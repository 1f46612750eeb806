import { type BatchBody, statuses } from '../../contract/index.js';
import { flow } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { statusSymbol } from '../../render/symbols.js';
import { statusPaint } from '../../render/theme.js';
import { word } from '../../render/words.js';
import { moreLine } from '../refresh/fit-rows.js';
import { healthView } from './view-health.js';
import { jobsTable } from './view-jobs.js';
import { jobsPipeTable } from './view-jobs-pipe.js';

/** Several jobs as they were at a moment, in milliseconds since 1970. */
export interface BatchState {
  body: BatchBody;
  nowMs: number;
  showsMetrics: boolean;
  /** How many further jobs there are, for which there is no room. */
  left?: number;
  /** What is said of them, where that is more than their number. */
  more?: readonly SafeText[];
}

/** How many jobs there are of each status, a table of them, and how the system is doing. */
export function* batchView(state: BatchState, look: Look): Generator<SafeText> {
  const { body, left = 0, more = moreJobs(left, look) } = state;
  yield* summaryLines(body, left, look);
  if (body.jobs.length > 0) {
    yield safe``;
    yield* look.terminal ? jobsTable(state, look) : jobsPipeTable(state, look);
  }
  yield* more;
  const health = healthView(body.systemHealth, look);
  if (health.length > 0 && !look.terminal) yield safe``;
  yield* health;
}

function moreJobs(left: number, look: Look): SafeText[] {
  if (left === 0) return [];
  return [moreLine(look.messages.live.moreJobs(left, look.formats.number(left)), look)];
}

function summaryLines(body: BatchBody, left: number, look: Look): SafeText[] {
  const { messages, formats } = look;
  const count = body.jobs.length + left;
  const all = Math.max(body.jobCount ?? 0, count);
  const of = all > count ? formats.number(all) : undefined;
  const shown = look.theme.strong(inline(messages.batch.shown(count, formats.number(count), of)));
  const time = body.trackingTime;
  const asOf =
    time == null ? [] : [look.theme.faint(inline(messages.batch.asOf(formats.time(time))))];
  const parts = [shown, ...statusCounts(body.summary, look), ...asOf];
  return look.terminal ? flow(parts, look.width) : [join(parts, safe`, `)];
}

/** What the server counts, whatever it calls its counts; none of a status is told in faint. */
function statusCounts(summary: BatchBody['summary'], look: Look): SafeText[] {
  return Object.entries(summary ?? {}).flatMap(([status, count]) => {
    if (typeof count !== 'number') return [];
    const known = statuses.canonical(status);
    const text = safe`${look.formats.number(count)} ${word('status', known ?? status, look.messages)}`;
    if (!look.terminal) return [text];
    const paint = count === 0 ? look.theme.faint : statusPaint(look.theme, status);
    return [paint(safe`${statusSymbol(look.symbols, status)} ${text}`)];
  });
}
