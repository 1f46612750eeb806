import type { BatchJob } from '../../contract/index.js';
import { type Times, timesOf } from '../job-times.js';

/** The times of a job in a batch, which names its expected end as a whole job's. */
export const rowTimes = (row: BatchJob, nowMs: number): Times =>
  timesOf({ ...row, estimatedEndTime: row.estimatedCompletion }, nowMs);
