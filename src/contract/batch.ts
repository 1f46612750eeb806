import * as v from 'valibot';
import { Count, DisplayText, maybe, Percentage, Timestamp } from './parts.js';

/** One job among several. A queued one has a position and estimates instead of a start, a stage and resources. */
const BatchJobSchema = v.looseObject({
  jobId: v.string(),
  jobName: maybe(v.string()),
  status: maybe(v.string()),
  progress: maybe(Percentage),
  startTime: maybe(Timestamp),
  endTime: maybe(Timestamp),
  queuePosition: maybe(Count),
  estimatedStartTime: maybe(Timestamp),
  estimatedCompletion: maybe(Timestamp),
  currentStage: maybe(v.string()),
  submittedBy: maybe(v.string()),
  priority: maybe(v.string()),
  resourceUsage: maybe(
    v.looseObject({
      cpu: maybe(Percentage),
      memory: maybe(DisplayText),
      processingRate: maybe(DisplayText),
    }),
  ),
});

/** The body of `GET /tracking/batch`. `jobCount` can exceed the number of `jobs`. */
export const BatchBodySchema = v.looseObject({
  trackingTime: maybe(Timestamp),
  jobCount: maybe(Count),
  summary: maybe(
    v.looseObject({
      running: maybe(Count),
      queued: maybe(Count),
      completed: maybe(Count),
      failed: maybe(Count),
      cancelled: maybe(Count),
    }),
  ),
  jobs: v.array(BatchJobSchema),
  systemHealth: maybe(
    v.looseObject({
      overallLoad: maybe(Percentage),
      queueHealth: maybe(v.string()),
      resourceAvailability: maybe(v.string()),
      estimatedCapacity: maybe(DisplayText),
    }),
  ),
});

export type BatchJob = v.InferOutput<typeof BatchJobSchema>;
export type BatchBody = v.InferOutput<typeof BatchBodySchema>;
