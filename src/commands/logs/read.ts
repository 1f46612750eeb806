import type { LogPage } from '../../client/types.js';
import type { Context } from '../../context.js';
import { type LogEntry, type LogsParams, levelRank } from '../../contract/index.js';
import { createLastItems } from '../../domain/last-items.js';
import { graverLevel } from '../../domain/log-level.js';
import { inline } from '../../render/safe-text.js';
import type { LogQuery } from './query.js';

/** Entries to show, with the answer that the last of them came with. */
export interface ChosenPage {
  answer: LogPage['answer'];
  entries: readonly LogEntry[];
  /** The gravest entry that matches, where `entries` are only the last that do. */
  gravest?: LogEntry | undefined;
}

/** The entries to show, a page at a time, so that no more than a page is in memory (with a tail: the tail). */
export const chosenPages = (query: LogQuery, context: Context): AsyncGenerator<ChosenPage> =>
  query.tail === undefined ? firstEntries(query, context) : lastEntries(query, query.tail, context);

async function* firstEntries(query: LogQuery, context: Context): AsyncGenerator<ChosenPage> {
  let room = query.limit;
  // What the filters drop does not count, so the server can't know how many it takes.
  const limit = query.isFiltered ? Number.POSITIVE_INFINITY : query.limit;
  for await (const { answer } of readPages({ ...query.params, limit }, query.jobId, context)) {
    const entries = answer.body.logs.filter(query.matches).slice(0, room);
    room -= entries.length;
    yield { answer, entries };
    if (room === 0) return;
  }
}

async function* lastEntries(
  query: LogQuery,
  count: number,
  context: Context,
): AsyncGenerator<ChosenPage> {
  const last = createLastItems<LogEntry>(count);
  const params = { ...query.params, limit: Number.POSITIVE_INFINITY };
  let answer: LogPage['answer'] | undefined;
  let gravest: LogEntry | undefined;
  for await (const page of readPages(params, query.jobId, context)) {
    answer = page.answer;
    for (const entry of answer.body.logs.filter(query.matches)) {
      last.add(entry);
      if (gravest === undefined || levelRank(entry.level) > levelRank(gravest.level))
        gravest = entry;
    }
  }
  if (answer === undefined) return;
  yield { answer, entries: last.all(), gravest };
}

/**
 * The first entry at the level that makes the command fail which lies after the ones that were shown: a limit must
 * not hide an error from a script that asks for errors.
 */
export async function findFailing(
  query: LogQuery,
  fromTime: string | undefined,
  context: Context,
): Promise<LogEntry | undefined> {
  const { failOn, params, jobId } = query;
  if (failOn === undefined) return undefined;
  const level = graverLevel(params.level, failOn);
  const start = fromTime === undefined ? {} : { fromTime };
  const asked = { ...params, ...start, level, limit: Number.POSITIVE_INFINITY };
  for await (const { answer } of readPages(asked, jobId, context)) {
    const found = answer.body.logs.find((entry) => fails(entry, query));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether an entry makes the command fail. */
export const fails = (entry: LogEntry, { failOn, matches }: LogQuery): boolean =>
  failOn !== undefined && levelRank(entry.level) >= levelRank(failOn) && matches(entry);

/** The pages of a log, each awaited with a spinner; a hole in it is said. */
async function* readPages(
  params: LogsParams & { limit: number },
  jobId: string,
  context: Context,
): AsyncGenerator<LogPage> {
  const client = await context.client();
  const pages = client.logPages(jobId, params, { signal: context.signal });
  try {
    for (;;) {
      const { done, value: page } = await context.waiting(pages.next());
      if (done) return;
      if (page.gap) await sayGap(page.gap, context);
      yield page;
    }
  } finally {
    await pages.return(undefined);
  }
}

async function sayGap(gap: NonNullable<LogPage['gap']>, context: Context): Promise<void> {
  const { formats } = await context.look();
  const text = context.messages.logs.gap(formats.time(gap.fromTime), formats.time(gap.toTime));
  await context.note(inline(text));
}
