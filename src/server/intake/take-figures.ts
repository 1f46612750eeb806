import { known } from '../known.js';
import { type Draft, editStage } from './draft.js';
import type { ReportOf } from './report-of.js';
import { tell } from './tell.js';

/** How many figures a stage, or a job outside of its stages, may have. New names beyond are not kept. */
export const FIGURES_MAX = 200;

/** Takes what the job is doing. */
export function takeActivity(draft: Draft, report: ReportOf<'activity'>): void {
  const { operation, component, details } = report;
  draft.job.activity = { operation, ...known({ component, details }) };
}

/** Takes what the job uses, with the stage and the records of that moment. */
export function takeSample(draft: Draft, report: ReportOf<'sample'>, timeMs: number): void {
  const { reportId: _id, type: _type, time: _time, ...figures } = report;
  const stage = draft.stages.get(draft.runningStage ?? '');
  const { recordsProcessed } = stage ?? draft.job;
  draft.samples.push({
    timeMs,
    ...known({ ...figures, stage: stage?.name, recordsProcessed }),
  });
}

/** Takes a figure of the running stage, or of the job where none runs. The newest value of a name counts. */
export function takeMetric(draft: Draft, { key, value }: ReportOf<'metric'>): void {
  const { metrics } = editStage(draft, draft.runningStage) ?? draft.job;
  if (!Object.hasOwn(metrics, key) && Object.keys(metrics).length >= FIGURES_MAX) return;
  Object.defineProperty(metrics, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** Takes what is known of the data's quality; what this report leaves out stays as it was. */
export function takeQuality(draft: Draft, report: ReportOf<'quality'>): void {
  const { dataQualityScore, validationsPassed, validationsFailed } = report;
  draft.job.quality = {
    ...draft.job.quality,
    ...known({ dataQualityScore, validationsPassed, validationsFailed }),
  };
}

/** Takes something worth telling. */
export function takeMilestone(draft: Draft, report: ReportOf<'milestone'>, timeMs: number): void {
  tell(draft, {
    timeMs,
    type: 'Milestone',
    isSub: false,
    text: report.message,
    ...known({ stageName: draft.runningStage }),
    details: report.details ?? {},
  });
}
