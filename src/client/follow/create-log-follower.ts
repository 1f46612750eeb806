import { createLine, type PageSizes } from './line.js';
import type { Mode } from './mode.js';
import { createMode, startAtBeginning, startAtTail } from './start.js';
import type { FollowOptions, LogFollower } from './types.js';

/**
 * Where entries are numbered, an answer brings nothing twice, and a small one is there sooner. Where they are not, each
 * one repeats what was there a moment ago.
 */
const PAGE_SIZES: PageSizes = { byNumber: 1_000, byTime: 10_000 };

/**
 * Follows a job's log: by number where the server numbers its entries (see `by-sequence.ts`), else by time (see
 * `by-overlap.ts`). Which of the two is found out from the first answer, and again when it changes.
 */
export function createLogFollower(
  options: FollowOptions,
  sizes: PageSizes = PAGE_SIZES,
): LogFollower {
  const line = createLine(options, sizes);
  const { tail } = options;
  let { level } = options;
  let mode: Mode | undefined;

  const begin = async () => {
    const started = await (tail === undefined ? startAtBeginning(line) : startAtTail(line, tail));
    mode = started.mode;
    return started.first;
  };
  /** Not in the middle of a reading: half of it would be of one threshold, and half of another. */
  const changeLevel = (): void => {
    if (level === line.level) return;
    const before = line.level;
    line.level = level;
    mode?.levelChanged(before);
  };

  return {
    read: async (signal) => {
      changeLevel();
      line.signal = signal;
      try {
        const { reading, next } = await (mode === undefined ? begin() : mode.read());
        if (next !== undefined) mode = createMode(line, next);
        return reading;
      } finally {
        line.signal = undefined;
      }
    },
    setLevel: (wanted) => {
      level = wanted;
    },
  };
}
