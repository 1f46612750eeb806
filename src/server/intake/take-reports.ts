import type { Report } from '../../contract/index.js';
import type { Changes } from '../store/port.js';
import { closeDraft, type Draft, type IntakeContext, type JobState, openDraft } from './draft.js';
import { finish } from './life.js';
import { reportTime } from './report-time.js';
import {
  takeActivity,
  takeMetric,
  takeMilestone,
  takeQuality,
  takeSample,
} from './take-figures.js';
import { takeLog } from './take-log.js';
import { takeProgress } from './take-progress.js';
import { takeStage } from './take-stage.js';

/**
 * What reports change, in their order. They are new ones that the job may have (`refuse` says which); how they were
 * cut into requests makes no difference to what becomes of the job.
 */
export function takeReports(
  state: JobState,
  reports: readonly Report[],
  context: IntakeContext,
): Changes {
  const draft = openDraft(state, context);
  draft.job.lastHeardMs = context.nowMs;
  for (const report of reports) {
    take(draft, report, reportTime(report.time, draft.job, context.nowMs));
  }
  return closeDraft(
    draft,
    reports.map(({ reportId }) => reportId),
  );
}

function take(draft: Draft, report: Report, timeMs: number): void {
  switch (report.type) {
    case 'log':
      takeLog(draft, report, timeMs);
      break;
    case 'stage':
      takeStage(draft, report, timeMs);
      break;
    case 'progress':
      takeProgress(draft, report, timeMs);
      break;
    case 'activity':
      takeActivity(draft, report);
      break;
    case 'sample':
      takeSample(draft, report, timeMs);
      break;
    case 'milestone':
      takeMilestone(draft, report, timeMs);
      break;
    case 'metric':
      takeMetric(draft, report);
      break;
    case 'quality':
      takeQuality(draft, report);
      break;
    case 'finish':
      finish(draft, report, timeMs);
  }
}
