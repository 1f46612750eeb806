import type { BatchJob } from '../../contract/index.js';
import { known } from '../known.js';
import type { JobRecord, SampleRecord } from '../store/records.js';
import type { Wording } from '../wording/wording.js';
import type { QueueEntry } from './formulas/queue-forecast.js';
import { shownProgress } from './formulas/shares.js';
import { group } from './group.js';
import type { Outlook } from './outlook.js';
import { resourceUsage } from './resource-usage.js';
import { estimateText, timeText } from './time-text.js';

/** How a job stands: what of its outlook a list tells. */
export type Standing = Pick<Outlook, 'percent'> &
  Partial<Pick<Outlook, 'current' | 'endMs' | 'recordsPerSecond'>>;

/** A job among others. `samples` are its newest ones where what it uses is asked for. */
export function batchJob(
  job: JobRecord,
  { percent, current, endMs, recordsPerSecond }: Standing,
  place: QueueEntry | undefined,
  samples: readonly SampleRecord[] | undefined,
  words: Wording,
): BatchJob {
  return known({
    jobId: job.id,
    jobName: job.name,
    status: job.status,
    progress: shownProgress(percent),
    startTime: timeText(job.startedAtMs),
    endTime: timeText(job.endedAtMs),
    queuePosition: place?.position,
    estimatedStartTime: estimateText(place?.startMs),
    estimatedCompletion: estimateText(endMs ?? place?.endMs),
    currentStage: current?.name,
    submittedBy: job.submittedBy,
    priority: job.priority,
    resourceUsage: samples && batchUsage(job, samples, recordsPerSecond, words),
  });
}

function batchUsage(
  job: JobRecord,
  samples: readonly SampleRecord[],
  recordsPerSecond: number | undefined,
  words: Wording,
): BatchJob['resourceUsage'] {
  const usage = resourceUsage(job, samples, recordsPerSecond, words);
  return group({
    cpu: usage?.cpuUsage,
    memory: usage?.memoryUsage,
    processingRate: usage?.processingRate,
  });
}
