import { type BatchJob, JOB_IDS_MAX } from '../../contract/index.js';
import type { JobState } from '../../domain/events/watch-state.js';
import { isJobtrackError } from '../../errors/index.js';
import type { Client } from '../types.js';
import type { Ask } from './ask.js';

/** What batches are read with. */
export interface RowTools {
  client: Pick<Client, 'batch'>;
  ask: Ask;
  /** How often is looked, as was asked for: a hint for the server. */
  intervalMs: () => number;
}

/** A job with its row in a batch; without one where the server has left it out. */
type Found = readonly [job: JobState, row: BatchJob | undefined];

/** Reads the rows of jobs, with one request after another for as many of them as one may name. */
export type ReadRows = (
  jobs: readonly JobState[],
  signal: AbortSignal | undefined,
) => AsyncGenerator<readonly Found[]>;

/** What a server or a proxy says to an address as long as a thousand ids make. */
const TOO_LONG: ReadonlySet<number> = new Set([414, 431]);

/** Asks for as many jobs at once as the API allows, and for fewer from the first time that they are too many. */
export function createReadRows(tools: RowTools): ReadRows {
  let most = JOB_IDS_MAX;
  return async function* readRows(jobs, signal) {
    for (let at = 0; at < jobs.length; ) {
      const some = jobs.slice(at, at + most);
      const rows = await readBatch(tools, some, signal);
      if (rows === undefined) {
        most = Math.ceil(some.length / 2);
      } else {
        at += some.length;
        yield some.map((job): Found => [job, rows.get(job.jobId.toLowerCase())]);
      }
    }
  };
}

/** The rows of these jobs by their ids; `undefined` when they are too many for one request. */
async function readBatch(
  { client, ask, intervalMs }: RowTools,
  jobs: readonly JobState[],
  signal: AbortSignal | undefined,
): Promise<Map<string, BatchJob> | undefined> {
  const jobIds = jobs.map(({ jobId }) => jobId);
  const refreshIntervalSeconds = Math.max(1, Math.round(intervalMs() / 1000));
  try {
    const { body } = await ask(
      (how) => client.batch({ jobIds, includeMetrics: true, refreshIntervalSeconds }, how),
      signal,
    );
    return new Map(body.jobs.map((row) => [row.jobId.toLowerCase(), row]));
  } catch (error) {
    const isTooLong =
      isJobtrackError(error, 'UNEXPECTED_STATUS') && TOO_LONG.has(error.facts.status);
    if (isTooLong && jobs.length > 1) return undefined;
    throw error;
  }
}
