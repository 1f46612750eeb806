import { backoffMs, HEALTHY_MS } from './backoff.js';
import { connect } from './connection.js';
import type { Ending, Session } from './session.js';
import { retryAfterOf } from './trouble.js';
import type { JobEventsItem } from './types.js';

/**
 * Events by sockets, one connection after another, until the job has ended or there turns out to be no socket. Rejects
 * for what no wait mends.
 */
export async function* fromSockets(session: Session): AsyncGenerator<JobEventsItem, Ending> {
  const { clock, random, options } = session;
  for (let failures = 0; ; ) {
    const startMs = clock.now();
    const outcome = yield* connect(session);
    if (outcome.kind === 'ended' || outcome.kind === 'no-socket') return outcome;
    if (outcome.kind === 'again') continue;
    const wasGood = outcome.hadNews || clock.now() - startMs >= HEALTHY_MS;
    failures = wasGood ? 0 : failures;
    const { error } = outcome;
    const retryInMs = backoffMs(failures, random(), retryAfterOf(error));
    failures += 1;
    yield { kind: 'lost', error, retryInMs };
    await clock.sleep(retryInMs, options.signal);
  }
}
