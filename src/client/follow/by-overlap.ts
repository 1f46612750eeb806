import type { LogEntry, LogsBody } from '../../contract/index.js';
import { areNumbered, type RawPage, sequenceOf } from '../log-page.js';
import type { LogPage } from '../types.js';
import { type FollowLine, rangeOf, readingOf } from './line.js';
import type { Mode, ModeStart, TimePlace } from './mode.js';
import { type PassPage, startPass } from './overlap-pass.js';
import { createOverlapTrail, type OverlapTrail } from './overlap-trail.js';
import { BEGINNING } from './sequence-place.js';

/** A pass that is under way. */
interface OpenPass {
  next: () => Promise<PassPage>;
  /** Whether all entries that it has met have numbers, and the one with the highest. */
  isNumbered: boolean;
  last?: LogEntry;
}

/**
 * Reads on in a log whose entries have nothing but times. Entries come late, and any number of them share a time: so each
 * pass begins some time before the latest entry that was read (see `overlap-trail.ts`), and what was met before is known
 * again by its content. A pass of more than a page goes through it in time, so that nothing is left out; where more
 * entries than a page holds have one time, a gap `too-many-at-one-time` is told. Entries older than one that was told are
 * told as late.
 *
 * When nothing of what was read is there any more, a gap `no-longer-kept` is told in front of what is. As soon as a pass
 * meets none but numbered entries, the log is read by number.
 */
export function createOverlapMode(line: FollowLine, start: TimePlace): Mode {
  const trail = createOverlapTrail(line, start);
  let open: OpenPass | undefined;
  /** What the last pass was read from, where that was one answer. */
  let known: LogsBody | undefined;

  const begin = (first: RawPage | undefined): OpenPass => {
    trail.begin();
    const { fromMs } = trail;
    const from = fromMs === undefined ? line.fromTime : new Date(fromMs).toISOString();
    const next = startPass(line.askByTime, rangeOf({ fromTime: from }), first);
    return { next, isNumbered: true };
  };

  return {
    read: async (first) => {
      const pass = open ?? begin(first);
      // One that breaks off is not gone on with: the next one begins where this one got to.
      open = undefined;
      const { page, hasMore, only } = await pass.next();
      const events = only !== undefined && only === known ? [] : trail.take(page);
      known = only;
      meet(pass, page);
      if (hasMore) open = pass;
      const next = hasMore ? undefined : startByNumber(pass, page, trail);
      const reading = readingOf(page.answer, events, { hasMore });
      return { reading, ...(next === undefined ? {} : { next }) };
    },
    levelChanged: (before) => {
      open = undefined;
      trail.levelChanged(before);
    },
  };
}

function meet(pass: OpenPass, { answer }: LogPage): void {
  const { logs } = answer.body;
  pass.isNumbered &&= areNumbered(logs);
  for (const entry of logs) if (sequenceOf(entry) > sequenceOf(pass.last ?? {})) pass.last = entry;
}

/** Where to go on by number, when the server has begun to number its entries. */
function startByNumber(
  { isNumbered, last }: OpenPass,
  { answer }: LogPage,
  { toldMs: latestMs }: OverlapTrail,
): ModeStart | undefined {
  const isCounting = typeof answer.body.nextSequence === 'number';
  if (!isNumbered || !isCounting || last === undefined) return undefined;
  const told = latestMs === undefined ? {} : { latestMs };
  return { by: 'sequence', place: { ...BEGINNING, last, searched: sequenceOf(last), ...told } };
}
