import type { LogEntry, LogsParams } from '../contract/index.js';
import { instant } from '../domain/instant.js';
import { JobtrackError } from '../errors/index.js';
import { type Ask, gapAt, type RawPage, toLogPage } from './log-page.js';
import { isLater, neighbour } from './log-time.js';
import { withoutKnown } from './overlap.js';
import type { LogGap, LogPage } from './types.js';

/**
 * All pages of a log whose entries have nothing but times. Which end a server leaves out when there are more entries
 * than fit is not documented, so it is found out: whatever is older than the first page is read first, backwards.
 * Both ends of a range are inclusive, so each page repeats what the one before it had of the time between them.
 *
 * A page that holds one time only can't be passed: what it left out of that time is a gap.
 */
export async function* pagesByTime(
  ask: Ask,
  first: RawPage,
  params: LogsParams,
): AsyncGenerator<LogPage> {
  const parts = await readBackwards(ask, first, params.fromTime);
  const told = new Set(parts.map(({ gap }) => gap?.fromTime));
  const end = endOf(first, 'end');
  // What has been handed out is not held any more: of a log of a million lines only the last page is in memory.
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    yield toLogPage(part.page, part.fresh, part.gap);
  }
  yield* readForwards(ask, end, params.toTime, told);
}

/** A server may know times no finer than this, and then a page goes back as far. */
const COARSEST_MS = 1000;

/** A page without all entries but those near its first or last time, which the page beside it may have as well. */
function endOf(page: RawPage, end: 'start' | 'end'): RawPage {
  const time = instant(page.entries.at(end === 'start' ? 0 : -1)?.timestamp);
  const isNear = ({ timestamp }: LogEntry): boolean =>
    time === undefined || Math.abs((instant(timestamp) ?? time) - time) <= COARSEST_MS;
  const { answer } = page;
  return {
    ...page,
    entries: page.entries.filter(isNear),
    answer: { ...answer, body: { ...answer.body, logs: [] } },
  };
}

/** What is new in a page, and the hole before it. */
interface Part {
  page: RawPage;
  fresh: readonly LogEntry[];
  gap?: LogGap;
}

/** `first` and everything older, oldest first. */
async function readBackwards(
  ask: Ask,
  first: RawPage,
  fromTime: string | undefined,
): Promise<Part[]> {
  let oldest: Part = { page: first, fresh: first.entries };
  const parts = [oldest];
  let known = endOf(first, 'start');
  let toTime = first.entries[0]?.timestamp;
  while (toTime !== undefined && !isBefore(toTime, fromTime)) {
    const page = await ask({ toTime });
    const fresh = withoutKnown(page.entries, known.entries, 'end');
    if (fresh.length > 0) {
      oldest = { page, fresh };
      parts.unshift(oldest);
    }
    if (!page.isFull) break;
    const { isStuck, next } = goOn(page, toTime, -1);
    if (isStuck) oldest.gap = gapAt(toTime);
    toTime = next;
    known = endOf(page, 'start');
  }
  // With nothing older the server may as well leave out the new end; then the way forward meets the same gap.
  if (parts.length === 1) delete oldest.gap;
  return parts;
}

/** Everything newer than `first`. `told` are the times whose gaps are known already. */
async function* readForwards(
  ask: Ask,
  first: RawPage,
  toTime: string | undefined,
  told: ReadonlySet<string | undefined>,
): AsyncGenerator<LogPage> {
  let known = first;
  let fromTime = first.entries.at(-1)?.timestamp;
  let gap: LogGap | undefined;
  while (fromTime !== undefined && !isBefore(toTime, fromTime)) {
    const page = await ask({ fromTime });
    const fresh = withoutKnown(page.entries, known.entries, 'start');
    if (fresh.length > 0 || gap !== undefined) yield toLogPage(page, fresh, gap);
    if (!page.isFull) return;
    const { isStuck, next } = goOn(page, fromTime, 1);
    gap = isStuck && !told.has(fromTime) ? gapAt(fromTime) : undefined;
    fromTime = next;
    known = endOf(page, 'end');
  }
  if (gap !== undefined) yield toLogPage(known, [], gap);
}

/**
 * Where to go on from a full page that was asked for from `at` on: at its end, or beside a time that fills it. Throws
 * BODY_NOT_UNDERSTOOD for a page of another time: a server that does not heed the range would be asked for ever.
 */
function goOn(
  { entries }: RawPage,
  at: string,
  step: 1 | -1,
): { isStuck: boolean; next: string | undefined } {
  const reached = entries.at(step === 1 ? -1 : 0)?.timestamp;
  const isBeyond = step === 1 ? isBefore(reached, at) : isBefore(at, reached);
  if (isBeyond) throw notInRange(at, reached, step);
  const isStuck = !(step === 1 ? isBefore(at, reached) : isBefore(reached, at));
  return { isStuck, next: isStuck ? neighbour(at, step) : reached };
}

const notInRange = (at: string, reached: string | undefined, step: 1 | -1): JobtrackError =>
  new JobtrackError('BODY_NOT_UNDERSTOOD', {
    expected: `log entries ${step === 1 ? 'from' : 'up to'} ${at}`,
    found: `none ${step === 1 ? 'after' : 'before'} ${reached}`,
  });

/** Whether `a` is earlier than `b`, where both are known. */
const isBefore = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && isLater(b, a);
