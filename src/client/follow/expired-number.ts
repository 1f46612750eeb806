import { levelRank } from '../../contract/index.js';
import { areNumbered, type RawPage, sequenceOf } from '../log-page.js';
import { type FollowLine, rangeOf } from './line.js';
import { isSame } from './other-log.js';
import { inOtherLog, type Outcome, withoutNumbers } from './outcome.js';
import { advance, cursorOf, follows, knownUpTo, type SequencePlace } from './sequence-place.js';

/**
 * Reads what is there, when the number is refused that was to be read on from. `isTold`: that something is missing was
 * told before. The oldest entries are taken to come first; of a server that answers with the newest ones, those between
 * count as missing.
 */
export async function readWhatIsThere(
  line: FollowLine,
  place: SequencePlace,
  { isTold }: { isTold: boolean },
): Promise<Outcome> {
  let page = await line.askNext(rangeOf(line));
  while (page.isFull && areNumbered(page.entries) && endOf(page) < cursorOf(place)) {
    page = await line.askNext({ afterSequence: endOf(page) });
  }
  if (!areNumbered(page.entries)) return withoutNumbers(line, place, page);
  if (isOfOtherLog(page, place, line)) return inOtherLog(line, place, page);
  const to = advance(place, page, line, { isCut: !isTold && isMissing(page, place) });
  return { page, to, isLost: cursorOf(to.place) === cursorOf(place) };
}

/** Whether there is something between a place and what is there. */
function isMissing({ entries: [oldest], answer }: RawPage, place: SequencePlace): boolean {
  if (oldest !== undefined) return !follows(place, oldest);
  const { nextSequence } = answer.body;
  return typeof nextSequence !== 'number' || nextSequence > knownUpTo(place);
}

const endOf = ({ entries }: RawPage): number => Math.max(0, ...entries.slice(-1).map(sequenceOf));

/** Whether all that is there lies before the place, or an entry that was read is another one now. */
function isOfOtherLog(
  page: RawPage,
  place: SequencePlace,
  { level }: Pick<FollowLine, 'level'>,
): boolean {
  const { last } = place;
  const { nextSequence } = page.answer.body;
  if (typeof nextSequence === 'number') {
    if (nextSequence < cursorOf(place)) return true;
  } else if (last !== undefined && levelRank(last.level) >= levelRank(level)) {
    if (page.entries.length > 0 && endOf(page) < sequenceOf(last)) return true;
  }
  const again = page.entries.find((entry) => last && sequenceOf(entry) === sequenceOf(last));
  return last !== undefined && again !== undefined && !isSame(again, last);
}
