import type { Answer, Client, ReadOptions } from '../../client/types.js';
import { isBearable } from '../../client/watch/trouble.js';
import type { Glimpse } from './subject.js';

/** What a look finds in an answer. */
interface Finding<Body> {
  answer: Answer<Body>;
  /** The statuses of the jobs that are shown. */
  statuses: Glimpse<Body>['statuses'];
  /** When the body says that it was made, where it does. */
  madeMs?: number | undefined;
}

/** A glimpse from an answer. */
export function glimpseOf<Body>({ answer, statuses, madeMs }: Finding<Body>): Glimpse<Body> {
  // A body that was kept says when it was made, and not what time it is now.
  const ownTimeMs = answer.isUnchanged === true ? undefined : madeMs;
  const serverTimeMs = madeMs === undefined ? answer.serverTimeMs : ownTimeMs;
  return { body: answer.body, statuses, serverTimeMs };
}

/** Something of a job that does not say how the job stands. */
interface PartOfJob<Body> {
  jobId: string;
  read(how: ReadOptions): Promise<Answer<Body>>;
  /** When the body says that it was made, where it does. */
  madeMs?(body: Body): number | undefined;
}

/**
 * Looks at a part of a job. The job's status is asked for before it, so that what is shown of a job that has ended is
 * the last of it.
 */
export async function lookAtPart<Body>(
  { jobId, read, madeMs }: PartOfJob<Body>,
  client: Pick<Client, 'progress'>,
  how: ReadOptions,
): Promise<Glimpse<Body>> {
  const status = await statusOf(client, jobId, how);
  const answer = await read(how);
  return glimpseOf({ answer, statuses: [status], madeMs: madeMs?.(answer.body) });
}

/** `undefined` where a server does not tell. */
async function statusOf(
  client: Pick<Client, 'progress'>,
  jobId: string,
  how: ReadOptions,
): Promise<string | null | undefined> {
  try {
    return (await client.progress(jobId, how)).body.status;
  } catch (error) {
    if (!isBearable(error)) throw error;
    return undefined;
  }
}
