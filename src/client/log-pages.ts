import { LOG_LIMIT_MAX, type LogsParams } from '../contract/index.js';
import { pagesBySequence } from './log-by-sequence.js';
import { pagesByTime } from './log-by-time.js';
import { createAsk, type FetchLogs, toLogPage } from './log-page.js';
import type { LogPage } from './types.js';

/**
 * The first `limit` entries of a log in the order of their time, with as many requests as it takes. Where one
 * request can do it, there is exactly one, with the limit as it was given.
 */
export async function* readLogPages(
  fetch: FetchLogs,
  params: LogsParams & { limit: number },
  pageSize: number = LOG_LIMIT_MAX,
): AsyncGenerator<LogPage> {
  const ask = createAsk(fetch, params, Math.min(params.limit, pageSize));
  const first = await ask({});
  if (params.limit <= pageSize || !first.isFull) {
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
