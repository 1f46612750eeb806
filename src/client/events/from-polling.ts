import { isFinal } from '../../contract/index.js';
import type { JobEvent } from '../../domain/events/job-event.js';
import { createPolledEvents } from './polled-events.js';
import { type Ending, endedWith, type Session } from './session.js';
import type { JobEventsItem } from './types.js';

/** Events by looking at the job again and again, until it has ended. What was told before is not told again. */
export async function* fromPolling(session: Session): AsyncGenerator<JobEventsItem, Ending> {
  const { options, told, sinceMs } = session;
  const polled = createPolledEvents({ wanted: options, sinceMs, told });
  const over = new AbortController();
  const abort = (): void => over.abort(options.signal?.reason);
  options.signal?.addEventListener('abort', abort);
  options.signal?.throwIfAborted();
  let end: Ending = { kind: 'ended' };
  try {
    for await (const event of session.poll(over.signal)) {
      const notice = noticeOf(event);
      if (notice !== undefined) yield notice;
      for (const found of polled(event)) {
        if (told.note(found)) yield { kind: 'event', event: found };
      }
      if (event.type === 'verdict' && isFinal(event.state)) end = endedWith(event.state);
    }
  } finally {
    options.signal?.removeEventListener('abort', abort);
    over.abort();
  }
  return end;
}

function noticeOf(event: JobEvent): JobEventsItem | undefined {
  if (event.type === 'fresh') return { kind: 'connected', isAgain: true };
  if (event.type !== 'stale') return undefined;
  const { error, nextTryMs, atMs } = event;
  return { kind: 'lost', error, retryInMs: Math.max(0, nextTryMs - atMs) };
}
