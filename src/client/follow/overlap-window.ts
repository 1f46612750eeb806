import { hash } from 'node:crypto';
import { type LogEntry, levelRank } from '../../contract/index.js';
import { canonicalJson } from '../overlap.js';

/** What is remembered of equal entries: how many there are, and how many of them the pass has met so far. */
interface Remembered {
  timeMs: number;
  rank: number;
  count: number;
  met: number;
  pass: number;
}

/** The entries of the last moments of a log, as far as it takes to know them again. */
export interface OverlapWindow {
  /** Begins another pass over the entries from a moment on, of a rank and above. */
  begin(from: { timeMs: number; rank: number }): void;
  /**
   * Takes the next entry of the pass; tells whether it is new. Entries are the same when all their content is, but for
   * their numbers; of several equal ones, as many are known as any pass before has met.
   */
  take(entry: LogEntry, timeMs: number): boolean;
  /** Whether the pass should have met entries that are known, and has met none so far. */
  readonly isAllMissing: boolean;
  /** Forgets what is older. */
  forgetBefore(timeMs: number): void;
  readonly size: number;
}

/** Remembers nothing yet. It takes about 200 bytes an entry, however long the entries are. */
export function createOverlapWindow(): OverlapWindow {
  const known = new Map<string, Remembered>();
  let pass = 0;
  let isExpecting = false;
  let hasMet = false;
  return {
    begin: (from) => {
      pass += 1;
      hasMet = false;
      isExpecting = [...known.values()].some(
        ({ timeMs, rank }) => timeMs >= from.timeMs && rank >= from.rank,
      );
    },
    take: (entry, timeMs) => {
      const key = digestOf(entry);
      const found = known.get(key) ?? {
        timeMs,
        rank: levelRank(entry.level),
        count: 0,
        met: 0,
        pass,
      };
      known.set(key, found);
      found.met = found.pass === pass ? found.met + 1 : 1;
      found.pass = pass;
      if (found.met <= found.count) {
        hasMet = true;
        return false;
      }
      found.count = found.met;
      return true;
    },
    get isAllMissing() {
      return isExpecting && !hasMet;
    },
    forgetBefore: (timeMs) => {
      for (const [key, entry] of known) if (entry.timeMs < timeMs) known.delete(key);
    },
    get size() {
      return known.size;
    },
  };
}

/** A server may begin to number its entries at any time: they stay the same ones. */
const digestOf = ({ sequence: _, ...content }: LogEntry): string =>
  hash('sha256', canonicalJson(content), 'base64url');
