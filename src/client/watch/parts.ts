import type { MissingParts, WatchPart } from '../../domain/events/job-event.js';
import type { JobtrackError } from '../../errors/index.js';
import type { Clock } from '../../ports/clock.js';
import { isBearable } from './trouble.js';

/** How long a part that can't be had is left alone: twice as long after each failure in a row. */
const REST_FIRST_MS = 2_000;
const REST_MAX_MS = 30_000;

/** The parts of a watch beside the progress: it goes on without those that can't be had. */
export interface Parts {
  /** Reads a part, unless it could not be had a moment ago. `undefined` when it can't. Rejects when a wait may mend it. */
  read<T>(part: WatchPart, read: () => Promise<T>): Promise<T | undefined>;
  /** Notes that a part can't be had, or that it can. */
  miss(part: WatchPart, error: JobtrackError): void;
  found(part: WatchPart): void;
  /** What can't be had of the parts that are watched. */
  missing(watched: ReadonlySet<WatchPart>): MissingParts | undefined;
}

interface Missed {
  error: JobtrackError;
  restMs: number;
  untilMs: number;
}

/** Parts that are tried again, by `clock`, after a rest. */
export function createParts(clock: Clock): Parts {
  const missed = new Map<WatchPart, Missed>();
  const miss = (part: WatchPart, error: JobtrackError): void => {
    const restMs = Math.min(REST_MAX_MS, 2 * (missed.get(part)?.restMs ?? REST_FIRST_MS / 2));
    missed.set(part, { error, restMs, untilMs: clock.now() + restMs });
  };
  const found = (part: WatchPart): void => {
    missed.delete(part);
  };
  return {
    miss,
    found,
    async read(part, read) {
      if (clock.now() < (missed.get(part)?.untilMs ?? 0)) return undefined;
      try {
        const value = await read();
        found(part);
        return value;
      } catch (error) {
        if (!isBearable(error)) throw error;
        miss(part, error);
        return undefined;
      }
    },
    missing(watched) {
      const both = [...missed].filter(([part]) => watched.has(part));
      if (both.length === 0) return undefined;
      return Object.fromEntries(both.map(([part, { error }]) => [part, error]));
    },
  };
}
