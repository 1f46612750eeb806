import type { Stage } from '../../contract/index.js';
import { known } from '../known.js';
import type { Wording } from '../wording/wording.js';
import { averageRate } from './formulas/record-rate.js';
import type { StageEstimate } from './formulas/remaining.js';
import { shownProgress } from './formulas/shares.js';
import { type PlannedStage, stagePercent } from './formulas/stage-plan.js';
import { group } from './group.js';
import { estimateText, timeText } from './time-text.js';

/** One stage of a progress answer. Only a running one tells its total, only one to come tells when it starts. */
export function stageBody(stage: PlannedStage, estimate: StageEstimate, words: Wording): Stage {
  const { name, order, status, record, actualMs } = stage;
  return known({
    stageName: name,
    stageOrder: order,
    status,
    progress: shownProgress(stagePercent(stage)),
    startTime: timeText(record?.startedAtMs),
    endTime: timeText(record?.endedAtMs),
    estimatedStartTime: estimateText(estimate.startMs),
    estimatedEndTime: estimateText(estimate.endMs),
    duration: actualMs === undefined ? undefined : words.duration(actualMs),
    recordsProcessed: record?.recordsProcessed,
    totalRecords: status === 'Running' ? record?.totalRecords : undefined,
    metrics: stageMetrics(stage, words),
  });
}

/** The reported figures of a stage and, once it has ended, its throughput: `records processed ÷ its length`. */
function stageMetrics({ record, actualMs }: PlannedStage, words: Wording): Stage['metrics'] {
  const recordsPerSecond = averageRate(record?.recordsProcessed, actualMs);
  return group({
    throughput: recordsPerSecond === undefined ? undefined : words.rate(recordsPerSecond),
    ...record?.metrics,
  });
}
