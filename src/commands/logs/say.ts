import type { Context } from '../../context.js';
import type { LogEntry } from '../../contract/index.js';
import { instant } from '../../domain/instant.js';
import { inline } from '../../render/safe-text.js';
import type { LogQuery } from './query.js';

/** Says that no entry is shown, and of which there is none. */
export async function sayNone(query: LogQuery, context: Context): Promise<void> {
  const { level, fromTime, toTime } = query.params;
  const { formats } = await context.look();
  const since = fromTime === undefined ? undefined : formats.time(wholeSecond(fromTime));
  const until = toTime === undefined ? undefined : formats.time(wholeSecond(toTime));
  const { isFiltered } = query;
  await context.note(inline(context.messages.logs.none({ level, since, until, isFiltered })));
}

/** "15 minutes ago" comes to a millisecond that nobody meant. */
function wholeSecond(time: string): number | string {
  const timeMs = instant(time);
  return timeMs === undefined ? time : Math.floor(timeMs / 1000) * 1000;
}

/** Says that the limit was reached. */
export async function sayLimit({ limit }: LogQuery, context: Context): Promise<void> {
  const { formats } = await context.look();
  await context.note(inline(context.messages.logs.limitReached(formats.number(limit))));
}

/** Says that an entry which is not shown makes the command fail. */
export async function sayFailing(
  entry: LogEntry,
  { failOn }: LogQuery,
  context: Context,
): Promise<void> {
  const { formats } = await context.look();
  const time = formats.time(entry.timestamp);
  await context.note(inline(context.messages.logs.failsBeyond(failOn ?? '', time)));
}
