import { isJobtrackError, type JobtrackError } from '../../errors/index.js';
import type { Clock } from '../../ports/clock.js';
import { waitAfterFailure } from './governor.js';
import { troubleOf } from './trouble.js';

/** What is waited with. */
export interface PatienceTools {
  clock: Clock;
  random: () => number;
  /** Of the whole watch. */
  signal: AbortSignal | undefined;
}

/** How often something is tried at the end of a watch: the job is done, and its verdict waits. */
const TRIES = 3;

/** The first of these waits is a second or two. */
const ASKED_MS = 1000;

/**
 * Reads something, three times at most where a wait may mend what went wrong, and answers with the last failure.
 * Rejects only when it is aborted.
 */
export async function patiently<T>(
  read: () => Promise<T>,
  { clock, random, signal }: PatienceTools,
): Promise<{ value: T } | { error: JobtrackError }> {
  for (let failures = 1; ; failures += 1) {
    try {
      return { value: await read() };
    } catch (error) {
      signal?.throwIfAborted();
      if (!isJobtrackError(error)) throw error;
      if (failures === TRIES || !isMendable(error)) return { error };
      const wait = { askedMs: ASKED_MS, failures, retryAfterMs: undefined, random: random() };
      await clock.sleep(waitAfterFailure(wait), signal);
    }
  }
}

/** 501 says that there is no such thing. */
const isMendable = (error: JobtrackError): boolean =>
  troubleOf(error) !== undefined && error.status !== 501;
