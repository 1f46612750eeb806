import { known } from '../known.js';
import type { Draft, DraftJob, DraftStage } from './draft.js';
import { editStage } from './draft.js';
import type { ReportOf } from './report-of.js';
import { startStage } from './take-stage.js';
import { tell, tellSubscribers } from './tell.js';

/** Between two Progress events that cross no step. */
const SUB_EVENT_EVERY_MS = 1_000;

/** Points of a step that a timeline shows without its sub-events. */
const STEP_POINTS = 10;

/**
 * Takes how far a stage is: the named one, else the running one, else the whole job. A stage that was not heard of
 * before starts by it; one that does not run is not started again.
 */
export function takeProgress(draft: Draft, report: ReportOf<'progress'>, timeMs: number): void {
  const stage = stageOf(draft, report, timeMs);
  const subject = stage ?? draft.job;
  if (!update(subject, report)) return;
  tellProgress(draft, subject, stage?.name, timeMs);
}

function stageOf(
  draft: Draft,
  { stageName, totalRecords }: ReportOf<'progress'>,
  timeMs: number,
): DraftStage | undefined {
  const stage = editStage(draft, stageName ?? draft.runningStage);
  if (stage !== undefined || stageName === undefined) return stage;
  return startStage(draft, stageName, { totalRecords }, timeMs);
}

type Subject = Pick<
  DraftJob | DraftStage,
  'percent' | 'recordsProcessed' | 'totalRecords' | 'told'
>;

/** Whether the report said anything. The percentage is as reported, else records of total records. */
function update(subject: Subject, report: ReportOf<'progress'>): boolean {
  const { records, totalRecords, percent } = report;
  if (records === undefined && totalRecords === undefined && percent === undefined) return false;
  Object.assign(subject, known({ recordsProcessed: records, totalRecords }));
  const share = percent ?? shareDone(subject.recordsProcessed, subject.totalRecords);
  if (share !== undefined) subject.percent = share;
  return true;
}

/** Records done of all records, as a percentage; more than all of them are 100. */
function shareDone(records: number | undefined, total: number | undefined): number | undefined {
  if (records === undefined || total === undefined || total === 0) return undefined;
  return Math.min(100, (100 * records) / total);
}

/**
 * Subscribers hear of every whole point that was not reached before. The timeline gets an event for every ten points,
 * and a sub-event at most once a second for what is between. Going back and reaching a point again is told of once.
 */
function tellProgress(
  draft: Draft,
  subject: Subject,
  stageName: string | undefined,
  timeMs: number,
): void {
  const toldPercent = subject.told?.percent ?? 0;
  const reached = Math.floor(subject.percent ?? 0);
  if (reached > toldPercent) {
    subject.told = { ...subject.told, percent: reached };
    tellSubscribers(draft, 'progressUpdate', timeMs, progressDetails(subject, stageName));
  }
  const isStep = Math.floor(reached / STEP_POINTS) > Math.floor(toldPercent / STEP_POINTS);
  const lastMs = draft.job.told?.progressAtMs ?? Number.NEGATIVE_INFINITY;
  if (!isStep && timeMs < lastMs + SUB_EVENT_EVERY_MS) return;
  draft.job.told = { ...draft.job.told, progressAtMs: Math.max(timeMs, lastMs) };
  tell(draft, {
    timeMs,
    type: 'Progress',
    isSub: !isStep,
    ...known({ stageName, percent: tenths(subject.percent) }),
    details: {
      ...progressDetails(subject, stageName),
      ...known({ currentOperation: draft.job.activity?.operation }),
    },
  });
}

function progressDetails(
  { percent, recordsProcessed, totalRecords }: Subject,
  stageName: string | undefined,
): Record<string, unknown> {
  return known({
    stageName,
    progress: tenths(percent),
    recordsProcessed,
    remainingRecords:
      recordsProcessed === undefined || totalRecords === undefined
        ? undefined
        : Math.max(0, totalRecords - recordsProcessed),
  });
}

/** Cut, not rounded: nothing is told to be at 100 before it is. */
const tenths = (percent: number | undefined): number | undefined =>
  percent === undefined ? undefined : Math.floor(percent * 10) / 10;
