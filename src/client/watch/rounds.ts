import { toNearestEnd } from '../../domain/events/expected-end.js';
import type { FreshEvent, JobEvent, StaleEvent } from '../../domain/events/job-event.js';
import type { WatchState } from '../../domain/events/watch-state.js';
import { isJobtrackError } from '../../errors/index.js';
import type { Clock } from '../../ports/clock.js';
import { startLimit } from '../transport/limit.js';
import type { Doze } from './doze.js';
import { LEAST_MS, waitAfterAnswer, waitAfterFailure } from './governor.js';
import type { Look, Telling } from './look.js';
import type { ServerClock } from './server-clock.js';
import { type Trouble, troubleOf } from './trouble.js';
import type { WatchControls } from './types.js';

/** What looks are taken with, one after another. */
export interface RoundTools {
  look: Look;
  doze: Doze;
  controls: Pick<WatchControls, 'intervalMs' | 'isPaused'>;
  clock: Clock;
  serverClock: ServerClock;
  random: () => number;
  /** By this machine's clock; Infinity for none. */
  endMs: number;
  /** Until then a 404 means that the job is still to come. */
  comesByMs: number;
  state: () => WatchState;
  signal: AbortSignal | undefined;
}

/** What a watch knows of its own past. */
interface Past {
  /** When the last of a job was seen, by this machine's clock. */
  seenMs: number | undefined;
  /** Whether the server has ever said anything, be it that there is no such job. */
  hasAnswer: boolean;
  isTimeUp: boolean;
  /** Looks in a row that have found nothing new, and that have failed. */
  quietLooks: number;
  failures: number;
}

/** Looks again and again, at the pace that the governor sets. */
export interface Rounds {
  /** Takes a look and tells it; of one that fails, that it did. Rejects for what no wait mends. */
  round(): Telling;
  /** Waits until the next look is due, and for as long as the watch is paused. */
  rest(): Promise<void>;
  isOverdue(): boolean;
  /** Whether anything was ever answered. */
  hasAnswer(): boolean;
}

/** What a request is cut off with when the whole watch is over. */
const TIME_IS_UP = Symbol('time is up');

/** Begins at once: nothing is waited for before the first look. */
export function createRounds(tools: RoundTools): Rounds {
  const { clock, controls, doze, serverClock, signal, state, endMs } = tools;
  const begunMs = clock.now();
  const past: Past = {
    seenMs: undefined,
    hasAnswer: false,
    isTimeUp: false,
    quietLooks: 0,
    failures: 0,
  };
  let [leastMs, mostMs] = [0, 0];

  const answered = (first?: JobEvent): FreshEvent[] => {
    const nowMs = clock.now();
    const ageMs = nowMs - (past.seenMs ?? begunMs);
    past.seenMs = nowMs;
    past.hasAnswer = true;
    const atMs = first?.type === 'seen' ? first.atMs : serverClock.now();
    return state().stale === undefined ? [] : [{ type: 'fresh', atMs, ageMs }];
  };

  async function* look(): Telling {
    const startMs = clock.now();
    const limit = Number.isFinite(endMs)
      ? startLimit(endMs - startMs, () => TIME_IS_UP, signal)
      : undefined;
    let isQuiet = true;
    try {
      for await (const events of tools.look(limit?.signal ?? signal)) {
        isQuiet &&= events.every(({ type }) => type === 'seen');
        yield [...answered(events[0]), ...events];
      }
      yield answered();
    } finally {
      limit?.end();
    }
    past.failures = 0;
    past.quietLooks = isQuiet ? past.quietLooks + 1 : 0;
    leastMs = LEAST_MS;
    mostMs = waitAfterAnswer({
      askedMs: controls.intervalMs(),
      tookMs: clock.now() - startMs,
      quietLooks: past.quietLooks,
      toEndMs: isQuiet ? toNearestEnd(state().jobs, serverClock.now()) : undefined,
      random: tools.random(),
    });
  }

  /** Plans the next try after one that failed. */
  const failed = ({ cause, error, retryAfterMs }: Trouble): StaleEvent => {
    past.failures += 1;
    const [askedMs, random] = [controls.intervalMs(), tools.random()];
    const { failures, seenMs } = past;
    if (cause === 'not-there-yet') {
      past.hasAnswer = true;
      const calm = { askedMs, tookMs: 0, quietLooks: failures, toEndMs: undefined, random };
      mostMs = Math.min(waitAfterAnswer(calm), tools.comesByMs - clock.now());
      leastMs = LEAST_MS;
    } else {
      mostMs = waitAfterFailure({ askedMs, failures, retryAfterMs, random });
      leastMs = mostMs;
    }
    const atMs = serverClock.now();
    const ageMs = seenMs === undefined ? undefined : clock.now() - seenMs;
    return { type: 'stale', atMs, ageMs, nextTryMs: atMs + mostMs, cause, error };
  };

  const meaningOf = (error: unknown): Trouble | undefined => {
    const isAwaited = past.seenMs === undefined && clock.now() < tools.comesByMs;
    return isAwaited && isJobtrackError(error, 'NOT_FOUND')
      ? { cause: 'not-there-yet', error, retryAfterMs: undefined }
      : troubleOf(error);
  };

  return {
    isOverdue: () => past.isTimeUp || clock.now() >= endMs,
    hasAnswer: () => past.hasAnswer,
    async *round() {
      try {
        yield* look();
      } catch (error) {
        signal?.throwIfAborted();
        past.isTimeUp = error === TIME_IS_UP;
        if (past.isTimeUp) return;
        const trouble = meaningOf(error);
        if (trouble === undefined) throw error;
        yield [failed(trouble)];
      }
    },
    async rest() {
      const leftMs = (): number => Math.max(0, endMs - clock.now());
      await doze.wait(leastMs, Math.min(mostMs, leftMs()), signal);
      while (controls.isPaused() && leftMs() > 0) await doze.wait(0, leftMs(), signal);
    },
  };
}
