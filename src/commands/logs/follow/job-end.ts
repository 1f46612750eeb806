import type { Reading } from '../../../client/follow/types.js';
import type { Client } from '../../../client/types.js';
import { isFinal } from '../../../contract/index.js';
import type { Clock } from '../../../ports/clock.js';

/** What it takes to find out when a followed job has ended. */
export interface JobEndTools {
  client: Pick<Client, 'progress'>;
  jobId: string;
  clock: Clock;
  signal: AbortSignal;
}

/** Where a log does not say how its job is doing, the progress does; it is asked no more often than this. */
const ASK_EVERY_MS = 10_000;

/**
 * Tells of each reading whether it was the last: the final status, once a reading after the one that brought it has
 * brought nothing more; until then `undefined`. Rejects when it is aborted, and for nothing else.
 */
export function createJobEnd(
  tools: JobEndTools,
): (reading: Reading) => Promise<string | undefined> {
  const { client, jobId, clock, signal } = tools;
  let asked: { atMs: number; status: string | undefined } | undefined;
  let wasFinal = false;

  const ask = async (): Promise<string | undefined> => {
    if (asked !== undefined && clock.now() - asked.atMs < ASK_EVERY_MS) return asked.status;
    const status = await client.progress(jobId, { signal, retries: 0 }).then(
      ({ body }) => body.status ?? undefined,
      () => asked?.status,
    );
    signal.throwIfAborted();
    asked = { atMs: clock.now(), status };
    return status;
  };

  return async ({ events, hasMore, jobStatus }) => {
    const isQuiet = events.length === 0 && !hasMore;
    const status = jobStatus ?? (isQuiet ? await ask() : undefined);
    const isOver = isQuiet && wasFinal && isFinal(status);
    wasFinal = isFinal(status);
    return isOver ? status : undefined;
  };
}
