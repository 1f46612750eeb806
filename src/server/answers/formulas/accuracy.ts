import { mean, percentOf } from './shares.js';
import type { PlannedStage } from './stage-plan.js';

/** What was expected and what came of it, both in milliseconds; of Completed stages for which both are known. */
function comparable(plan: readonly PlannedStage[]): { actualMs: number; expectedMs: number }[] {
  return plan.flatMap(({ status, actualMs, expectedMs }) =>
    status === 'Completed' && actualMs !== undefined && actualMs > 0 && expectedMs !== undefined
      ? [{ actualMs, expectedMs }]
      : [],
  );
}

/**
 * How well stages were predicted, 0 to 100: the mean over Completed stages of `shorter ÷ longer` of the expected and
 * the actual length. `undefined` while no such stage has completed.
 */
export function predictionAccuracy(plan: readonly PlannedStage[]): number | undefined {
  return mean(
    comparable(plan).map(
      ({ actualMs, expectedMs }) =>
        (Math.min(actualMs, expectedMs) / Math.max(actualMs, expectedMs)) * 100,
    ),
  );
}

/**
 * How well stages kept to their time, 0 to 100: the mean over Completed stages of `expected ÷ actual`, at most 100
 * each. `undefined` while no stage with an expected length has completed.
 */
export function stageEfficiency(plan: readonly PlannedStage[]): number | undefined {
  return mean(
    comparable(plan).flatMap(({ actualMs, expectedMs }) => percentOf(expectedMs, actualMs) ?? []),
  );
}
