import { isFinal, type ProgressBody, statuses } from '../contract/index.js';
import { instant } from './instant.js';

/** What is known of a job's or a stage's times as the API gives them. */
export interface TimeFacts {
  status?: string | null | undefined;
  startTime?: string | null | undefined;
  endTime?: string | null | undefined;
  estimatedStartTime?: string | null | undefined;
  /** When the end is expected. */
  estimatedEndTime?: string | null | undefined;
}

/** The times of a job or a stage, computed. Moments are milliseconds since 1970, lengths are milliseconds. */
export interface Times {
  /** Waiting has not begun; ended will not change again. */
  phase: 'waiting' | 'running' | 'ended';
  startMs?: number;
  /** The end that was reached; only when ended. */
  endMs?: number;
  expectedStartMs?: number;
  expectedEndMs?: number;
  /** From the start until the end or now. */
  elapsedMs?: number;
  /** Until the expected end; never below 0. */
  remainingMs?: number;
  /** How long the expected end has passed without the end; at least a second. */
  lateMs?: number;
  /** How long a waiting one is expected to take. */
  expectedMs?: number;
}

/** Computes what the clock says about a job or a stage at `nowMs`. What can't be known is left out. */
export function timesOf(facts: TimeFacts, nowMs: number): Times {
  const startMs = instant(facts.startTime);
  const known = defined({
    startMs,
    expectedStartMs: instant(facts.estimatedStartTime),
    expectedEndMs: instant(facts.estimatedEndTime),
  });
  const phase = phaseOf(facts.status, startMs);
  if (phase === 'ended') return { phase, ...known, ...ended(startMs, instant(facts.endTime)) };
  if (phase === 'running') return { phase, ...known, ...running(known, nowMs) };
  return { phase, ...known, ...waiting(known) };
}

/** The times of the job that a progress body is about. A final job without an end ended with its last stage, once all have ended. */
export function jobTimes(body: ProgressBody, nowMs: number): Times {
  const { startTime, endTime, estimatedCompletion, ...more } = body.overallProgress;
  const estimatedStartTime =
    textOf(more['estimatedStartTime']) ?? textOf(body['estimatedStartTime']);
  return timesOf(
    {
      status: body.status,
      startTime,
      endTime: endTime ?? latestEnd(body.stages ?? []),
      estimatedStartTime,
      estimatedEndTime: estimatedCompletion,
    },
    nowMs,
  );
}

/** Whether a job or a stage has begun, as far as its status and its start tell. */
export const hasBegun = ({ status, startTime }: TimeFacts): boolean =>
  phaseOf(status, instant(startTime)) !== 'waiting';

function phaseOf(status: string | null | undefined, startMs: number | undefined): Times['phase'] {
  if (isFinal(status)) return 'ended';
  const known = statuses.canonical(status);
  if (known === 'Queued' || known === 'Pending') return 'waiting';
  return known === 'Running' || startMs !== undefined ? 'running' : 'waiting';
}

function ended(startMs: number | undefined, endMs: number | undefined): Partial<Times> {
  if (endMs === undefined) return {};
  return { endMs, ...(startMs === undefined ? {} : { elapsedMs: endMs - startMs }) };
}

/** An estimate is no finer than this, and "late by 0s" says nothing. */
const LATE_FROM_MS = 1000;

function running(known: Partial<Times>, nowMs: number): Partial<Times> {
  const { startMs, expectedEndMs } = known;
  const leftMs = expectedEndMs === undefined ? undefined : expectedEndMs - nowMs;
  return defined({
    // Two clocks that differ a little must not show a job that began in the future.
    elapsedMs: startMs === undefined ? undefined : Math.max(0, nowMs - startMs),
    remainingMs: leftMs === undefined ? undefined : Math.max(0, leftMs),
    lateMs: leftMs !== undefined && -leftMs >= LATE_FROM_MS ? -leftMs : undefined,
  });
}

function waiting({ expectedStartMs, expectedEndMs }: Partial<Times>): Partial<Times> {
  if (expectedStartMs === undefined || expectedEndMs === undefined) return {};
  return { expectedMs: expectedEndMs - expectedStartMs };
}

function latestEnd(stages: NonNullable<ProgressBody['stages']>): string | undefined {
  const isOpen = stages.some(({ startTime, endTime }) => startTime != null && endTime == null);
  if (isOpen) return undefined;
  let latest: { text: string; timeMs: number } | undefined;
  for (const { endTime } of stages) {
    const timeMs = instant(endTime);
    if (
      endTime == null ||
      timeMs === undefined ||
      timeMs <= (latest?.timeMs ?? Number.NEGATIVE_INFINITY)
    )
      continue;
    latest = { text: endTime, timeMs };
  }
  return latest?.text;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const defined = <T extends object>(values: T): Defined<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
