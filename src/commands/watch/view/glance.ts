import { statuses } from '../../../contract/index.js';
import { rowTimes } from '../../../domain/events/row-times.js';
import type { JobState } from '../../../domain/events/watch-state.js';
import { jobTimes, type Times } from '../../../domain/job-times.js';

/** What is known of a job at a moment, whichever answer told it. */
export interface Glance {
  /** By the server's clock. */
  nowMs: number;
  /** Whether there was an answer that tells of it. */
  isKnown: boolean;
  status: string | undefined;
  /** From 0 to 100. */
  percentage: number | undefined;
  times: Times;
  queuePosition: number | undefined;
  /** Why it failed, was cancelled, or waits. */
  reason: string | undefined;
  /** The stages that run, else the one that the server names. */
  stage: string | undefined;
}

/** Looks at a job; `nowMs` is the server's clock. */
export function glanceAt(job: JobState, nowMs: number): Glance {
  const { progress, row } = job;
  const status = job.status ?? progress?.status ?? row?.status ?? undefined;
  return {
    nowMs,
    isKnown: progress !== undefined || row !== undefined,
    status,
    percentage: percentageOf(job, status),
    times: timesOf(job, nowMs),
    queuePosition: placeOf(job),
    reason: progress?.reason ?? undefined,
    stage: runningStages(job) ?? row?.currentStage ?? undefined,
  };
}

/** How far a job is, as the server says; a completed one is done whatever it says. */
export function percentageOf(
  { progress, row }: JobState,
  status: string | undefined,
): number | undefined {
  if (status === 'Completed') return 100;
  return progress?.overallProgress.percentage ?? row?.progress ?? undefined;
}

function timesOf({ progress, row }: JobState, nowMs: number): Times {
  if (progress !== undefined) return jobTimes(progress, nowMs);
  return row === undefined ? { phase: 'waiting' } : rowTimes(row, nowMs);
}

function placeOf({ progress, row }: JobState): number | undefined {
  const place = progress?.queuePosition ?? progress?.overallProgress['queuePosition'];
  return typeof place === 'number' ? place : (row?.queuePosition ?? undefined);
}

function runningStages({ progress }: JobState): string | undefined {
  const names = (progress?.stages ?? []).flatMap(({ stageName, status }) =>
    statuses.canonical(status) === 'Running' ? [stageName] : [],
  );
  return names.length === 0 ? undefined : names.join(', ');
}
