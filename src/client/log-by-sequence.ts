import type { LogsParams } from '../contract/index.js';
import { type Ask, areNumbered, type RawPage, sequenceOf, toLogPage } from './log-page.js';
import type { LogPage } from './types.js';

/**
 * All pages of a log whose entries are numbered, by their numbers: exact. `undefined` when they are not numbered.
 * `first` is what the server answered without a number; it may be the end of the log rather than its beginning.
 */
export async function pagesBySequence(
  ask: Ask,
  first: RawPage,
  { afterSequence = 0 }: LogsParams,
): Promise<AsyncGenerator<LogPage> | undefined> {
  const [oldest] = first.entries;
  const hasNumbers =
    areNumbered(first.entries) && typeof first.answer.body.nextSequence === 'number';
  if (oldest === undefined || !hasNumbers) return undefined;
  const isBeginning = sequenceOf(oldest) <= afterSequence + 1;
  return pagesAfter(ask, isBeginning ? first : await ask({ afterSequence }), afterSequence);
}

async function* pagesAfter(
  ask: Ask,
  from: RawPage,
  afterSequence: number,
): AsyncGenerator<LogPage> {
  let page = from;
  let cursor = afterSequence;
  for (;;) {
    const fresh = page.entries.filter((entry) => sequenceOf(entry) > cursor);
    yield toLogPage(page, fresh);
    const last = fresh.at(-1);
    if (!page.isFull || last === undefined) return;
    cursor = sequenceOf(last);
    page = await ask({ afterSequence: cursor });
  }
}
