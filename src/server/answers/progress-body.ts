import type { ProgressBody } from '../../contract/index.js';
import { known } from '../known.js';
import type { JobRecord } from '../store/records.js';
import type { Wording } from '../wording/wording.js';
import type { QueueEntry } from './formulas/queue-forecast.js';
import { shownProgress } from './formulas/shares.js';
import { group } from './group.js';
import type { JobFacts, Outlook } from './outlook.js';
import { resourceUsage } from './resource-usage.js';
import { stageBody } from './stage-body.js';
import { estimateText, timeText } from './time-text.js';

/** How far a job is. `place` is that of a queued one. */
export function progressBody(
  { job, samples }: JobFacts,
  outlook: Outlook,
  place: QueueEntry | undefined,
  words: Wording,
): ProgressBody {
  return known({
    jobId: job.id,
    jobName: job.name,
    status: job.status,
    queuePosition: place?.position,
    estimatedStartTime: estimateText(place?.startMs),
    overallProgress: overallProgress(job, outlook, place, words),
    stages:
      outlook.plan.length === 0
        ? undefined
        : outlook.plan.map((stage, index) =>
            stageBody(stage, outlook.estimates[index] ?? {}, words),
          ),
    currentActivity: job.status === 'Running' ? job.activity : undefined,
    resourceUsage: resourceUsage(job, samples, outlook.recordsPerSecond, words),
    qualityMetrics: qualityMetrics(job),
    exitCode: job.exitCode,
    reason: job.reason,
  });
}

function overallProgress(
  job: JobRecord,
  { percent, elapsedMs, remainingMs, endMs }: Outlook,
  place: QueueEntry | undefined,
  words: Wording,
): ProgressBody['overallProgress'] {
  const duration = (durationMs: number | undefined): string | undefined =>
    durationMs === undefined ? undefined : words.duration(durationMs);
  return known({
    percentage: shownProgress(percent),
    startTime: timeText(job.startedAtMs),
    endTime: timeText(job.endedAtMs),
    elapsedTime: duration(elapsedMs),
    // Whole seconds, as the estimated time is one: a wait of a second and 233 milliseconds is not known so well.
    estimatedRemaining: duration(remainingMs && Math.ceil(remainingMs / 1000) * 1000),
    estimatedCompletion: estimateText(endMs ?? place?.endMs),
  });
}

/** Reported scores, and what the log has counted: no entries at all are no data, and none of a level are 0. */
function qualityMetrics({ quality, logCounts }: JobRecord): ProgressBody['qualityMetrics'] {
  const hasLog = Object.values(logCounts).some((count) => count > 0);
  return group({
    ...quality,
    warningsGenerated: hasLog ? logCounts.WARN : undefined,
    errorsEncountered: hasLog ? logCounts.ERROR : undefined,
  });
}
