import { isFinal, statuses } from '../../contract/index.js';
import { exitCodes } from '../../errors/index.js';
import type { JobOutcome, OutcomeCode, VerdictEvent } from './job-event.js';
import type { JobState, WatchState } from './watch-state.js';

/** Until when jobs are watched. */
export interface UntilRules {
  /** `all` jobs are final, `any` of them is, or the first one failed (or there is none left that could). */
  until: 'all' | 'any' | 'first-failure';
  /** Ends, whatever `until` says, with the first job that failed or was cancelled. */
  failFast: boolean;
}

/** How a watch ended, without what its summary tells. */
export type Decision = Pick<VerdictEvent, 'jobId' | 'state' | 'exitCode' | 'jobs'>;

/** What is worst comes first: a failure beats a cancellation, which beats a completion. */
const GRAVITY = ['Failed', 'Cancelled', 'Completed'] as const;
type FinalState = (typeof GRAVITY)[number];

const EXIT_CODES: Record<FinalState, OutcomeCode> = {
  Failed: exitCodes.failed,
  Cancelled: exitCodes.cancelled,
  Completed: exitCodes.done,
};

/** The verdict on a watch, as soon as its jobs allow one; it is that of the gravest of the jobs that have ended. */
export function decide({ jobs }: WatchState, rules: UntilRules): Decision | undefined {
  const ended = jobs.filter(({ status }) => isFinal(status));
  if (!isOver(ended, jobs.length, rules)) return undefined;
  for (const state of GRAVITY) {
    const job = ended.find(isIn(state));
    if (job !== undefined) {
      return { jobId: job.jobId, state, exitCode: EXIT_CODES[state], jobs: jobs.map(outcomeOf) };
    }
  }
  return undefined;
}

/**
 * The verdict on a watch whose time has passed: 124, or 6 when there never was an answer. The job that decides is the
 * first that has not ended.
 */
export function decideTimeout({ jobs }: WatchState, hasAnswer: boolean): Decision {
  const open = jobs.find(({ status }) => !isFinal(status)) ?? jobs[0];
  return {
    jobId: open?.jobId ?? '',
    state: 'TimedOut',
    exitCode: hasAnswer ? exitCodes.timeout : exitCodes.unknown,
    jobs: jobs.map(outcomeOf),
  };
}

function isOver(
  ended: readonly JobState[],
  count: number,
  { until, failFast }: UntilRules,
): boolean {
  if (ended.length === count || (until === 'any' && ended.length > 0)) return true;
  const hasFailed = ended.some(isIn('Failed'));
  if (until === 'first-failure' && hasFailed) return true;
  return failFast && (hasFailed || ended.some(isIn('Cancelled')));
}

const isIn =
  (state: FinalState) =>
  ({ status }: JobState): boolean =>
    statuses.canonical(status) === state;

function outcomeOf({ jobId, jobName, status }: JobState): JobOutcome {
  const final = GRAVITY.find((state) => statuses.canonical(status) === state);
  return {
    jobId,
    ...(jobName === undefined ? {} : { jobName }),
    state: status ?? 'Unknown',
    ...(final === undefined ? {} : { exitCode: EXIT_CODES[final] }),
  };
}
