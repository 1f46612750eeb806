import { type Level, type LogEntry, levelRank } from '../../contract/index.js';
import type { GapEvent, LogEvent } from '../../domain/events/job-event.js';
import { type RawPage, sequenceOf } from '../log-page.js';
import { gapEvent, laterOf, logEvent, momentOf } from './events.js';

/** A place in a log whose entries are numbered. */
export interface SequencePlace {
  /** The last entry that was read, told or not. None before the first one, and after the log was begun anew. */
  last?: LogEntry;
  /** Every entry up to this number that has the threshold was read. */
  searched: number;
  /** The latest time that was told. */
  latestMs?: number;
  /** What was told, or left out, before. */
  passed: readonly Passed[];
  /** Whether the server was never seen to leave out a number. */
  isDense: boolean;
}

/** Entries up to a number that are not told: those below a level, those up to a time. */
interface Passed {
  upTo: number;
  belowRank?: number;
  untilMs?: number;
}

/** The beginning of a log. */
export const BEGINNING: SequencePlace = { searched: 0, passed: [], isDense: true };

/**
 * The number to ask for what follows. One less than was searched: of what a server calls `nextSequence` it is not
 * certain whether it is the number of the last entry or the one after that.
 */
export const cursorOf = ({ last, searched }: SequencePlace): number =>
  Math.max(last === undefined ? 0 : sequenceOf(last), searched - 1, 0);

/** The highest number that is known. */
export const knownUpTo = (place: SequencePlace): number =>
  Math.max(cursorOf(place), place.searched);

/** What an advance depends on beside place and page. */
export interface Advancing {
  jobId: string;
  level: Level;
  isWanted: (entry: LogEntry) => boolean;
}

/** A place, and what is told on the way to it. */
export interface Advance {
  place: SequencePlace;
  events: (LogEvent | GapEvent)[];
}

/** Writers' clocks differ, and times are shown to the second: a smaller step back in time is no news. */
const LATE_MS = 1_000;

/**
 * Reads a page on from a place. `isCut`: whether a gap lies between, to be told, where that is known from elsewhere.
 */
export function advance(
  before: SequencePlace,
  page: RawPage,
  how: Advancing,
  { isCut }: { isCut?: boolean } = {},
): Advance {
  const fresh = page.entries.filter((entry) => sequenceOf(entry) > cursorOf(before));
  const isMissing = isCut ?? leavesOut(before, fresh, how);
  const gaps = isMissing ? [noLongerKept(before, fresh[0], foundAt(how, page))] : [];
  const { events, latestMs } = tell(before, fresh, page.answer.serverTimeMs, how);
  const last = fresh.at(-1) ?? before.last;
  const end = page.isFull ? 0 : (page.answer.body.nextSequence ?? 0);
  const place: SequencePlace = {
    ...before,
    ...(last === undefined ? {} : { last }),
    ...(latestMs === undefined ? {} : { latestMs }),
    searched: Math.max(before.searched, last === undefined ? 0 : sequenceOf(last), end),
    isDense: before.isDense && (how.level !== 'DEBUG' || isDense(fresh)),
  };
  const passed = place.passed.filter(({ upTo }) => upTo > cursorOf(place));
  return { place: { ...place, passed }, events: [...gaps, ...events] };
}

function tell(
  before: SequencePlace,
  fresh: readonly LogEntry[],
  serverTimeMs: number | undefined,
  { jobId, isWanted }: Advancing,
): { events: LogEvent[]; latestMs: number | undefined } {
  const events: LogEvent[] = [];
  let { latestMs } = before;
  for (const entry of fresh) {
    if (!isWanted(entry) || isPassed(entry, before)) continue;
    const atMs = momentOf(entry, latestMs ?? serverTimeMs);
    const isLate = latestMs !== undefined && atMs <= latestMs - LATE_MS;
    events.push(logEvent(jobId, entry, { atMs, isLate }));
    latestMs = laterOf(latestMs, atMs, serverTimeMs);
  }
  return { events, latestMs };
}

const isPassed = (entry: LogEntry, { passed }: SequencePlace): boolean =>
  passed.some(
    ({ upTo, belowRank = Number.POSITIVE_INFINITY, untilMs = Number.POSITIVE_INFINITY }) =>
      sequenceOf(entry) <= upTo &&
      levelRank(entry.level) < belowRank &&
      momentOf(entry, Number.NEGATIVE_INFINITY) <= untilMs,
  );

/**
 * Whether numbers are left out in front of what is new. DEBUG leaves out none, so that those entries were taken away; where
 * numbers are left out within a page, too, the server numbers in another way.
 */
function leavesOut(
  before: SequencePlace,
  fresh: readonly LogEntry[],
  { level }: Advancing,
): boolean {
  const [first] = fresh;
  if (level !== 'DEBUG' || before.last === undefined || first === undefined) return false;
  return !follows(before, first) && before.isDense && isDense(fresh);
}

const isDense = (entries: readonly LogEntry[]): boolean =>
  entries.every((entry, index) => {
    const before = entries[index - 1];
    return before === undefined || sequenceOf(entry) === sequenceOf(before) + 1;
  });

/** Where something was found out. */
interface FoundAt {
  jobId: string;
  serverTimeMs: number | undefined;
}

export const foundAt = ({ jobId }: Pick<Advancing, 'jobId'>, { answer }: RawPage): FoundAt => ({
  jobId,
  serverTimeMs: answer.serverTimeMs,
});

/** That what lies between a place and the first entry that is there was taken away. */
const noLongerKept = (
  before: SequencePlace,
  first: LogEntry | undefined,
  { jobId, serverTimeMs }: FoundAt,
): GapEvent =>
  gapEvent(jobId, serverTimeMs ?? before.latestMs ?? 0, {
    reason: 'no-longer-kept',
    fromTime: before.last?.timestamp,
    toTime: first?.timestamp,
    fromSequence: knownUpTo(before) + 1,
    toSequence: first === undefined ? undefined : sequenceOf(first) - 1,
  });

/** Whether there is nothing between a place and an entry. */
export const follows = (place: SequencePlace, entry: LogEntry): boolean =>
  sequenceOf(entry) <= knownUpTo(place) + 1;

/**
 * The beginning of the log that has taken the place of another one. What has an old number and an old time may have
 * been told: it may be the same log with its end cut off.
 */
export function beginAnew(before: SequencePlace, { jobId, serverTimeMs }: FoundAt): Advance {
  const { latestMs, last } = before;
  const fromTime = last?.timestamp;
  const gap = gapEvent(jobId, serverTimeMs ?? latestMs ?? 0, { reason: 'restarted', fromTime });
  const told =
    latestMs === undefined
      ? {}
      : { latestMs, passed: [{ upTo: knownUpTo(before), untilMs: latestMs }] };
  return { place: { ...BEGINNING, isDense: before.isDense, ...told }, events: [gap] };
}

/** The same place for a threshold that was another one until here. */
export const withOtherLevel = (place: SequencePlace, before: Level): SequencePlace => ({
  ...place,
  passed: [...place.passed, { upTo: knownUpTo(place), belowRank: levelRank(before) }],
});
