import { waitAfterAnswer, waitAfterFailure } from '../../client/watch/governor.js';
import { type Trouble, troubleOf } from '../../client/watch/trouble.js';
import { isFinal } from '../../contract/index.js';
import type { Clock } from '../../ports/clock.js';
import type { Glimpse, Subject } from './subject.js';

/** What came of one look. Moments are this machine's, in milliseconds since 1970. */
export type Round<Body> =
  | { type: 'seen'; sentMs: number; glimpse: Glimpse<Body> }
  | { type: 'trouble'; trouble: Trouble; nextTryMs: number };

/** What looks are taken with. */
export interface RoundTools {
  clock: Clock;
  random: () => number;
  /** Between two looks. */
  intervalMs: number;
  signal: AbortSignal;
  /** Resolves when the next look may be taken; for a view that can be paused. */
  ready?: () => Promise<void>;
}

/**
 * Looks again and again, until all jobs that are shown are final. A failure that a wait may mend is told and tried
 * again for as long as it takes. Rejects for any other, and with the signal's reason when it is aborted.
 */
export async function* rounds<Body>(
  subject: Pick<Subject<Body>, 'look'>,
  tools: RoundTools,
): AsyncGenerator<Round<Body>> {
  const { clock, signal } = tools;
  for (let failures = 0; ; ) {
    const sentMs = clock.now();
    const result = await lookOnce(subject, signal);
    let waitMs: number;
    if ('glimpse' in result) {
      failures = 0;
      waitMs = waitOn(tools, clock.now() - sentMs);
      yield { type: 'seen', sentMs, glimpse: result.glimpse };
      if (isOver(result.glimpse)) return;
    } else {
      failures += 1;
      waitMs = waitOut(tools, failures, result.trouble);
      yield { type: 'trouble', trouble: result.trouble, nextTryMs: clock.now() + waitMs };
    }
    await clock.sleep(waitMs, signal);
    await tools.ready?.();
  }
}

async function lookOnce<Body>(
  { look }: Pick<Subject<Body>, 'look'>,
  signal: AbortSignal,
): Promise<{ glimpse: Glimpse<Body> } | { trouble: Trouble }> {
  try {
    return { glimpse: await look({ conditional: true, retries: 0, signal }) };
  } catch (error) {
    signal.throwIfAborted();
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    return { trouble };
  }
}

const waitOn = ({ intervalMs, random }: RoundTools, tookMs: number): number =>
  waitAfterAnswer({
    askedMs: intervalMs,
    tookMs,
    quietLooks: 0,
    toEndMs: undefined,
    random: random(),
  });

const waitOut = (
  { intervalMs, random }: RoundTools,
  failures: number,
  { retryAfterMs }: Trouble,
): number => waitAfterFailure({ askedMs: intervalMs, failures, retryAfterMs, random: random() });

const isOver = ({ statuses }: Glimpse<unknown>): boolean =>
  statuses.length > 0 && statuses.every(isFinal);
