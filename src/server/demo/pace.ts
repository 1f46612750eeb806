import type { FoundFile } from './find-files.js';

/** Opening a file costs about as much time as reading this much of it: small files are not free. */
const OPENING_BYTES = 65_536;

/** Foretells how many files fit into a time, from the pace so far. */
export interface Pace {
  /** Tells that the next file has been read. */
  advance(): void;
  /** How many files will be read in all, when it goes on as it went for `elapsedMs` and may go on for `leftMs`. */
  total(elapsedMs: number, leftMs: number): number;
}

/** The pace of reading files in their order. The cost of a file is its size and a constant for opening it. */
export function createPace(files: readonly FoundFile[]): Pace {
  const costs: number[] = [];
  let sum = 0;
  for (const file of files) {
    sum += file.bytes + OPENING_BYTES;
    costs.push(sum);
  }
  let done = 0;
  return {
    advance: () => {
      done += 1;
    },
    total: (elapsedMs, leftMs) => {
      const spent = costs[done - 1] ?? 0;
      const affordable = spent + (spent / Math.max(1, elapsedMs)) * Math.max(0, leftMs);
      return Math.max(done, countUpTo(costs, affordable));
    },
  };
}

/** How many of the growing sums are at most `limit`. */
function countUpTo(sums: readonly number[], limit: number): number {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
