import type { WatchState } from '../../../domain/events/watch-state.js';
import type { Taskbar } from '../../../output/live/types.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText } from '../../../render/safe-text.js';
import { percentageOf } from './glance.js';
import { orderJobs } from './jobs-order.js';

/** The window's title: how far it is and what it is, `78% Customer Journey Analysis`. */
export function titleOf(state: WatchState, { formats, messages }: Look): SafeText {
  const percentage = progressOf(state);
  const [job] = state.jobs;
  const { length } = state.jobs;
  const name =
    job !== undefined && length === 1
      ? inline(job.jobName ?? job.jobId)
      : inline(messages.batch.shown(length, formats.number(length), undefined));
  return join(
    [...(percentage === undefined ? [] : [formats.percent(percentage, 0)]), name],
    inline(' '),
  );
}

/**
 * What the taskbar shows of a watch: red as soon as a job has failed, yellow while there is no answer or a job does not
 * move; a moving mark while nobody knows how far it is.
 */
export function taskbarOf(state: WatchState): Taskbar {
  const percentage = progressOf(state);
  const { byKind, hasStalled } = orderJobs(state.jobs);
  const hasFailed = byKind.failed.length > 0;
  if (percentage === undefined && !hasFailed) return { kind: 'indeterminate' };
  const isStuck = state.stale !== undefined || hasStalled;
  const kind = hasFailed ? 'error' : isStuck ? 'warning' : 'normal';
  return { kind, percent: wholePercent(percentage ?? 100) };
}

/** Not 100 as long as something is left. */
const wholePercent = (percentage: number): number =>
  percentage >= 100 ? 100 : Math.min(99, Math.max(0, Math.round(percentage)));

function progressOf({ jobs }: WatchState): number | undefined {
  const [job] = jobs;
  return job !== undefined && jobs.length === 1
    ? percentageOf(job, job.status)
    : orderJobs(jobs).percentage;
}
