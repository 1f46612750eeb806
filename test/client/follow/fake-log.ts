import type { Answer, Client } from '../../../src/client/types.js';
import {
  type LogEntry,
  type LogsBody,
  type LogsParams,
  levelRank,
} from '../../../src/contract/index.js';
import { instant } from '../../../src/domain/instant.js';
import { JobtrackError } from '../../../src/errors/index.js';

/** How a server hands out a log. */
export interface Habits {
  isNumbered: boolean;
  /** Which end it leaves out when there are more entries than fit. */
  cuts: 'newest' | 'oldest';
  order: 'ascending' | 'descending';
  /** What it says to one who asks for what follows a number that it no longer keeps. */
  refuses: 410 | 400 | undefined;
  /** Whether it tells where the log begins and ends, and how many entries it has. */
  hasSummary: boolean;
}

/** A server of one job's log, whose log grows, is cut, is begun anew, and breaks. */
export interface FakeLog {
  client: Pick<Client, 'logs'>;
  /** Everything that was asked, in order. */
  asked: LogsParams[];
  /** What happens to the next requests, one after another: an error that they end with, or nothing. */
  faults: (Error | undefined)[];
  /** Changes from here on. */
  habits: Habits;
  status: string;
  serverTimeMs: number | undefined;
  add(...entries: readonly LogEntry[]): void;
  /** Takes away the oldest entries but for so many. */
  keep(count: number): void;
  beginAnew(): void;
  answer(params: LogsParams): LogsBody;
}

const ourHabits: Habits = {
  isNumbered: true,
  cuts: 'newest',
  order: 'ascending',
  refuses: 410,
  hasSummary: true,
};

/** A log without entries, on a server with these habits. */
export function createFakeLog(habits: Partial<Habits> = {}): FakeLog {
  let entries: LogEntry[] = [];
  let count = 0;
  const log: FakeLog = {
    habits: { ...ourHabits, ...habits },
    status: 'Running',
    serverTimeMs: undefined,
    asked: [],
    faults: [],
    add: (...more) => {
      for (const entry of more) {
        count += 1;
        entries.push({ ...entry, sequence: count });
      }
    },
    keep: (most) => {
      entries = most === 0 ? [] : entries.slice(-most);
    },
    beginAnew: () => {
      entries = [];
      count = 0;
    },
    answer: (params) => bodyOf(entries, count, params, log),
    client: {
      logs: async (_jobId, params = {}) => {
        log.asked.push(params);
        const fault = log.faults.shift();
        if (fault !== undefined) throw fault;
        refuseExpired(entries, count, params, log.habits);
        const answer: Answer<LogsBody> = {
          body: log.answer(params),
          serverTimeMs: log.serverTimeMs,
          requestId: undefined,
        };
        return answer;
      },
    },
  };
  return log;
}

function refuseExpired(
  entries: readonly LogEntry[],
  count: number,
  { afterSequence }: LogsParams,
  { refuses }: Habits,
): void {
  const firstKept = entries[0]?.sequence ?? count + 1;
  const isExpired =
    afterSequence !== undefined && afterSequence > 0 && afterSequence < firstKept - 1;
  if (!isExpired || refuses === undefined) return;
  throw refuses === 410
    ? new JobtrackError('UNEXPECTED_STATUS', { origin: 'o', status: 410 }, { status: 410 })
    : new JobtrackError('REQUEST_REFUSED', { status: 400 }, { status: 400 });
}

function bodyOf(
  entries: readonly LogEntry[],
  count: number,
  { level, fromTime, toTime, afterSequence, limit = 1_000 }: LogsParams,
  { habits, status }: FakeLog,
): LogsBody {
  const { isNumbered, cuts, order, hasSummary } = habits;
  const fromMs = instant(fromTime) ?? Number.NEGATIVE_INFINITY;
  const toMs = instant(toTime) ?? Number.POSITIVE_INFINITY;
  const matching = entries
    .filter(({ sequence = 0 }) => !isNumbered || (sequence ?? 0) > (afterSequence ?? 0))
    .filter((entry) => levelRank(entry.level) >= levelRank(level))
    .filter(({ timestamp }) => (instant(timestamp) ?? 0) >= fromMs)
    .filter(({ timestamp }) => (instant(timestamp) ?? 0) <= toMs);
  const inOrder = isNumbered ? matching : matching.toSorted(byTime);
  const isTail = cuts === 'oldest' && (!isNumbered || afterSequence === undefined);
  const page = isTail ? inOrder.slice(-limit) : inOrder.slice(0, limit);
  const shown = order === 'ascending' ? page : page.toReversed();
  const isFull = page.length === limit;
  const times = entries.toSorted(byTime);
  const [startTime, endTime] = [times[0]?.timestamp, times.at(-1)?.timestamp];
  return {
    jobName: 'a job',
    jobStatus: status,
    logs: isNumbered ? shown : shown.map(({ sequence: _, ...entry }) => entry),
    ...(isNumbered && { nextSequence: isFull ? (page.at(-1)?.sequence ?? count) : count }),
    ...(hasSummary && {
      logsSummary: {
        totalEntries: entries.length,
        timeRange: { startTime: fromTime ?? startTime, endTime: toTime ?? endTime },
      },
    }),
  };
}

const byTime = (a: LogEntry, b: LogEntry): number =>
  (instant(a.timestamp) ?? 0) - (instant(b.timestamp) ?? 0);

/** The moment from which the entries of a test count their times. */
export const START_MS = Date.parse('2024-01-20T10:00:00Z');

/** An entry so many seconds after the start. */
export const at = (
  second: number,
  message = `line ${second}`,
  more: Partial<LogEntry> = {},
): LogEntry => ({
  timestamp: new Date(START_MS + second * 1_000).toISOString(),
  level: 'INFO',
  message,
  ...more,
});

/** Entries a second apart. */
export const lines = (from: number, to: number): LogEntry[] =>
  Array.from({ length: to - from + 1 }, (_line, index) => at(from + index));
