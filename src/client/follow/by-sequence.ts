import { areNumbered, type RawPage } from '../log-page.js';
import { readWhatIsThere } from './expired-number.js';
import { type FollowLine, rangeOf, readingOf } from './line.js';
import type { Mode } from './mode.js';
import { doubtOf, isExpired, isOtherLog, type LogFacts } from './other-log.js';
import { inOtherLog, type Outcome, withoutNumbers } from './outcome.js';
import { advance, cursorOf, type SequencePlace, withOtherLevel } from './sequence-place.js';

/**
 * Reads on in a log whose entries are numbered: exact. Only what follows the last number is asked for, and nothing else
 * is told. Below a threshold numbers are left out anyway, so that something is missing shows in these ways only:
 *
 * - The server refuses the number (410 or 400): it no longer keeps what follows. What is there is read, never what lies
 *   before the number, and a gap `no-longer-kept` is told in front of it unless it follows without one.
 * - At DEBUG, which leaves nothing out, numbers are left out between two pages: the same gap.
 * - `nextSequence` is smaller than what was asked behind, or the log's first time is another one, and the entry that was
 *   read last is not there: the log was begun anew. A gap `restarted`, then the new log from its beginning.
 * - Entries have no numbers any more. A gap `restarted`, then the log is read by time.
 */
export function createSequenceMode(line: FollowLine, start: SequencePlace): Mode {
  let place = start;
  /** `undefined` before the first answer. */
  let facts: LogFacts | undefined;
  let isLost = false;
  /** How long the next answer may be held back. */
  let wait = 0;

  const readOn = async (first: RawPage | undefined): Promise<Outcome> => {
    if (isLost) return readWhatIsThere(line, place, { isTold: true });
    const isBegun = facts !== undefined;
    const page = first ?? (await askBehind(line, place, { wait, isBegun }));
    if (page === undefined) return readWhatIsThere(line, place, { isTold: false });
    if (!areNumbered(page.entries)) return withoutNumbers(line, place, page);
    const doubt = facts === undefined ? undefined : doubtOf(page, place, facts);
    if (doubt !== undefined && (await isOtherLog(line, place, doubt))) {
      return inOtherLog(line, place, page);
    }
    const to = advance(place, page, line);
    return doubt === 'shorter' ? { page, to, facts: { isEndWrong: true } } : { page, to };
  };

  return {
    read: async (first) => {
      const { page, to, next, ...outcome } = await readOn(first);
      const { logsSummary, maxWaitSeconds } = page.answer.body;
      const firstTime = logsSummary?.timeRange?.startTime ?? facts?.firstTime;
      facts = { ...facts, firstTime, ...outcome.facts };
      place = to.place;
      isLost = outcome.isLost ?? false;
      const hasMore = outcome.hasMore ?? page.isFull;
      const longest = isLost ? 0 : Math.min(line.waitSeconds, maxWaitSeconds ?? 0);
      wait = hasMore ? 0 : longest;
      const reading = readingOf(page.answer, to.events, { hasMore, canWait: longest > 0 });
      return { reading, ...(next === undefined ? {} : { next }) };
    },
    levelChanged: (before) => {
      place = withOtherLevel(place, before);
    },
  };
}

/**
 * What follows a place; `undefined` when the server no longer tells that. At the beginning it is asked once without a
 * number, which none refuses; from then on with 0, since without it some servers answer with the end of a log.
 */
async function askBehind(
  line: FollowLine,
  place: SequencePlace,
  { wait, isBegun }: { wait: number; isBegun: boolean },
): Promise<RawPage | undefined> {
  const afterSequence = cursorOf(place);
  const range = afterSequence === 0 ? rangeOf(line) : {};
  const number = afterSequence === 0 && !isBegun ? {} : { afterSequence };
  const hold = wait === 0 ? {} : { wait };
  try {
    return await line.askNext({ ...range, ...number, ...hold });
  } catch (error) {
    if (isBegun && isExpired(error)) return undefined;
    throw error;
  }
}
