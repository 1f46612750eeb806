import { type PlannedStage, plannedMs, stagePercent } from './stage-plan.js';

/** How far something is and since when: what an estimate rests on. */
export interface Advance {
  elapsedMs: number;
  /** 0 to 100. */
  percent?: number | undefined;
  recordsProcessed?: number | undefined;
  totalRecords?: number | undefined;
  /** Of late. */
  recordsPerSecond?: number | undefined;
  /** How long all of it is expected to take. */
  expectedMs?: number | undefined;
}

/**
 * Milliseconds until something that runs is done; the first that is known:
 *
 * 1. by rate: `(total records − records processed) ÷ records per second`;
 * 2. by percentage: `elapsed × (100 − percent) ÷ percent`, for 0 < percent < 100;
 * 3. by expectation: `expected − elapsed`, while that is above 0.
 *
 * Never below 0. `undefined` when none is known, so also when it takes longer than expected and says nothing.
 */
export function remainingMs(advance: Advance): number | undefined {
  return byRate(advance) ?? byPercent(advance) ?? byExpectation(advance);
}

function byRate({
  recordsProcessed,
  totalRecords,
  recordsPerSecond = 0,
}: Advance): number | undefined {
  if (recordsProcessed === undefined || totalRecords === undefined || !(totalRecords > 0))
    return undefined;
  if (!(recordsPerSecond > 0)) return undefined;
  return Math.max(0, ((totalRecords - recordsProcessed) / recordsPerSecond) * 1000);
}

function byPercent({ elapsedMs, percent = 0 }: Advance): number | undefined {
  if (!(percent > 0 && percent < 100 && elapsedMs > 0)) return undefined;
  return (elapsedMs * (100 - percent)) / percent;
}

function byExpectation({ elapsedMs, expectedMs = 0 }: Advance): number | undefined {
  return expectedMs > elapsedMs ? expectedMs - elapsedMs : undefined;
}

/** When a stage is expected to start and to end, in milliseconds since 1970. */
export interface StageEstimate {
  startMs?: number;
  endMs?: number;
}

/**
 * When each stage of a running job is expected to start and end. The running one ends after {@link remainingMs};
 * a stage to come starts when the one before it ends and takes {@link plannedMs}. After an end that is not known
 * nothing is. Stages that have ended have no estimates.
 */
export function estimateStages(
  plan: readonly PlannedStage[],
  nowMs: number,
  recordsPerSecond: number | undefined,
): StageEstimate[] {
  let freeMs: number | undefined = nowMs;
  return plan.map((stage) => {
    if (stage.status === 'Running') {
      const leftMs = remainingMs(stageAdvance(stage, nowMs, recordsPerSecond));
      freeMs = leftMs === undefined ? undefined : nowMs + leftMs;
      return freeMs === undefined ? {} : { endMs: freeMs };
    }
    if (stage.status !== 'Pending' || freeMs === undefined) return {};
    const startMs: number = freeMs;
    const takesMs = plannedMs(stage, plan);
    freeMs = takesMs === undefined ? undefined : startMs + takesMs;
    return freeMs === undefined ? { startMs } : { startMs, endMs: freeMs };
  });
}

function stageAdvance(
  stage: PlannedStage,
  nowMs: number,
  recordsPerSecond: number | undefined,
): Advance {
  return {
    // A clock that went back must not make a stage that has run for less than no time.
    elapsedMs: Math.max(0, nowMs - (stage.record?.startedAtMs ?? nowMs)),
    percent: stagePercent(stage),
    recordsProcessed: stage.record?.recordsProcessed,
    totalRecords: stage.record?.totalRecords,
    recordsPerSecond,
    expectedMs: stage.expectedMs,
  };
}

/**
 * Milliseconds until a running job is done: the last end of its stages' estimates where the stage that runs or is to
 * come last has one. Else {@link remainingMs} of the job as a whole. Never below 0.
 */
export function jobRemainingMs(
  plan: readonly PlannedStage[],
  estimates: readonly StageEstimate[],
  nowMs: number,
  whole: Advance,
): number | undefined {
  const open = plan.findLastIndex(({ status }) => status === 'Running' || status === 'Pending');
  const endMs = open < 0 ? undefined : estimates[open]?.endMs;
  return endMs === undefined ? remainingMs(whole) : Math.max(0, endMs - nowMs);
}
