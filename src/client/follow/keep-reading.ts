import { isFinal } from '../../contract/index.js';
import type { JobtrackError } from '../../errors/index.js';
import type { Clock } from '../../ports/clock.js';
import { waitAfterAnswer, waitAfterFailure } from '../watch/governor.js';
import { troubleOf } from '../watch/trouble.js';
import type { LogFollower, Reading } from './types.js';

/** How a log is read again and again. */
export interface KeepReading {
  follower: LogFollower;
  clock: Clock;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  /** Between two readings, when there is nothing more to read yet. */
  intervalMs: number;
  /** How often the very first reading is tried again. */
  retries: number;
  signal?: AbortSignal;
}

/** What comes of reading on: readings, and that there are none. */
export type ReadOn =
  | { kind: 'reading'; reading: Reading }
  /** There is no answer any more. Told once, however often it is tried from then on. */
  | { kind: 'lost'; error: JobtrackError; nextTryInMs: number }
  /** Answers come again, after so long. */
  | { kind: 'back'; afterMs: number };

/**
 * Reads on for ever; whoever listens ends it. What a wait may mend is waited for as long as it takes, with more and more
 * time between two tries, and never less than the server asks for. Who never had an answer gets the error instead: a
 * wrong address is no broken connection.
 * Rejects with what no wait mends (401, 403, 404, a bad request), and with the signal's reason when it is aborted.
 */
export async function* keepReading(options: KeepReading): AsyncGenerator<ReadOn, never> {
  const { follower, clock, signal } = options;
  const outages = createOutages(options);
  for (;;) {
    const startMs = clock.now();
    const found = await follower.read(signal).then(
      (reading) => ({ reading }),
      (error: unknown) => ({ error }),
    );
    signal?.throwIfAborted();
    const tookMs = clock.now() - startMs;
    const step = 'reading' in found ? outages.end() : outages.goOn(found.error);
    if (step.told !== undefined) yield step.told;
    if ('reading' in found) yield { kind: 'reading', reading: found.reading };
    const waitMs = 'reading' in found ? waitAfter(found.reading, tookMs, options) : step.waitMs;
    if (waitMs > 0) await clock.sleep(waitMs, signal);
  }
}

/** What a try comes to beside its reading. */
interface Step {
  told?: ReadOn;
  waitMs: number;
}

/** Counts the tries that fail in a row. */
function createOutages({ clock, random, intervalMs: askedMs, retries }: KeepReading) {
  let failures = 0;
  let hasAnswer = false;
  let lostMs = 0;
  return {
    /** There is an answer. */
    end(): Step {
      const isBack = hasAnswer && failures > 0;
      hasAnswer = true;
      failures = 0;
      if (!isBack) return { waitMs: 0 };
      return { told: { kind: 'back', afterMs: clock.now() - lostMs }, waitMs: 0 };
    },
    /** There is none. Throws what no wait mends. */
    goOn(failure: unknown): Step {
      const trouble = troubleOf(failure);
      failures += 1;
      if (trouble === undefined || (!hasAnswer && failures > retries)) throw failure;
      const { error, retryAfterMs } = trouble;
      const waitMs = waitAfterFailure({ askedMs, failures, retryAfterMs, random: random() });
      if (!hasAnswer || failures > 1) return { waitMs };
      lostMs = clock.now();
      return { told: { kind: 'lost', error, nextTryInMs: waitMs }, waitMs };
    },
  };
}

/** A server that could wait, and answers with nothing sooner than this, was kept from waiting by somebody in between. */
const SOON_MS = 250;

/** Lines that come one by one are read a few at a time: nobody sees the difference, and the server has less to do. */
const GATHER_MS = 25;

function waitAfter(
  { events, hasMore, canWait = false, jobStatus }: Reading,
  tookMs: number,
  { intervalMs: askedMs, random }: KeepReading,
): number {
  if (hasMore) return 0;
  if (canWait && events.length > 0) return Math.max(0, GATHER_MS - tookMs);
  // Nobody waits for what follows an end, and the answer that says so comes at once.
  if (canWait && (tookMs >= SOON_MS || isFinal(jobStatus))) return 0;
  const calm = { askedMs, tookMs, quietLooks: 0, toEndMs: undefined, random: random() };
  return waitAfterAnswer(calm);
}
