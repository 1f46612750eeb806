import { isFinal, type Status } from '../../../contract/index.js';
import type { JobRecord, StageRecord } from '../../store/records.js';
import { comingStages, type Past } from './past.js';
import { clampPercent, mean, percentOf } from './shares.js';

/** A stage that was reported, or that past jobs of the type let expect. Lengths of time are milliseconds. */
export interface PlannedStage {
  name: string;
  order: number;
  status: Status;
  /** What was reported; nothing for a stage that is only expected. */
  record?: StageRecord;
  /** From its start to its end, where it has both. */
  actualMs?: number;
  /** As its reporter expects, else the median of past jobs of the type; never 0. */
  expectedMs?: number;
}

/**
 * The stages of a job: the reported ones in their order and, while the job is not final, those that are still to
 * come by what past jobs of the type did ({@link comingStages}).
 */
export function planStages(
  job: JobRecord,
  stages: readonly StageRecord[],
  past: Past,
): PlannedStage[] {
  const reported = [...stages].sort((a, b) => a.order - b.order);
  const planned = reported.map((record) => plannedStage(record, past));
  if (isFinal(job.status)) return planned;
  const last = reported.at(-1)?.order ?? 0;
  const coming = comingStages(
    reported.map(({ name }) => name),
    past,
  );
  return [
    ...planned,
    ...coming.map((name, index): PlannedStage => {
      const expectedMs = past.stageMs.get(name);
      return {
        name,
        order: last + index + 1,
        status: 'Pending',
        ...(expectedMs === undefined ? {} : { expectedMs }),
      };
    }),
  ];
}

function plannedStage(record: StageRecord, past: Past): PlannedStage {
  const { name, order, status, startedAtMs, endedAtMs } = record;
  const reportedMs = (record.expectedDurationMs ?? 0) > 0 ? record.expectedDurationMs : undefined;
  const expectedMs = reportedMs ?? past.stageMs.get(name);
  const hasTimes = startedAtMs !== undefined && endedAtMs !== undefined;
  return {
    name,
    order,
    status,
    record,
    // A reporter's clock that went back makes no stage shorter than nothing.
    ...(hasTimes ? { actualMs: Math.max(0, endedAtMs - startedAtMs) } : {}),
    ...(expectedMs === undefined ? {} : { expectedMs }),
  };
}

/** How far something is, as its reporter says. */
export interface Reported {
  percent?: number;
  recordsProcessed?: number;
  totalRecords?: number;
}

/** As reported, else `records processed ÷ total records`; 0 to 100, `undefined` when neither is known. */
export function reportedPercent(reported: Reported): number | undefined {
  if (reported.percent !== undefined) return clampPercent(reported.percent);
  return percentOf(reported.recordsProcessed, reported.totalRecords);
}

/**
 * How far a stage is, 0 to 100: Completed is 100, not begun is 0, else {@link reportedPercent}. `undefined` for a
 * stage that has begun and whose reporter has not said how far it is.
 */
export function stagePercent({ status, record }: PlannedStage): number | undefined {
  if (status === 'Completed') return 100;
  if (status === 'Pending' || status === 'Queued') return 0;
  return record === undefined ? undefined : reportedPercent(record);
}

/**
 * How long a stage that has not ended is expected to take, in milliseconds: what its reporter or the past says, else
 * the mean of all the stages of the job whose length is known, measured or expected. `undefined` when none is.
 */
export function plannedMs(stage: PlannedStage, plan: readonly PlannedStage[]): number | undefined {
  if (stage.expectedMs !== undefined) return stage.expectedMs;
  return mean(
    plan.flatMap(({ actualMs, expectedMs }) => {
      const knownMs = actualMs ?? expectedMs;
      return knownMs === undefined ? [] : [knownMs];
    }),
  );
}
