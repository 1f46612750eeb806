import type { LogEntry } from '../../contract/index.js';
import { isJobtrackError } from '../../errors/index.js';
import { type RawPage, sequenceOf } from '../log-page.js';
import type { FollowLine } from './line.js';
import { cursorOf, type SequencePlace } from './sequence-place.js';

/** What answers have told of a log as a whole. */
export interface LogFacts {
  /** When it begins. */
  firstTime?: string | undefined;
  /** Its `nextSequence` was found to be smaller than it should be, although nothing was missing. */
  isEndWrong?: boolean;
}

/** What looks as if another log had taken the place of the one that was read. */
export type Doubt = 'shorter' | 'other-beginning';

/** Why an answer to what follows a place may be of another log; `undefined` for no reason. */
export function doubtOf(
  { answer: { body } }: RawPage,
  place: SequencePlace,
  facts: LogFacts,
): Doubt | undefined {
  const { nextSequence } = body;
  const isShorter = typeof nextSequence === 'number' && nextSequence < cursorOf(place);
  if (isShorter && facts.isEndWrong !== true) return 'shorter';
  const firstTime = body.logsSummary?.timeRange?.startTime ?? facts.firstTime;
  const isOther = facts.firstTime !== undefined && firstTime !== facts.firstTime;
  return isOther && place.last !== undefined ? 'other-beginning' : undefined;
}

/** Settles a doubt: the entry that was read last is the same one in the same log. Asks once at most. */
export async function isOtherLog(
  { fetch }: Pick<FollowLine, 'fetch'>,
  { last }: SequencePlace,
  doubt: Doubt,
): Promise<boolean> {
  if (last === undefined) return doubt === 'shorter';
  const found = await entryFrom(fetch, sequenceOf(last));
  // A log that keeps only its newest entries begins later and later; then the last one that was read may be gone.
  if (found === undefined || sequenceOf(found) !== sequenceOf(last)) return doubt === 'shorter';
  return !isSame(found, last);
}

/** The first entry with this number or a higher one, of any level. */
export async function entryFrom(
  fetch: FollowLine['fetch'],
  sequence: number,
): Promise<LogEntry | undefined> {
  try {
    const answer = await fetch({ level: 'DEBUG', afterSequence: sequence - 1, limit: 1 });
    return answer.body.logs[0];
  } catch (error) {
    if (isExpired(error)) return undefined;
    throw error;
  }
}

/** Whether two entries of one number are one. Details may come in another form from another version of a server. */
export const isSame = (a: LogEntry, b: LogEntry): boolean =>
  a.timestamp === b.timestamp && a.message === b.message;

/** Whether the server refuses to go on from a number: 410, or 400 where it does not tell the two apart. */
export const isExpired = (error: unknown): boolean =>
  isJobtrackError(error) && (error.status === 410 || error.status === 400);
