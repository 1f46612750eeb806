import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogFollower } from '../../../src/client/follow/types.js';
import type { LogEntry } from '../../../src/contract/index.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { at, createFakeLog, type FakeLog, type Habits } from './fake-log.js';
import { follow, type Told } from './following.js';

/** What happens, one after another. */
type Step =
  /** An entry is logged, so many seconds after the latest one (before it: it comes late), with one of few texts. */
  | { kind: 'add'; seconds: number; text: string; level: string }
  /** The log is read to its end; of its requests, these fail. */
  | { kind: 'read'; fails: readonly boolean[] };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      seconds: fc.constantFrom(0, 0, 0, 0.001, 0.5, 1, 7, 40, -0.001, -1, -14),
      text: fc.constantFrom('a', 'b', 'c'),
      level: fc.constantFrom('INFO', 'WARN'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      fails: fc.array(fc.boolean(), { maxLength: 4 }),
    }),
  },
);

const habits: fc.Arbitrary<Omit<Habits, 'refuses'>> = fc.record({
  isNumbered: fc.boolean(),
  cuts: fc.constantFrom('newest', 'oldest'),
  order: fc.constantFrom('ascending', 'descending'),
  hasSummary: fc.boolean(),
});

const options = fc.record({
  level: fc.constantFrom('INFO' as const, 'WARN' as const),
  tail: fc.constantFrom(undefined, undefined, 0, 1, 5),
});

/** Reads to the end of the log, through all failures. */
async function readToEnd(follower: LogFollower): Promise<Told[]> {
  const told: Told[] = [];
  for (;;) {
    const reading = await follower.read().catch(() => undefined);
    told.push(...(reading?.events ?? []));
    if (reading?.hasMore === false) return told;
  }
}

const broken = () => new JobtrackError('IDLE', { origin: 'o', idleMs: 1 });

/** Lets the steps happen. Answers the entries that were there to be told, and what was told. */
async function play(
  log: FakeLog,
  steps: readonly Step[],
  follower: LogFollower,
  wanted: (entry: LogEntry) => boolean,
): Promise<{ logged: LogEntry[]; told: Told[]; toldFirst: Told[]; loggedBefore: number }> {
  const logged: LogEntry[] = [];
  const told: Told[] = [];
  let toldFirst: Told[] | undefined;
  let loggedBefore = 0;
  let latest = 0;
  for (const each of [...steps, { kind: 'read', fails: [] } as const]) {
    if (each.kind === 'add') {
      const entry = at(latest + each.seconds, each.text, { level: each.level });
      latest = Math.max(latest, latest + each.seconds);
      log.add(entry);
      if (wanted(entry)) logged.push(entry);
      continue;
    }
    log.faults.push(...each.fails.map((fails) => (fails ? broken() : undefined)));
    const events = await readToEnd(follower);
    log.faults.length = 0;
    if (toldFirst === undefined) {
      toldFirst = events;
      loggedBefore = logged.length;
    } else told.push(...events);
  }
  return { logged, told, toldFirst: toldFirst ?? [], loggedBefore };
}

const contentOf = ({ timestamp, message, level }: LogEntry): string =>
  [timestamp, level, message].join(' ');

const entriesOf = (told: readonly Told[]): LogEntry[] =>
  told.flatMap((event) => (event.type === 'log' ? [event.entry] : []));

/** What is in `all` and, counted, not in `some`. */
function without(all: readonly LogEntry[], some: readonly LogEntry[]): LogEntry[] {
  const counts = new Map<string, number>();
  for (const entry of some) {
    counts.set(contentOf(entry), (counts.get(contentOf(entry)) ?? 0) + 1);
  }
  return all.filter((entry) => {
    const count = counts.get(contentOf(entry)) ?? 0;
    counts.set(contentOf(entry), count - 1);
    return count <= 0;
  });
}

test('whatever is logged, cut and broken: each entry once, in order, and every loss is told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 60 }),
      habits,
      options,
      fc.integer({ min: 3, max: 12 }),
      async (steps, habit, { level, tail }, size) => {
        const log = createFakeLog(habit);
        // A log of one time only does not tell in which order it comes, so there is an old line before.
        log.add(at(-100, 'first'));
        const started = tail === undefined ? {} : { tail };
        const follower = follow(log, { level, ...started }, { byNumber: size, byTime: size });
        const wanted = (entry: LogEntry) => level === 'INFO' || entry.level === 'WARN';
        const first = level === 'INFO' ? [at(-100, 'first')] : [];
        const played = await play(log, steps, follower, wanted);
        const { toldFirst, told, loggedBefore } = played;
        const all = [...first, ...played.logged];
        const [before, after] = [
          all.slice(0, first.length + loggedBefore),
          all.slice(first.length + loggedBefore),
        ];
        const gaps = new Set(
          [...toldFirst, ...told].map((event) =>
            event.type === 'gap' ? event.fromTime : undefined,
          ),
        );
        const isCovered = ({ timestamp }: LogEntry) => gaps.has(timestamp);

        expect(without(entriesOf(told), after).filter((entry) => !isCovered(entry))).toEqual([]);
        expect(without(after, entriesOf(told)).filter((entry) => !isCovered(entry))).toEqual([]);
        if (tail === undefined) {
          expect(
            without(before, entriesOf(toldFirst)).filter((entry) => !isCovered(entry)),
          ).toEqual([]);
          expect(without(entriesOf(toldFirst), before)).toEqual([]);
        } else {
          expect(entriesOf(toldFirst).length).toBeLessThanOrEqual(tail);
          if (gaps.size === 0) expect(toldFirst).toHaveLength(Math.min(tail, before.length));
        }
        if (habit.isNumbered) expectByNumber([...toldFirst, ...told]);
        else expectByTime([...toldFirst, ...told], tail === undefined);
      },
    ),
    { numRuns: 1_000 },
  );
});

function expectByNumber(told: readonly Told[]): void {
  const numbers = entriesOf(told).map(({ sequence }) => sequence ?? 0);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(told.every(({ type }) => type === 'log')).toBe(true);
}

/** Where the beginning was passed over, an entry is also late when it is older than what was passed over. */
function expectByTime(told: readonly Told[], isWhole: boolean): void {
  let latestMs = Number.NEGATIVE_INFINITY;
  for (const event of told) {
    if (event.type !== 'log') continue;
    const isOlder = event.atMs < latestMs;
    if (isWhole || isOlder) expect(event.late === true).toBe(isOlder);
    latestMs = Math.max(latestMs, event.atMs);
  }
}
