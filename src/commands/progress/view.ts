import type { ProgressBody } from '../../contract/index.js';
import { jobTimes } from '../../domain/job-times.js';
import { stageProgress } from '../../domain/stage-progress.js';
import type { Look } from '../../render/look.js';
import { type SafeText, safe } from '../../render/safe-text.js';
import { activitySection, qualitySection, resourcesSection } from './view-facts.js';
import { overallLines } from './view-overall.js';
import { stageLines } from './view-stages.js';

/** A job's progress as it was at a moment, in milliseconds since 1970. */
export interface ProgressState {
  body: ProgressBody;
  nowMs: number;
  /** When the server said so, where that is not now; what it had counted by then makes the rates. */
  seenMs?: number | undefined;
}

/** A job's progress as a screen, or as facts a line each and a table of stages in a pipe. */
export function progressView({ body, nowMs, seenMs }: ProgressState, look: Look): SafeText[] {
  const times = jobTimes(body, nowMs);
  const stages = stageProgress(body.stages ?? [], nowMs, times, seenMs);
  const facts = [
    ...activitySection(body.currentActivity, look),
    ...resourcesSection(body.resourceUsage, look),
    ...qualitySection(body.qualityMetrics, look),
  ];
  const isParted = !look.terminal && stages.length > 0 && facts.length > 0;
  return [
    ...overallLines(body, times, look),
    ...stageLines(stages, look),
    ...(isParted ? [safe``] : []),
    ...facts,
  ];
}
