import type { RawPage } from '../log-page.js';
import type { FollowLine } from './line.js';
import type { ModeStart } from './mode.js';
import type { LogFacts } from './other-log.js';
import { type Advance, beginAnew, foundAt, type SequencePlace } from './sequence-place.js';

/** What a reading by number comes to. It is in force only when all of it is there. */
export interface Outcome {
  /** The answer that it ended with. */
  page: RawPage;
  to: Advance;
  /** What was learned of the log beside what every answer tells. */
  facts?: LogFacts;
  /** The number of the place is refused, and nothing is there to go on from. */
  isLost?: boolean;
  /** What follows is there already, however full the page is. */
  hasMore?: boolean;
  next?: ModeStart;
}

/** Another log has taken the place of the one that was read. */
export const inOtherLog = (line: FollowLine, place: SequencePlace, page: RawPage): Outcome => ({
  page,
  to: beginAnew(place, foundAt(line, page)),
  hasMore: true,
});

/** Entries have no numbers any more. */
export function withoutNumbers(line: FollowLine, place: SequencePlace, page: RawPage): Outcome {
  const { latestMs } = place;
  if (latestMs === undefined) {
    return { page, to: { place, events: [] }, hasMore: true, next: { by: 'time', place: {} } };
  }
  const start = { fromMs: latestMs, passedMs: latestMs };
  return { ...inOtherLog(line, place, page), next: { by: 'time', place: start } };
}
