import type { JobEvent, VerdictEvent } from '../../domain/events/job-event.js';
import { emptyWatch, reduceWatch } from '../../domain/events/reduce.js';
import type { WatchState } from '../../domain/events/watch-state.js';
import type { Clock } from '../../ports/clock.js';
import { type ToldEvent, toldEvents } from './told-events.js';

/** A form in which events are told as they come. */
export interface Teller {
  /** Tells an event, and answers whether there was something to write. `watch` is the state after it. */
  tell(event: ToldEvent, watch: WatchState): Promise<boolean>;
  /** Says after a silence that the watch goes on, at a moment by the server's clock. */
  heartbeat(nowMs: number, watch: WatchState): Promise<void>;
}

/** What is told. */
export interface Told {
  jobIds: readonly string[];
  events: AsyncIterable<JobEvent>;
  clock: Clock;
}

/** Who kills what says nothing (CI services do) waits longer than this, in milliseconds. */
const HEARTBEAT_MS = 60_000;

/**
 * Tells events until the last one, the verdict, with a sign of life after each minute in which there was nothing to
 * tell. Rejects as the events do.
 */
export async function tellAll(
  { jobIds, events, clock }: Told,
  teller: Teller,
): Promise<VerdictEvent | undefined> {
  let watch = emptyWatch(jobIds);
  let toldMs = clock.now();
  const over = new AbortController();
  const beating = beat();
  try {
    for await (const event of events) {
      const told = toldEvents(watch, event);
      watch = reduceWatch(watch, event);
      for (const each of told) if (await teller.tell(each, watch)) toldMs = clock.now();
    }
    return watch.verdict;
  } finally {
    over.abort();
    await beating;
  }

  async function beat(): Promise<void> {
    while (!over.signal.aborted) {
      const leftMs = toldMs + HEARTBEAT_MS - clock.now();
      if (leftMs > 0) {
        await clock.sleep(leftMs, over.signal).catch(() => {});
      } else {
        toldMs = clock.now();
        await teller.heartbeat(clock.now() + (watch.skewMs ?? 0), watch);
      }
    }
  }
}
