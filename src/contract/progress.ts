import * as v from 'valibot';
import { Count, DisplayText, maybe, OpenMap, Percentage, Timestamp } from './parts.js';

/** One stage of a job. A pending one has estimates instead of times; only a running one has `totalRecords`. */
const StageSchema = v.looseObject({
  stageName: v.string(),
  stageOrder: maybe(Count),
  status: maybe(v.string()),
  progress: maybe(Percentage),
  startTime: maybe(Timestamp),
  endTime: maybe(Timestamp),
  estimatedStartTime: maybe(Timestamp),
  estimatedEndTime: maybe(Timestamp),
  duration: maybe(DisplayText),
  recordsProcessed: maybe(Count),
  totalRecords: maybe(Count),
  metrics: maybe(OpenMap),
});

/** The body of `GET /job/{jobId}/progress`. */
export const ProgressBodySchema = v.looseObject({
  jobId: maybe(v.string()),
  jobName: maybe(v.string()),
  status: maybe(v.string()),
  /** Of a queued job: its place, 1 for the next, and when it is expected to start. */
  queuePosition: maybe(Count),
  estimatedStartTime: maybe(Timestamp),
  /** Of a job that has ended: its command's exit code, and why it failed or was cancelled. */
  exitCode: maybe(v.number()),
  reason: maybe(v.string()),
  overallProgress: v.looseObject({
    percentage: maybe(Percentage),
    startTime: maybe(Timestamp),
    endTime: maybe(Timestamp),
    elapsedTime: maybe(DisplayText),
    estimatedRemaining: maybe(DisplayText),
    estimatedCompletion: maybe(Timestamp),
  }),
  stages: maybe(v.array(StageSchema)),
  currentActivity: maybe(
    v.looseObject({
      component: maybe(v.string()),
      operation: maybe(v.string()),
      details: maybe(v.string()),
    }),
  ),
  resourceUsage: maybe(
    v.looseObject({
      memoryUsage: maybe(DisplayText),
      memoryLimit: maybe(DisplayText),
      cpuUsage: maybe(Percentage),
      diskUsage: maybe(DisplayText),
      networkIO: maybe(DisplayText),
      processingRate: maybe(DisplayText),
    }),
  ),
  qualityMetrics: maybe(
    v.looseObject({
      dataQualityScore: maybe(v.number()),
      validationsPassed: maybe(Count),
      validationsFailed: maybe(Count),
      warningsGenerated: maybe(Count),
      errorsEncountered: maybe(Count),
    }),
  ),
});

export type Stage = v.InferOutput<typeof StageSchema>;
export type ProgressBody = v.InferOutput<typeof ProgressBodySchema>;
