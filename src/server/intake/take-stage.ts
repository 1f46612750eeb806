import { known } from '../known.js';
import { addStage, type Draft, type DraftStage, editStage } from './draft.js';
import type { ReportOf } from './report-of.js';
import { tell } from './tell.js';

type StageEnd = 'Completed' | 'Failed' | 'Cancelled';

/** What is said of a stage that starts. */
interface StagePlan {
  totalRecords?: number | undefined;
  expectedDurationMs?: number | undefined;
}

/** A stage is announced, starts or ends. Its place in the order is that of its name's first appearance. */
export function takeStage(draft: Draft, report: ReportOf<'stage'>, timeMs: number): void {
  const { stageName, state = 'started' } = report;
  if (state === 'started') {
    startStage(draft, stageName, report, timeMs);
    return;
  }
  const stage = editStage(draft, stageName) ?? addStage(draft, stageName);
  plan(stage, report);
  if (state !== 'pending')
    endStage(draft, stage, state === 'failed' ? 'Failed' : 'Completed', timeMs);
}

/**
 * Starts a stage; the one that runs is completed by it, since one runs at a time. A stage that has ended is opened
 * again and begins anew. One that runs already goes on.
 */
export function startStage(
  draft: Draft,
  name: string,
  planned: StagePlan,
  timeMs: number,
): DraftStage {
  const stage = editStage(draft, name) ?? addStage(draft, name);
  if (stage.status !== 'Running') {
    const before = editStage(draft, draft.runningStage);
    if (before !== undefined) endStage(draft, before, 'Completed', timeMs);
    if (stage.status !== 'Pending') reset(stage);
    plan(stage, planned);
    open(draft, stage, timeMs);
  } else plan(stage, planned);
  return stage;
}

function open(draft: Draft, stage: DraftStage, timeMs: number): void {
  stage.status = 'Running';
  stage.startedAtMs = timeMs;
  draft.runningStage = stage.name;
  tell(draft, {
    timeMs,
    type: 'StageStarted',
    isSub: false,
    stageName: stage.name,
    details: known({
      stageName: stage.name,
      expectedDurationMs: stage.expectedDurationMs,
      recordCount: stage.totalRecords,
    }),
  });
}

function plan(stage: DraftStage, { totalRecords, expectedDurationMs }: StagePlan): void {
  Object.assign(stage, known({ totalRecords, expectedDurationMs }));
}

/** Forgets what the stage did before, but not which messages the timeline has had of it. */
function reset(stage: DraftStage): void {
  delete stage.endedAtMs;
  delete stage.percent;
  delete stage.recordsProcessed;
  delete stage.totalRecords;
  stage.metrics = {};
  const { percent: _, ...told } = stage.told ?? {};
  stage.told = told;
}

/** Ends a stage. One that has ended stays as it ended; one that was never started has no duration. */
export function endStage(draft: Draft, stage: DraftStage, end: StageEnd, timeMs: number): void {
  if (stage.status !== 'Running' && stage.status !== 'Pending') return;
  stage.status = end;
  stage.endedAtMs = Math.max(timeMs, stage.startedAtMs ?? timeMs);
  if (draft.runningStage === stage.name) draft.runningStage = undefined;
  tell(draft, {
    timeMs: stage.endedAtMs,
    type: 'StageCompleted',
    isSub: false,
    stageName: stage.name,
    details: endDetails(stage, end),
  });
}

/** A stage that did not complete says so in `status`: there is no event type of its own for that. */
function endDetails(stage: DraftStage, end: StageEnd): Record<string, unknown> {
  const { name, startedAtMs, endedAtMs, recordsProcessed, metrics } = stage;
  return known({
    ...metrics,
    stageName: name,
    status: end === 'Completed' ? undefined : end,
    actualDurationMs:
      startedAtMs === undefined || endedAtMs === undefined ? undefined : endedAtMs - startedAtMs,
    recordsProcessed,
  });
}
