import type { Client } from '../types.js';
import { fromPolling } from './from-polling.js';
import { fromSockets } from './from-sockets.js';
import { createSession } from './session.js';
import { leave } from './subscribing.js';
import type { JobEventsItem, JobEventsOptions } from './types.js';

/**
 * Follows a job's events until it has ended: each told once and in order, over broken connections, restarts of the server
 * and the ends of subscriptions. A server that offers no socket is looked at again and again instead.
 *
 * The last item is `ended`. Rejects with JobtrackError for what no wait mends (401, 403, 404, a refused request), and
 * with the signal's reason when it is aborted. Whoever reads slowly holds up the server and nothing else. Leaving the
 * loop frees everything; the subscription is taken away first, which is waited for a second at most.
 */
export async function* jobEvents(
  client: Client,
  jobId: string,
  options: JobEventsOptions,
): AsyncGenerator<JobEventsItem> {
  options.signal?.throwIfAborted();
  const session = createSession(client, jobId, options);
  try {
    const ending = yield* fromSockets(session);
    yield ending;
    if (ending.kind === 'ended') return;
    yield yield* fromPolling(session);
  } finally {
    await leave(session);
  }
}
