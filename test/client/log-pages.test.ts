import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FetchLogs, PageSizes } from '../../src/client/log-page.js';
import { readLogPages } from '../../src/client/log-pages.js';
import type { LogPage } from '../../src/client/types.js';
import type { LogEntry, LogsParams } from '../../src/contract/index.js';
import { instant } from '../../src/domain/instant.js';

/** How a server hands out a log that is larger than a page. */
interface Habits {
  /** Which end it leaves out. */
  cuts: 'newest' | 'oldest';
  order: 'ascending' | 'descending';
  isNumbered: boolean;
}

const habits: readonly Habits[] = (['newest', 'oldest'] as const).flatMap((cuts) =>
  (['ascending', 'descending'] as const).flatMap((order) =>
    [true, false].map((isNumbered) => ({ cuts, order, isNumbered })),
  ),
);

/** A server with this log, its entries in the order of their time. */
function createServer(log: readonly LogEntry[], { cuts, order, isNumbered }: Habits) {
  const asked: LogsParams[] = [];
  const entries = log.map((entry, index) =>
    isNumbered ? { ...entry, sequence: index + 1 } : entry,
  );
  const fetch: FetchLogs = async (params) => {
    asked.push(params);
    const { fromTime, toTime, afterSequence, limit = 1_000 } = params;
    const matching = entries.filter(
      (entry) =>
        (instant(fromTime) ?? Number.NEGATIVE_INFINITY) <= (instant(entry.timestamp) ?? 0) &&
        (instant(toTime) ?? Number.POSITIVE_INFINITY) >= (instant(entry.timestamp) ?? 0) &&
        (!('sequence' in entry) || Number(entry.sequence) > (afterSequence ?? 0)),
    );
    const isTail = cuts === 'oldest' && afterSequence === undefined;
    const page = isTail ? matching.slice(-limit) : matching.slice(0, limit);
    const logs = order === 'ascending' ? page : page.toReversed();
    const numbers = isNumbered ? { nextSequence: entries.length + 1 } : {};
    return { body: { jobName: 'a job', logs, ...numbers }, serverTimeMs: 5, requestId: 'r' };
  };
  return { fetch, asked, entries };
}

/** Pages of one size, or of a larger one where that does not do. */
const sized = (usual: number, largest = usual): PageSizes => ({ usual, largest });

async function readAll(
  pages: AsyncIterable<LogPage>,
): Promise<{ entries: LogEntry[]; pages: LogPage[] }> {
  const read: LogPage[] = [];
  for await (const page of pages) read.push(page);
  return { entries: read.flatMap(({ answer }) => answer.body.logs), pages: read };
}

const at = (second: number, message = `line ${second}`): LogEntry => ({
  timestamp: new Date(1_705_747_500_000 + second * 1000).toISOString(),
  message,
});

const lines = (count: number): LogEntry[] =>
  Array.from({ length: count }, (_item, index) => at(index));

describe('one request', () => {
  test('is all it takes up to the size of a page, with the limit as it was given', async () => {
    const { fetch, asked } = createServer(lines(50), {
      cuts: 'newest',
      order: 'ascending',
      isNumbered: true,
    });
    const { entries } = await readAll(readLogPages(fetch, { limit: 10, level: 'WARN' }, sized(20)));
    expect(entries).toHaveLength(10);
    expect(asked).toEqual([{ limit: 10, level: 'WARN' }]);
  });

  test('is all it takes when the page is not full', async () => {
    const { fetch, asked } = createServer(lines(19), {
      cuts: 'newest',
      order: 'ascending',
      isNumbered: false,
    });
    const { entries } = await readAll(
      readLogPages(fetch, { limit: Number.POSITIVE_INFINITY }, sized(20)),
    );
    expect(entries).toEqual(lines(19));
    expect(asked).toEqual([{ limit: 20 }]);
  });

  test('brings the newest entry first from some servers: it comes last here', async () => {
    const { fetch } = createServer(lines(5), {
      cuts: 'newest',
      order: 'descending',
      isNumbered: false,
    });
    expect((await readAll(readLogPages(fetch, { limit: 100 }))).entries).toEqual(lines(5));
  });

  test('keeps everything else of its answer', async () => {
    const { fetch } = createServer(lines(1), {
      cuts: 'newest',
      order: 'ascending',
      isNumbered: false,
    });
    const { pages } = await readAll(readLogPages(fetch, { limit: 100 }));
    expect(pages).toEqual([
      { answer: { body: { jobName: 'a job', logs: lines(1) }, serverTimeMs: 5, requestId: 'r' } },
    ]);
  });
});

describe.each(habits)(
  'a server that leaves out the $cuts, answers $order, numbered: $isNumbered',
  (habit) => {
    test('25,000 entries are the same 25,000 entries', async () => {
      const { fetch, asked, entries } = createServer(lines(25_000), habit);
      const read = await readAll(readLogPages(fetch, { limit: Number.POSITIVE_INFINITY }));
      expect(read.entries).toEqual(entries);
      expect(asked.length).toBeLessThanOrEqual(5);
      expect(read.pages.every(({ gap }) => gap === undefined)).toBe(true);
    });

    test('a limit takes the first entries', async () => {
      const { fetch, entries } = createServer(lines(100), habit);
      const read = await readAll(readLogPages(fetch, { limit: 33 }, sized(20)));
      expect(read.entries).toEqual(entries.slice(0, 33));
    });

    test('a range stays a range', async () => {
      const { fetch, entries, asked } = createServer(lines(100), habit);
      const [fromTime, toTime] = [at(20).timestamp, at(89).timestamp];
      const read = await readAll(
        readLogPages(fetch, { limit: 1_000, fromTime, toTime }, sized(20)),
      );
      expect(read.entries).toEqual(entries.slice(20, 90));
      expect(
        asked.every(
          (params) => (params.fromTime ?? '') >= fromTime && (params.toTime ?? '') <= toTime,
        ),
      ).toBe(true);
    });

    test('nothing is lost, doubled or moved, whatever shares a time or a text', async () => {
      const steps = fc.array(
        fc.record({
          seconds: fc.constantFrom(0, 0, 0, 1, 2),
          text: fc.constantFrom('a', 'b', 'c'),
        }),
        {
          maxLength: 120,
        },
      );
      await fc.assert(
        fc.asyncProperty(
          steps,
          fc.nat(4),
          fc.integer({ min: 2, max: 9 }),
          async (given, room, usual) => {
            // A log of one time only does not tell in which order it comes, so there is one line before.
            const log = [at(-1)];
            let second = 0;
            for (const { seconds, text } of given) {
              second += seconds;
              log.push(at(second, text));
            }
            const times = log.map(({ timestamp }) => timestamp);
            const sizes = times.map((time) => times.filter((other) => other === time).length);
            // A usual page may be too small for what there is of one time; the largest is not.
            const largest = Math.max(...sizes) + 1 + room;
            const { fetch, entries } = createServer(log, habit);
            const read = await readAll(
              readLogPages(fetch, { limit: 10_000 }, sized(Math.min(usual, largest), largest)),
            );
            expect(read.entries).toEqual(entries);
            expect(read.pages.filter(({ gap }) => gap !== undefined)).toEqual([]);
          },
        ),
        { numRuns: 150 },
      );
    });
  },
);

test('pages are small where they are not too many, and never more than a hundred for long', async () => {
  const sizeFor = async (limit: number): Promise<number | undefined> => {
    const { fetch, asked } = createServer(lines(5), {
      cuts: 'newest',
      order: 'ascending',
      isNumbered: true,
    });
    await readAll(readLogPages(fetch, { limit }));
    return asked[0]?.limit;
  };
  expect(await sizeFor(9_000)).toBe(9_000);
  expect(await sizeFor(20_000)).toBe(1_000);
  expect(await sizeFor(500_000)).toBe(5_000);
  expect(await sizeFor(2_000_000)).toBe(10_000);
  expect(await sizeFor(Number.POSITIVE_INFINITY)).toBe(10_000);
});

describe('more entries at one time than fit in a page', () => {
  const log = [
    ...lines(3),
    ...Array.from({ length: 9 }, (_item, index) => at(3, `burst ${index}`)),
    ...lines(30).slice(4),
  ];
  const gap = {
    fromTime: at(3).timestamp,
    toTime: at(3).timestamp,
    reason: 'too-many-at-one-time',
  };

  test.each(habits.filter(({ isNumbered }) => !isNumbered))(
    'leave a gap that is told, and nothing else is lost ($cuts, $order)',
    async (habit) => {
      const { fetch } = createServer(log, habit);
      const { entries, pages } = await readAll(readLogPages(fetch, { limit: 1_000 }, sized(5)));
      const isBurst = ({ message }: LogEntry): boolean => message?.startsWith('burst') ?? false;
      expect(entries.filter((entry) => !isBurst(entry))).toEqual(
        log.filter((entry) => !isBurst(entry)),
      );
      expect(new Set(entries.map(({ message }) => message)).size).toBe(entries.length);
      expect(pages.flatMap((page) => page.gap ?? [])).toEqual([gap]);
    },
  );

  test('are all there from a server that numbers its entries', async () => {
    const { fetch, entries } = createServer(log, {
      cuts: 'oldest',
      order: 'descending',
      isNumbered: true,
    });
    expect((await readAll(readLogPages(fetch, { limit: 1_000 }, sized(5)))).entries).toEqual(
      entries,
    );
  });

  test.each(habits.filter(({ isNumbered }) => !isNumbered))(
    'are told also when there is nothing else ($cuts, $order)',
    async (habit) => {
      const burst = log.filter(({ message }) => message?.startsWith('burst'));
      const { fetch } = createServer(burst, habit);
      const { entries, pages } = await readAll(readLogPages(fetch, { limit: 1_000 }, sized(5)));
      expect(entries).toHaveLength(5);
      expect(pages.flatMap((page) => page.gap ?? [])).toEqual([gap]);
    },
  );
});

test('entries that arrive while the log is read are neither lost nor doubled', async () => {
  const log = lines(45);
  let count = 41;
  const fetch: FetchLogs = async (params) => {
    count = Math.min(log.length, count + 1);
    return createServer(log.slice(0, count), {
      cuts: 'newest',
      order: 'ascending',
      isNumbered: false,
    }).fetch(params);
  };
  expect((await readAll(readLogPages(fetch, { limit: 1_000 }, sized(20)))).entries).toEqual(log);
});

test('times finer than a millisecond are kept apart', async () => {
  const log = Array.from({ length: 50 }, (_item, index) => ({
    timestamp: `2024-01-20T10:45:00.00000${String(index).padStart(2, '0')}Z`,
    message: `line ${index}`,
  }));
  const fetch: FetchLogs = async ({ fromTime = '', toTime = '9', limit }) => ({
    body: {
      logs: log
        .filter(({ timestamp }) => timestamp >= fromTime && timestamp <= toTime)
        .slice(0, limit),
    },
    serverTimeMs: undefined,
    requestId: undefined,
  });
  expect((await readAll(readLogPages(fetch, { limit: 1_000 }, sized(20)))).entries).toEqual(log);
});

test.each([
  ['toTime', lines(40).slice(0, 20)],
  ['fromTime', lines(40).slice(20)],
] as const)(
  'a server that does not heed %s is found out, not asked for ever',
  async (_name, page) => {
    let asked = 0;
    const fetch: FetchLogs = async ({ fromTime, toTime }) => {
      asked += 1;
      if (asked > 100) throw new Error('asked for ever');
      const isOlder = page[0]?.message === 'line 20' && toTime !== undefined;
      const logs = isOlder && fromTime === undefined ? [] : page;
      return { body: { logs: [...logs] }, serverTimeMs: undefined, requestId: undefined };
    };
    await expect(readAll(readLogPages(fetch, { limit: 1_000 }, sized(20)))).rejects.toMatchObject({
      code: 'BODY_NOT_UNDERSTOOD',
    });
  },
);
