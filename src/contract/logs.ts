import * as v from 'valibot';
import { Count, DisplayText, maybe, OpenMap, Percentage, Timestamp } from './parts.js';

/** One line of a job's log. `sequence` is there where the server numbers its entries. */
export const LogEntrySchema = v.looseObject({
  timestamp: Timestamp,
  level: maybe(v.string()),
  component: maybe(v.string()),
  stage: maybe(v.string()),
  message: maybe(v.string()),
  details: maybe(OpenMap),
  sequence: maybe(Count),
});

/** The body of `GET /job/{jobId}/logs` with `format=structured`. */
export const LogsBodySchema = v.looseObject({
  jobId: maybe(v.string()),
  jobName: maybe(v.string()),
  jobStatus: maybe(v.string()),
  logsSummary: maybe(
    v.looseObject({
      totalEntries: maybe(Count),
      debugEntries: maybe(Count),
      infoEntries: maybe(Count),
      warnEntries: maybe(Count),
      errorEntries: maybe(Count),
      timeRange: maybe(v.looseObject({ startTime: maybe(Timestamp), endTime: maybe(Timestamp) })),
    }),
  ),
  logs: v.array(LogEntrySchema),
  executionMetrics: maybe(
    v.looseObject({
      currentStage: maybe(v.string()),
      stageProgress: maybe(Percentage),
      overallProgress: maybe(Percentage),
      processingRate: maybe(DisplayText),
      memoryUsage: maybe(DisplayText),
      cpuUsage: maybe(Percentage),
      estimatedCompletion: maybe(Timestamp),
    }),
  ),
  /** Asked for with `afterSequence`, the log goes on where this answer ends; 0 before anything was logged. */
  nextSequence: maybe(Count),
  /** How long `wait` may be. Only servers that can hold an answer back say it. */
  maxWaitSeconds: maybe(Count),
});

export type LogEntry = v.InferOutput<typeof LogEntrySchema>;
export type LogsBody = v.InferOutput<typeof LogsBodySchema>;
