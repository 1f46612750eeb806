import { type Level, type LogEntry, levelRank } from '../../contract/index.js';
import type { GapEvent, LogEvent } from '../../domain/events/job-event.js';
import type { LogGap, LogPage } from '../types.js';
import { gapEvent, laterOf, logEvent, momentOf } from './events.js';
import type { FollowLine } from './line.js';
import type { TimePlace } from './mode.js';
import { createOverlapWindow } from './overlap-window.js';

/** How far behind the latest entry each pass begins: entries may come as late as that. */
const OVERLAP_MS = 15_000;

/** Entries may come later than they ever did: twice as late, but no more than this. */
const OVERLAP_MAX_MS = 300_000;

const EVERY_RANK = Number.POSITIVE_INFINITY;

/** What is known of a log that is read by time: what was told, and what is still needed to know it again. */
export interface OverlapTrail {
  /** The latest time that was told. */
  readonly toldMs: number | undefined;
  /** Where the next pass begins; at the log's beginning for `undefined`. */
  readonly fromMs: number | undefined;
  /** How many entries are remembered. */
  readonly size: number;
  /** Begins a pass from there. Its pages are then taken in the order of their times. */
  begin(): void;
  /** The events of a page. */
  take(page: LogPage): (LogEvent | GapEvent)[];
  levelChanged(before: Level): void;
}

export function createOverlapTrail(
  line: Pick<FollowLine, 'jobId' | 'level' | 'isWanted'>,
  { fromMs: startMs, passedMs }: TimePlace,
): OverlapTrail {
  const window = createOverlapWindow();
  const gaps = new Map<string, number>();
  let overlapMs = OVERLAP_MS;
  let fromMs = startMs;
  let toldMs = passedMs;
  /** The latest entry that was read, told or not, and its time. */
  let seen: { entry?: LogEntry; atMs: number } | undefined =
    passedMs === undefined ? undefined : { atMs: passedMs };
  /** Both as they were when the pass began. */
  let before = seen;
  let askedFromMs = startMs ?? Number.NEGATIVE_INFINITY;
  let isLossTold = false;
  let passed = passedMs === undefined ? [] : [{ untilMs: passedMs, belowRank: EVERY_RANK }];

  const isPassed = (entry: LogEntry, atMs: number): boolean =>
    passed.some(({ untilMs, belowRank }) => atMs <= untilMs && levelRank(entry.level) < belowRank);

  /** Nothing of what was read is there any more, and something later is: what came between may be lost. */
  const lossBefore = (entry: LogEntry, atMs: number): GapEvent[] => {
    const isLoss = window.isAllMissing && !isLossTold && atMs > (before?.atMs ?? atMs);
    if (!isLoss) return [];
    isLossTold = true;
    const [fromTime, toTime] = [before?.entry?.timestamp, entry.timestamp];
    return [gapEvent(line.jobId, atMs, { reason: 'no-longer-kept', fromTime, toTime })];
  };

  const takeGap = (gap: LogGap, atMs: number): GapEvent[] => {
    if (gaps.has(gap.fromTime)) return [];
    gaps.set(gap.fromTime, momentOf({ timestamp: gap.fromTime }, atMs));
    return [gapEvent(line.jobId, atMs, { ...gap })];
  };

  const takeEntry = (entry: LogEntry, serverTimeMs: number | undefined) => {
    const atMs = momentOf(entry, seen?.atMs ?? serverTimeMs);
    // Not every server heeds the range, and what lies before it is forgotten.
    if (atMs < askedFromMs || !window.take(entry, atMs)) return [];
    const events: (LogEvent | GapEvent)[] = lossBefore(entry, atMs);
    const lateMs = (before?.atMs ?? atMs) - atMs;
    overlapMs = Math.max(overlapMs, Math.min(2 * lateMs, OVERLAP_MAX_MS));
    if (line.isWanted(entry) && !isPassed(entry, atMs)) {
      events.push(logEvent(line.jobId, entry, { atMs, isLate: atMs < (toldMs ?? atMs) }));
      toldMs = laterOf(toldMs, atMs, serverTimeMs);
    }
    const latestMs = laterOf(seen?.atMs, atMs, serverTimeMs);
    if (latestMs !== seen?.atMs) seen = { entry, atMs: latestMs };
    return events;
  };

  const forget = (): void => {
    if (seen === undefined) return;
    // Never back: what lies before was forgotten, and would be taken as new.
    fromMs = Math.max(fromMs ?? Number.NEGATIVE_INFINITY, seen.atMs - overlapMs);
    window.forgetBefore(fromMs);
    for (const [time, atMs] of gaps) if (atMs < fromMs) gaps.delete(time);
    passed = passed.filter(({ untilMs }) => untilMs >= (fromMs ?? untilMs));
  };

  return {
    get toldMs() {
      return toldMs;
    },
    get fromMs() {
      return fromMs;
    },
    get size() {
      return window.size;
    },
    begin: () => {
      before = seen;
      isLossTold = false;
      askedFromMs = fromMs ?? Number.NEGATIVE_INFINITY;
      window.begin({ timeMs: askedFromMs, rank: levelRank(line.level) });
    },
    take: ({ answer: { body, serverTimeMs }, gap }) => {
      const events: (LogEvent | GapEvent)[] = [];
      if (gap !== undefined) events.push(...takeGap(gap, serverTimeMs ?? seen?.atMs ?? 0));
      for (const entry of body.logs) events.push(...takeEntry(entry, serverTimeMs));
      forget();
      return events;
    },
    levelChanged: (level) => {
      if (seen !== undefined) passed.push({ untilMs: seen.atMs, belowRank: levelRank(level) });
    },
  };
}
