import { isFinal } from '../../contract/index.js';
import type { JobRecord, SampleRecord, StageRecord } from '../store/records.js';
import { overallPercent } from './formulas/overall-percent.js';
import type { Past } from './formulas/past.js';
import { averageRate, recentRate } from './formulas/record-rate.js';
import { estimateStages, jobRemainingMs, type StageEstimate } from './formulas/remaining.js';
import { type PlannedStage, planStages } from './formulas/stage-plan.js';

/** What was reported of a job of late, and what past jobs of its type did. */
export interface JobFacts {
  job: JobRecord;
  stages: readonly StageRecord[];
  /** The newest ones, oldest first. */
  samples: readonly SampleRecord[];
  past: Past;
}

/** How far a job is, how fast, and when it is expected to be done; times in milliseconds. */
export interface Outlook {
  plan: readonly PlannedStage[];
  /** An estimate for each stage of the plan; empty ones unless the job runs. */
  estimates: readonly StageEstimate[];
  /** The stage that runs. */
  current: PlannedStage | undefined;
  percent: number | undefined;
  /** Of late while it runs, on the whole when it has ended. */
  recordsPerSecond: number | undefined;
  /** From its start until now or its end. */
  elapsedMs: number | undefined;
  remainingMs: number | undefined;
  endMs: number | undefined;
}

/** Nobody who is told to wait for ten years is told anything. */
const LONGEST_MS = 10 * 366 * 86_400_000;

/** Everything that the clock, the reports and the past say about a job. */
export function outlookOf({ job, stages, samples, past }: JobFacts, nowMs: number): Outlook {
  const plan = planStages(job, stages, past);
  const current = plan.find(({ status }) => status === 'Running');
  const elapsedMs = elapsed(job, nowMs);
  const percent = overallPercent(job, plan);
  const recordsPerSecond = rateOf(job, plan, current, samples, nowMs);
  const isRunning = job.status === 'Running';
  const estimates = isRunning
    ? estimateStages(plan, nowMs, recordsPerSecond)
    : plan.map(() => ({}));
  const left = isRunning
    ? jobRemainingMs(plan, estimates, nowMs, {
        elapsedMs: elapsedMs ?? 0,
        percent,
        recordsProcessed: job.recordsProcessed,
        totalRecords: job.totalRecords,
        // The rate of a stage says nothing about the records of the whole.
        recordsPerSecond: current === undefined ? recordsPerSecond : undefined,
        expectedMs: past.jobMs,
      })
    : undefined;
  const remainingMs = left !== undefined && left <= LONGEST_MS ? left : undefined;
  const endMs = remainingMs === undefined ? undefined : nowMs + remainingMs;
  return { plan, estimates, current, percent, recordsPerSecond, elapsedMs, remainingMs, endMs };
}

/** `now − start`, or `end − start` of a job that has ended; not below 0, also when a clock went back. */
function elapsed(job: JobRecord, nowMs: number): number | undefined {
  if (job.startedAtMs === undefined) return undefined;
  const untilMs = isFinal(job.status) ? job.endedAtMs : nowMs;
  return untilMs === undefined ? undefined : Math.max(0, untilMs - job.startedAtMs);
}

/**
 * How many records a job has worked through: its own count, else the most that one of its stages has, since stages
 * work through the same records one after the other.
 */
export function jobRecords(job: JobRecord, plan: readonly PlannedStage[]): number | undefined {
  if (job.recordsProcessed !== undefined) return job.recordsProcessed;
  const counts = plan.flatMap(({ record }) => record?.recordsProcessed ?? []);
  return counts.length === 0 ? undefined : Math.max(...counts);
}

/** Records per second: of late by samples, else on the average of the running stage or, without one, of the job. */
function rateOf(
  job: JobRecord,
  plan: readonly PlannedStage[],
  current: PlannedStage | undefined,
  samples: readonly SampleRecord[],
  nowMs: number,
): number | undefined {
  if (job.status !== 'Running') return averageRate(jobRecords(job, plan), elapsed(job, nowMs));
  const recent = recentRate(samples.filter(({ stage }) => stage === current?.name));
  if (recent !== undefined) return recent;
  if (current === undefined) return averageRate(job.recordsProcessed, elapsed(job, nowMs));
  const { recordsProcessed, startedAtMs = nowMs } = current.record ?? {};
  return averageRate(recordsProcessed, nowMs - startedAtMs);
}
