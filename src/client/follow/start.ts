import type { LogsBody } from '../../contract/index.js';
import { instant } from '../../domain/instant.js';
import { createLastItems } from '../../domain/last-items.js';
import { areNumbered, type RawPage, sequenceOf } from '../log-page.js';
import type { Answer } from '../types.js';
import { createOverlapMode } from './by-overlap.js';
import { createSequenceMode } from './by-sequence.js';
import { type FollowLine, rangeOf } from './line.js';
import type { Mode, ModeReading, ModeStart } from './mode.js';
import { entryFrom, isExpired } from './other-log.js';
import { BEGINNING } from './sequence-place.js';
import type { Reading } from './types.js';

/** A way of reading, and what it brought first. */
export interface Started {
  mode: Mode;
  first: ModeReading;
}

/** Begins in the way that a place is meant for. */
export const createMode = (line: FollowLine, start: ModeStart): Mode =>
  start.by === 'sequence'
    ? createSequenceMode(line, start.place)
    : createOverlapMode(line, start.place);

/** Begins to follow at the log's beginning, or at the line's time; whether entries are numbered, the first answer tells. */
export async function startAtBeginning(line: FollowLine): Promise<Started> {
  const page = await line.askNext(rangeOf(line));
  const mode = createMode(line, firstStart(page.answer.body));
  const isNumbered = hasNumbers(page.answer.body);
  const first = await mode.read(isNumbered ? await beginningOf(line, page) : page);
  return { mode, first };
}

/** Whether a server numbers the entries of a log; one that has none yet says so all the same. */
const hasNumbers = ({ logs, nextSequence }: LogsBody): boolean =>
  typeof nextSequence === 'number' && areNumbered(logs);

const firstStart = (body: LogsBody): ModeStart =>
  hasNumbers(body) ? { by: 'sequence', place: BEGINNING } : { by: 'time', place: {} };

/** A first answer may be the end of a long log rather than its beginning. */
async function beginningOf(line: FollowLine, page: RawPage): Promise<RawPage> {
  const [oldest] = page.entries;
  if (!page.isFull || oldest === undefined || sequenceOf(oldest) <= 1) return page;
  try {
    return await line.askNext({ ...rangeOf(line), afterSequence: 0 });
  } catch (error) {
    if (isExpired(error)) return page;
    throw error;
  }
}

/**
 * Begins to follow with the last `count` entries. Where the log's end is known, it is searched from there backwards, in
 * parts that grow: no more than a small multiple of what is wanted is read of a long log.
 */
export async function startAtTail(line: FollowLine, count: number): Promise<Started> {
  const probe = await line.fetch({ ...rangeOf(line), limit: 1 });
  const starts = hasNumbers(probe.body)
    ? await numberStarts(line, probe.body, count)
    : timeStarts(line, probe);
  for (const start of starts) {
    const found = await readTail(line, start, count).catch(nothingWhenExpired);
    if (found !== undefined && found.count >= count) return found.started;
  }
  return (await readTail(line, firstStart(probe.body), count)).started;
}

function nothingWhenExpired(error: unknown): undefined {
  if (!isExpired(error)) throw error;
}

/** Each part is so many times larger than the one before. */
const GROWTH = 8;
const PARTS_MAX = 9;
const NUMBERS_MIN = 64;
const SPAN_MIN_MS = 60_000;

const parts = (first: number): number[] =>
  Array.from({ length: PARTS_MAX }, (_part, index) => first * GROWTH ** index);

/** Where to begin by number; nowhere, where the numbers do not go up to the count of entries. */
async function numberStarts(
  { fetch }: FollowLine,
  { logsSummary }: LogsBody,
  count: number,
): Promise<ModeStart[]> {
  const total = logsSummary?.totalEntries ?? 0;
  const sizes = parts(Math.max(count, NUMBERS_MIN)).filter((size) => size < total);
  if (sizes.length === 0 || (await entryFrom(fetch, total)) === undefined) return [];
  return sizes.map((size) => ({
    by: 'sequence',
    place: { ...BEGINNING, searched: total - size },
  }));
}

/** Where to begin by time. An end in the future is that of one entry with a wrong time rather than of the log. */
function timeStarts(
  { fromTime }: FollowLine,
  { body: { logsSummary }, serverTimeMs }: Answer<LogsBody>,
): ModeStart[] {
  const { startTime, endTime } = logsSummary?.timeRange ?? {};
  const lastMs = instant(endTime);
  if (lastMs === undefined) return [];
  const endMs = Math.min(lastMs, serverTimeMs ?? lastMs);
  const startMs = instant(fromTime) ?? instant(startTime) ?? 0;
  return parts(SPAN_MIN_MS)
    .filter((spanMs) => endMs - spanMs > startMs)
    .map((spanMs) => ({ by: 'time', place: { fromMs: endMs - spanMs } }));
}

/** Reads on from a start to the end, and keeps the last entries with the gaps between and behind them. */
async function readTail(
  line: FollowLine,
  start: ModeStart,
  count: number,
): Promise<{ started: Started; count: number }> {
  const mode = createMode(line, start);
  // Gaps are kept with the entry that they follow; the first place is for those that follow the one before the tail.
  const groups = createLastItems<Reading['events'][number][]>(count + 1);
  let group: Reading['events'][number][] = [];
  groups.add(group);
  for (let found = 0; ; ) {
    const { reading, next } = await mode.read();
    for (const event of reading.events) {
      if (event.type === 'gap') group.push(event);
      else {
        group = [event];
        groups.add(group);
        found += 1;
      }
    }
    if (reading.hasMore && next === undefined) continue;
    const kept = groups.all().flat();
    const events = found > count ? kept.slice(1) : kept;
    const first = { reading: { ...reading, events }, ...(next === undefined ? {} : { next }) };
    return { started: { mode, first }, count: found };
  }
}
