import type { HistoryRecord } from '../../store/records.js';
import { median } from './shares.js';

/** What past jobs of a type let expect of the next one. Lengths of time are milliseconds. */
export interface Past {
  /** Newest first. */
  jobs: readonly HistoryRecord[];
  /** How long a job takes: the median. `undefined` without past jobs. */
  jobMs: number | undefined;
  /** How long a stage of that name takes: the median. Stages that take no time are left out. */
  stageMs: ReadonlyMap<string, number>;
  /** The stages of the newest job, in its order, that more than half of the past jobs had. */
  usualStages: readonly string[];
}

/** Sums up past jobs, newest first. */
export function sumUpPast(jobs: readonly HistoryRecord[]): Past {
  const durations = new Map<string, number[]>();
  for (const { name, durationMs } of jobs.flatMap(({ stages }) => stages)) {
    const known = durations.get(name);
    if (known === undefined) durations.set(name, [durationMs]);
    else known.push(durationMs);
  }
  const stageMs = [...durations].flatMap(([name, list]): [string, number][] => {
    const durationMs = median(list);
    return durationMs !== undefined && durationMs > 0 ? [[name, durationMs]] : [];
  });
  const newest = jobs[0]?.stages.map(({ name }) => name) ?? [];
  return {
    jobs,
    jobMs: median(jobs.map(({ durationMs }) => durationMs)),
    stageMs: new Map(stageMs),
    // A stage's name is unique in its job, so there are as many durations as jobs that had it.
    usualStages: newest.filter((name) => (durations.get(name)?.length ?? 0) * 2 > jobs.length),
  };
}

/** Of a job without a type, or the first of its type. */
export const NO_PAST: Past = sumUpPast([]);

/**
 * Names of the stages that are still to come: the usual ones that this job has not had and that stand after every
 * stage it has had. None when it has only stages that are not usual: it goes another way.
 */
export function comingStages(seen: readonly string[], { usualStages }: Past): readonly string[] {
  const furthest = Math.max(-1, ...seen.map((name) => usualStages.indexOf(name)));
  return seen.length > 0 && furthest < 0 ? [] : usualStages.slice(furthest + 1);
}
