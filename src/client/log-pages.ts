import { LOG_LIMIT_MAX, type LogsParams } from '../contract/index.js';
import { pagesBySequence } from './log-by-sequence.js';
import { pagesByTime } from './log-by-time.js';
import { createAsk, type FetchLogs, type PageSizes, toLogPage } from './log-page.js';
import type { LogPage } from './types.js';

/** What V8 still collects while it is young: with pages of the largest size a program grows by 70 MB. */
const SMALL_PAGE = 1000;

/** More round trips than this take longer, to a server far away, than all else. */
const MANY_PAGES = 100;

/** Small pages for as long as they are not too many; one request where one can do it. */
function sizesFor(limit: number): PageSizes {
  const largest = Math.min(limit, LOG_LIMIT_MAX);
  const usual =
    limit <= LOG_LIMIT_MAX ? limit : Math.max(SMALL_PAGE, Math.ceil(limit / MANY_PAGES));
  return { usual: Math.min(usual, largest), largest };
}

/**
 * The first `limit` entries of a log in the order of their time, with as many requests as it takes. Where one
 * request can do it, there is exactly one, with the limit as it was given.
 */
export async function* readLogPages(
  fetch: FetchLogs,
  params: LogsParams & { limit: number },
  sizes: PageSizes = sizesFor(params.limit),
): AsyncGenerator<LogPage> {
  const usual = Math.min(params.limit, sizes.usual);
  const ask = createAsk(fetch, params, { usual, largest: Math.min(params.limit, sizes.largest) });
  const first = await ask({});
  if (params.limit <= usual || !first.isFull) {
    yield toLogPage(first, first.entries);
    return;
  }
  const pages = (await pagesBySequence(ask, first, params)) ?? pagesByTime(ask, first, params);
  yield* firstEntries(pages, params.limit);
}

async function* firstEntries(
  pages: AsyncIterable<LogPage>,
  limit: number,
): AsyncGenerator<LogPage> {
  let left = limit;
  for await (const page of pages) {
    const { answer } = page;
    const logs = answer.body.logs.slice(0, left);
    left -= logs.length;
    yield { ...page, answer: { ...answer, body: { ...answer.body, logs } } };
    if (left === 0) return;
  }
}
