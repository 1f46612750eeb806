import type { LogsBody, LogsParams } from '../../contract/index.js';
import { pagesByTime } from '../log-by-time.js';
import { type Ask, type RawPage, toLogPage } from '../log-page.js';
import type { LogPage } from '../types.js';

/** A page of a pass. */
export interface PassPage {
  page: LogPage;
  /** The last page has none behind it. */
  hasMore: boolean;
  /** The answer as it came, where it is all of the pass. */
  only?: LogsBody;
}

/**
 * One reading of a log, in a range, to its end: each call brings the next page, in the order of time. After a call that
 * rejects, the pass is of no use any more. `first` is the answer to the range, where it is there already.
 */
export function startPass(
  ask: Ask,
  range: Pick<LogsParams, 'fromTime'>,
  first: RawPage | undefined,
): () => Promise<PassPage> {
  let open: { pages: AsyncGenerator<LogPage>; latest: LogPage } | undefined;
  return async () => {
    if (open === undefined) {
      const page = first ?? (await ask(range));
      const whole = toLogPage(page, page.entries);
      if (!page.isFull) return { page: whole, hasMore: false, only: page.answer.body };
      open = {
        pages: pagesByTime((more) => ask({ ...range, ...more }), page, range),
        latest: whole,
      };
    }
    const { done, value } = await open.pages.next();
    if (done === true) return { page: withoutEntries(open.latest), hasMore: false };
    open.latest = value;
    return { page: value, hasMore: true };
  };
}

const withoutEntries = ({ answer }: LogPage): LogPage => ({
  answer: { ...answer, body: { ...answer.body, logs: [] } },
});
