import type { LogEntry, LogsBody, LogsParams } from '../contract/index.js';
import { instant } from '../domain/instant.js';
import { isLater, sortByTime } from './log-time.js';
import type { Answer, LogGap, LogPage } from './types.js';

/** Asks for log entries, once. */
export type FetchLogs = (params: LogsParams) => Promise<Answer<LogsBody>>;

/** One answer, with its entries in the order of their numbers, or else of their time. */
export interface RawPage {
  answer: Answer<LogsBody>;
  entries: readonly LogEntry[];
  /** Whether there are as many entries as were asked for, so that there may be more. */
  isFull: boolean;
}

/** How many entries a page has. */
export interface PageSizes {
  usual: number;
  /** Where a page of the usual size does not do. */
  largest: number;
}

/** Asks for a page. */
export type Ask = (
  range: Pick<LogsParams, 'fromTime' | 'toTime' | 'afterSequence' | 'wait'>,
) => Promise<RawPage>;

/**
 * Asks with these parameters and page sizes. Servers that begin with the newest entry are understood. A page whose
 * entries are all of one time can't be passed by time, nor does it tell the order: it is asked for in the largest size.
 */
export function createAsk(fetch: FetchLogs, params: LogsParams, sizes: PageSizes): Ask {
  let isNewestFirst: boolean | undefined;
  const askFor = async (range: Parameters<Ask>[0], limit: number): Promise<RawPage> => {
    const answer = await fetch({ ...params, ...range, limit });
    const { logs } = answer.body;
    isNewestFirst ??= isDescending(logs);
    const ascending = isNewestFirst === true ? logs.toReversed() : logs;
    const entries = areNumbered(logs) ? sortByNumber(logs) : sortByTime(ascending);
    return { answer, entries, isFull: logs.length >= limit };
  };
  return async (range) => {
    const page = await askFor(range, sizes.usual);
    const isStuck = page.isFull && !areNumbered(page.entries) && areOfOneTime(page.entries);
    return isStuck && sizes.usual < sizes.largest ? askFor(range, sizes.largest) : page;
  };
}

/** Whether entries in the order of their time have only one. */
const areOfOneTime = (entries: readonly LogEntry[]): boolean =>
  instant(entries[0]?.timestamp) === instant(entries.at(-1)?.timestamp);

/** The number of an entry within its job; 0 where it has none. */
export const sequenceOf = (entry: Pick<LogEntry, 'sequence'>): number => entry.sequence ?? 0;

/** Whether the server numbers its entries. */
export const areNumbered = (entries: readonly LogEntry[]): boolean =>
  entries.every(({ sequence }) => typeof sequence === 'number');

const sortByNumber = (entries: readonly LogEntry[]): LogEntry[] =>
  entries.toSorted((a, b) => sequenceOf(a) - sequenceOf(b));

/** `undefined` when the entries do not tell: there are none, or all are of one time. */
function isDescending(entries: readonly LogEntry[]): boolean | undefined {
  const [first, last] = [entries[0]?.timestamp ?? '', entries.at(-1)?.timestamp ?? ''];
  if (isLater(first, last)) return true;
  return isLater(last, first) ? false : undefined;
}

/** What is handed out of a page: its answer with exactly these entries, and the hole before them if there is one. */
export const toLogPage = (page: RawPage, logs: readonly LogEntry[], gap?: LogGap): LogPage => ({
  answer: { ...page.answer, body: { ...page.answer.body, logs: [...logs] } },
  ...(gap === undefined ? {} : { gap }),
});

/** A hole at one time: it has more entries than fit in one answer. */
export const gapAt = (timestamp: string): LogGap => ({
  fromTime: timestamp,
  toTime: timestamp,
  reason: 'too-many-at-one-time',
});
