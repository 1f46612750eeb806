import type { JobRecord } from '../../store/records.js';
import { clampPercent, mean } from './shares.js';
import { type PlannedStage, reportedPercent, stagePercent } from './stage-plan.js';

/**
 * How far a job is, 0 to 100. Completed is 100 and Queued is 0. With stages it is the mean of how far they are
 * ({@link stagePercent}), weighted by {@link stageWeights}; a stage whose reporter has not said how far it is counts
 * as 0. Without stages it is {@link reportedPercent} of the job.
 *
 * It never falls while the stages of the plan go on. A stage that nobody has announced and no past job had can't be
 * counted before it starts.
 */
export function overallPercent(job: JobRecord, plan: readonly PlannedStage[]): number | undefined {
  if (job.status === 'Completed') return 100;
  if (job.status === 'Queued' || job.status === 'Pending') return 0;
  const ownPercent = reportedPercent(job);
  const hasReported = plan.some(({ record }) => record !== undefined);
  if (plan.length === 0 || (!hasReported && ownPercent !== undefined)) return ownPercent;
  const weights = stageWeights(plan);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const done = plan.reduce(
    (sum, stage, index) => sum + (weights[index] ?? 0) * (stagePercent(stage) ?? 0),
    0,
  );
  return clampPercent(done / whole);
}

/**
 * What each stage counts. An expected length counts as it is, and a stage without one as the mean of the expected
 * ones. A stage that has ended counts its actual length where that is longer: were it shorter and counted so, the
 * percentage would fall at the moment the stage completes.
 *
 * Without any expected length all stages count the same. That is also what actual lengths, with their mean for the
 * stages to come, would give: k of n stages are k/n of the job.
 */
export function stageWeights(plan: readonly PlannedStage[]): number[] {
  const usual = mean(
    plan.flatMap(({ expectedMs }) => (expectedMs === undefined ? [] : [expectedMs])),
  );
  if (usual === undefined) return plan.map(() => 1);
  return plan.map(({ actualMs = 0, expectedMs = usual }) => Math.max(actualMs, expectedMs));
}
