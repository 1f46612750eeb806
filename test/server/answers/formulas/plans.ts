import type { Status } from '../../../../src/contract/index.js';
import type {
  HistoryRecord,
  JobRecord,
  StageRecord,
} from '../../../../src/server/store/records.js';

/** A running job that nothing more was reported of; it started at 0. */
export const aJob = (fields: Partial<JobRecord> = {}): JobRecord => ({
  id: 'aa0e8400-e29b-41d4-a716-446655440000',
  name: 'Import',
  priority: 'Normal',
  status: 'Running',
  createdAtMs: 0,
  startedAtMs: 0,
  lastHeardMs: 0,
  metrics: {},
  logCounts: { DEBUG: 0, INFO: 0, WARN: 0, ERROR: 0 },
  logSequence: 0,
  eventSequence: 0,
  revision: 1,
  ...fields,
});

export const aStage = (
  name: string,
  order: number,
  status: Status,
  fields: Partial<StageRecord> = {},
): StageRecord => ({ name, order, status, metrics: {}, ...fields });

/** A past job whose stages took so many milliseconds. */
export const aPast = (
  stages: Record<string, number>,
  recordsProcessed?: number,
): HistoryRecord => ({
  jobId: `past-${JSON.stringify(stages)}`,
  durationMs: Object.values(stages).reduce((sum, durationMs) => sum + durationMs, 0),
  ...(recordsProcessed === undefined ? {} : { recordsProcessed }),
  stages: Object.entries(stages).map(([name, durationMs]) => ({ name, durationMs })),
});
