import type { WatchState } from '../../../domain/events/watch-state.js';
import type { Look } from '../../../render/look.js';
import type { SafeText } from '../../../render/safe-text.js';
import { countsLine, moreLine } from './jobs.js';
import { planJobs } from './jobs-columns.js';
import { firstJobs, orderJobs } from './jobs-order.js';
import { jobRow } from './jobs-row.js';

/** What is left on the screen of very many jobs. */
const MOST_SHOWN = 20;

/**
 * How several jobs ended, in the columns of the live view whose place this takes: how many of each kind, a line each, the
 * failed ones first, and the count of the rest.
 */
export function outcomeLines({ jobs }: WatchState, nowMs: number, look: Look): SafeText[] {
  const ordered = orderJobs(jobs);
  const columns = planJobs(jobs, look);
  const { shown, left } = firstJobs(ordered, MOST_SHOWN);
  const more = ordered.count - shown.length;
  return [
    countsLine(ordered, look),
    ...shown.map((job) => jobRow(job, columns, nowMs, look)),
    ...(more === 0 ? [] : [moreLine(more, left, look)]),
  ];
}
