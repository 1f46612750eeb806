import {
  type Level,
  type LogEntry,
  type LogsBody,
  type LogsParams,
  levelRank,
} from '../../contract/index.js';
import { instant } from '../../domain/instant.js';
import { type Ask, createAsk, type FetchLogs } from '../log-page.js';
import type { Answer } from '../types.js';
import { momentOf } from './events.js';
import type { FollowOptions, Reading } from './types.js';

/** What reading a followed log works with, in whichever way the server allows. */
export interface FollowLine {
  jobId: string;
  /** The threshold as it is now. */
  level: Level;
  /** Heard by the requests of the reading that is under way. */
  signal: AbortSignal | undefined;
  fromTime: string | undefined;
  waitSeconds: number;
  /** Asks once, at the threshold unless another level is given. */
  fetch: FetchLogs;
  /** Pages for reading on by number. */
  askNext: Ask;
  /** Pages for reading by time. */
  askByTime: Ask;
  /** Whether an entry is told. The level and the time are checked again: not every server heeds them. */
  isWanted(entry: LogEntry): boolean;
}

/** How many entries one answer may have. */
export interface PageSizes {
  byNumber: number;
  byTime: number;
}

/** Everything asks once, and only for what is new: who follows asks again anyway. */
export function createLine(options: FollowOptions, sizes: PageSizes): FollowLine {
  const { client, jobId, level, fromTime, isWanted = () => true, waitSeconds = 0 } = options;
  const fromMs = instant(fromTime) ?? Number.NEGATIVE_INFINITY;
  const fetch: FetchLogs = (params) => {
    const heard = line.signal === undefined ? {} : { signal: line.signal };
    const asked = { level: line.level, ...params };
    return client.logs(jobId, asked, { conditional: true, retries: 0, ...heard });
  };
  const line: FollowLine = {
    jobId,
    level,
    signal: undefined,
    fromTime,
    waitSeconds,
    fetch,
    askNext: createAsk(fetch, {}, { usual: sizes.byNumber, largest: sizes.byNumber }),
    askByTime: createAsk(fetch, {}, { usual: sizes.byTime, largest: sizes.byTime }),
    isWanted: (entry) =>
      levelRank(entry.level) >= levelRank(line.level) &&
      momentOf(entry, fromMs) >= fromMs &&
      isWanted(entry),
  };
  return line;
}

/** The range that the log is followed in: from a time on, or all of it. */
export const rangeOf = ({
  fromTime,
}: Pick<FollowLine, 'fromTime'>): Pick<LogsParams, 'fromTime'> =>
  fromTime === undefined ? {} : { fromTime };

/** A reading, from the answer that it ended with. */
export const readingOf = (
  { body: { jobName, jobStatus }, serverTimeMs }: Answer<LogsBody>,
  events: Reading['events'],
  more: Pick<Reading, 'hasMore' | 'canWait'>,
): Reading => ({
  events,
  jobName: jobName ?? undefined,
  jobStatus: jobStatus ?? undefined,
  serverTimeMs,
  ...more,
});
