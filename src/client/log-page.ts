import type { LogEntry, LogsBody, LogsParams } from '../contract/index.js';
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

/** Asks for a page of the size that was agreed on. */
export type Ask = (
  range: Pick<LogsParams, 'fromTime' | 'toTime' | 'afterSequence' | 'wait'>,
) => Promise<RawPage>;

/** Asks with these parameters and this page size. Servers that begin with the newest entry are understood. */
export function createAsk(fetch: FetchLogs, params: LogsParams, limit: number): Ask {
  let isNewestFirst: boolean | undefined;
  return async (range) => {
    const answer = await fetch({ ...params, ...range, limit });
    const { logs } = answer.body;
    isNewestFirst ??= isDescending(logs);
    const ascending = isNewestFirst === true ? logs.toReversed() : logs;
    const entries = areNumbered(logs) ? sortByNumber(logs) : sortByTime(ascending);
    return { answer, entries, isFull: logs.length >= limit };
  };
}

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
