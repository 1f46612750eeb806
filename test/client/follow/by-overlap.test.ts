import { describe, expect, test } from 'vitest';
import { JobtrackError } from '../../../src/errors/index.js';
import { at, createFakeLog, type Habits, lines, START_MS } from './fake-log.js';
import { follow, readAll, tell } from './following.js';

const unnumbered = (habits: Partial<Habits> = {}) =>
  createFakeLog({ isNumbered: false, ...habits });

const texts = (from: number, to: number): string[] =>
  lines(from, to).map(({ message }) => String(message));

const lost = () => new JobtrackError('NETWORK', { origin: 'o', reason: 'ECONNRESET', attempts: 1 });

describe('a log without numbers', () => {
  test('is told from its beginning, and then only what is new', async () => {
    const log = unnumbered();
    const follower = follow(log);
    expect(await tell(follower)).toEqual([]);
    log.add(...lines(1, 3));
    expect(await tell(follower)).toEqual(texts(1, 3));
    expect(await tell(follower)).toEqual([]);
    log.add(...lines(4, 5));
    expect(await tell(follower)).toEqual(['line 4', 'line 5']);
  });

  test('is asked for from 15 seconds before its latest entry', async () => {
    const log = unnumbered();
    log.add(...lines(1, 60));
    const follower = follow(log, {}, { byNumber: 100, byTime: 100 });
    await tell(follower);
    await tell(follower);
    expect(log.asked).toEqual([
      { level: 'DEBUG', limit: 100 },
      { level: 'DEBUG', limit: 100, fromTime: at(45).timestamp },
    ]);
  });

  test('has entries that share a time, and equal ones, each told as often as it is there', async () => {
    const log = unnumbered();
    log.add(at(1, 'a'), at(1, 'a'), at(1, 'b'));
    const follower = follow(log);
    expect(await tell(follower)).toEqual(['a', 'a', 'b']);
    log.add(at(1, 'b'), at(1, 'a'), at(1, 'c'));
    expect((await tell(follower)).toSorted()).toEqual(['a', 'b', 'c']);
    expect(await tell(follower)).toEqual([]);
  });

  test('tells entries that come late when they come, and says so', async () => {
    const log = unnumbered();
    log.add(at(10), at(20));
    const follower = follow(log);
    await tell(follower);
    log.add(at(12), at(21));
    expect(await tell(follower)).toEqual(['line 12 late', 'line 21']);
  });

  test('is searched further back once entries came later than they used to', async () => {
    const log = unnumbered();
    log.add(...lines(1, 60));
    const follower = follow(log);
    await tell(follower);
    log.add(at(47, 'late by 13'), ...lines(61, 100));
    expect((await tell(follower))[0]).toBe('late by 13 late');
    log.add(at(76, 'late by 24'));
    expect(await tell(follower)).toEqual(['late by 24 late']);
    log.add(...lines(101, 200));
    await tell(follower);
    log.add(at(155, 'late by 45'));
    expect(await tell(follower)).toEqual(['late by 45 late']);
    expect(await tell(follower)).toEqual([]);
  });

  test('is told page by page, down in time, when more is new than a page holds', async () => {
    for (const cuts of ['newest', 'oldest'] as const) {
      for (const order of ['ascending', 'descending'] as const) {
        const log = unnumbered({ cuts, order });
        log.add(...lines(1, 35));
        const follower = follow(log);
        expect(await tell(follower)).toEqual(texts(1, 35));
        log.add(...lines(36, 70));
        expect(await tell(follower)).toEqual(texts(36, 70));
        expect(await tell(follower)).toEqual([]);
      }
    }
  });

  test('has a gap where more entries share a time than a page holds; it is told once', async () => {
    const log = unnumbered();
    log.add(at(0), ...Array.from({ length: 14 }, (_line, index) => at(1, `same ${index}`)), at(2));
    const follower = follow(log);
    const told = await tell(follower);
    const gap = `gap too-many-at-one-time, fromTime ${at(1).timestamp}, toTime ${at(1).timestamp}`;
    expect(told.filter((line) => line.startsWith('gap'))).toEqual([gap]);
    expect(told).toHaveLength(1 + 10 + 1 + 1);
    expect(told.indexOf(gap)).toBe(11);
    expect(await tell(follower)).toEqual([]);
    log.add(at(3));
    expect(await tell(follower)).toEqual(['line 3']);
  });

  test('is gone on with where a broken reading got to', async () => {
    const log = unnumbered();
    log.add(...lines(1, 40));
    const follower = follow(log);
    log.faults.push(lost());
    await expect(follower.read()).rejects.toMatchObject({ code: 'NETWORK' });
    const { events } = await follower.read();
    expect(events).toHaveLength(10);
    log.faults.push(lost());
    await expect(follower.read()).rejects.toMatchObject({ code: 'NETWORK' });
    expect(await tell(follower)).toEqual(texts(11, 40));
  });

  test('is remembered for as long as it is asked for again, and no longer', async () => {
    const log = unnumbered();
    const follower = follow(log, {}, { byNumber: 100, byTime: 100 });
    for (let second = 0; second < 2_000; second += 20) {
      log.add(...lines(second, second + 19));
      expect(await tell(follower)).toHaveLength(20);
      log.keep(100);
    }
    log.asked.length = 0;
    await tell(follower);
    expect(log.asked).toEqual([{ level: 'DEBUG', limit: 100, fromTime: at(1_984).timestamp }]);
  });

  test('is not lost behind an entry of the future', async () => {
    const log = unnumbered();
    log.add(at(1), at(86_400 * 365, 'of another year'));
    log.serverTimeMs = START_MS + 2_000;
    const follower = follow(log);
    expect(await tell(follower)).toEqual(['line 1', 'of another year']);
    log.add(at(3));
    log.serverTimeMs = START_MS + 4_000;
    expect(await tell(follower)).toEqual(['line 3']);
    expect(await tell(follower)).toEqual([]);
  });

  test('is told from a server that heeds neither range nor level', async () => {
    const log = unnumbered();
    const { answer } = log;
    log.answer = () => answer({ limit: 100, level: 'DEBUG' });
    log.add(at(0, 'debug', { level: 'DEBUG' }), ...lines(1, 60));
    const follower = follow(
      log,
      { level: 'INFO', fromTime: at(3).timestamp },
      { byNumber: 100, byTime: 100 },
    );
    expect(await tell(follower)).toEqual(texts(3, 60));
    log.add(at(61));
    expect(await tell(follower)).toEqual(['line 61']);
    expect(await tell(follower)).toEqual([]);
  });

  test('has times in any precision and zone', async () => {
    const log = unnumbered();
    const stamped = (timestamp: string, message: string) => ({ timestamp, message });
    log.add(
      stamped('2024-01-20T10:00:00.000000001Z', 'a'),
      stamped('2024-01-20T10:00:00.000000002Z', 'b'),
      stamped('2024-01-20T12:00:01+02:00', 'c'),
      stamped('2024-01-20T10:00:02', 'd'),
    );
    const follower = follow(log);
    expect(await tell(follower)).toEqual(['a', 'b', 'c', 'd']);
    log.add(stamped('2024-01-20T10:00:00.000000001Z', 'e'), stamped('whenever', 'f'));
    expect(await tell(follower)).toEqual(['e late']);
  });
});

describe('where to begin', () => {
  test('a time leaves out what is older', async () => {
    const log = unnumbered();
    log.add(...lines(1, 30));
    const follower = follow(log, { fromTime: at(26).timestamp });
    expect(await tell(follower)).toEqual(texts(26, 30));
    log.add(at(20, 'older'), at(31));
    expect(await tell(follower)).toEqual(['line 31']);
  });

  test('the last entries of a long log are found without reading it', async () => {
    for (const cuts of ['newest', 'oldest'] as const) {
      const log = unnumbered({ cuts });
      log.add(...lines(1, 5_000));
      const follower = follow(log, { tail: 3 }, { byNumber: 100, byTime: 100 });
      expect(await tell(follower)).toEqual(texts(4_998, 5_000));
      expect(log.asked.length).toBeLessThan(5);
      log.add(...lines(5_001, 5_002));
      expect(await tell(follower)).toEqual(texts(5_001, 5_002));
    }
  });

  test('the end of a log is not where an entry of the future lies', async () => {
    const log = unnumbered();
    log.add(...lines(1, 300), at(86_400 * 365, 'of another year'));
    log.serverTimeMs = START_MS + 301_000;
    const follower = follow(log, { tail: 2 }, { byNumber: 100, byTime: 100 });
    expect(await tell(follower)).toEqual(['line 300', 'of another year']);
    log.add(at(301));
    expect(await tell(follower)).toEqual(['line 301']);
  });

  test('rare entries are searched further and further back', async () => {
    const log = unnumbered();
    log.add(...lines(1, 10), at(11, 'broken', { level: 'ERROR' }), ...lines(12, 3_000));
    expect(await tell(follow(log, { tail: 1, level: 'ERROR' }))).toEqual(['broken']);
  });

  test('no entries at all means from now on', async () => {
    for (const hasSummary of [true, false]) {
      const log = unnumbered({ hasSummary });
      log.add(...lines(1, 300));
      const follower = follow(log, { tail: 0 }, { byNumber: 100, byTime: 100 });
      expect(await tell(follower)).toEqual([]);
      log.add(at(301));
      expect(await tell(follower)).toEqual(['line 301']);
    }
  });
});

describe('another threshold', () => {
  test('holds from then on: neither what was told nor what was left out is told', async () => {
    const log = unnumbered();
    log.add(at(1, 'careful', { level: 'WARN' }), ...lines(2, 9), at(10, 'very', { level: 'WARN' }));
    const follower = follow(log, { level: 'WARN' });
    expect(await tell(follower)).toEqual(['careful', 'very']);
    follower.setLevel('INFO');
    log.add(at(11), at(8, 'late', { level: 'WARN' }));
    expect(await tell(follower)).toEqual(['late late', 'line 11']);
    follower.setLevel('WARN');
    log.add(at(12), at(13, 'hot', { level: 'WARN' }));
    expect(await tell(follower)).toEqual(['hot']);
    follower.setLevel('DEBUG');
    log.add(at(14, 'detail', { level: 'DEBUG' }));
    expect(await tell(follower)).toEqual(['detail']);
  });
});

describe('a log that loses what was read of it', () => {
  test('has a gap in front of what is there', async () => {
    const log = unnumbered();
    log.add(...lines(1, 10));
    const follower = follow(log);
    await tell(follower);
    log.add(...lines(11, 30));
    log.keep(2);
    expect(await tell(follower)).toEqual([
      `gap no-longer-kept, fromTime ${at(10).timestamp}, toTime ${at(29).timestamp}`,
      'line 29',
      'line 30',
    ]);
    expect(await tell(follower)).toEqual([]);
  });

  test('has none as long as the last entry is still there', async () => {
    const log = unnumbered();
    log.add(...lines(1, 10));
    const follower = follow(log);
    await tell(follower);
    log.add(...lines(11, 20));
    log.keep(11);
    expect(await tell(follower)).toEqual(texts(11, 20));
  });

  test('has none because of entries that another threshold leaves out', async () => {
    const log = unnumbered();
    log.add(...lines(1, 10));
    const follower = follow(log);
    await tell(follower);
    follower.setLevel('WARN');
    log.add(at(11, 'careful', { level: 'WARN' }));
    expect(await tell(follower)).toEqual(['careful']);
  });
});

describe('a server that changes its ways', () => {
  test('is followed by number once it numbers its entries', async () => {
    const log = unnumbered();
    log.add(...lines(1, 12));
    const follower = follow(log);
    await tell(follower);
    log.habits = { ...log.habits, isNumbered: true };
    log.add(...lines(13, 14));
    expect(await tell(follower)).toEqual(texts(13, 14));
    log.add(at(2, 'much too late for any other way'), at(15));
    expect(await tell(follower)).toEqual(['much too late for any other way late', 'line 15']);
    expect(log.asked.at(-1)).toEqual({ level: 'DEBUG', limit: 10, afterSequence: 14 });
  });

  test('is followed by time once it no longer does, behind a gap', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 12));
    const follower = follow(log);
    await tell(follower);
    log.habits = { ...log.habits, isNumbered: false };
    log.add(...lines(13, 14));
    expect(await tell(follower)).toEqual([
      `gap restarted, fromTime ${at(12).timestamp}`,
      ...texts(13, 14),
    ]);
    log.add(at(15));
    expect(await tell(follower)).toEqual(['line 15']);
  });

  test('is followed by time from the start, when all that was known of it was that it has no entries', async () => {
    const log = createFakeLog();
    const follower = follow(log);
    expect(await tell(follower)).toEqual([]);
    log.habits = { ...log.habits, isNumbered: false };
    log.add(...lines(1, 3));
    expect(await tell(follower)).toEqual(texts(1, 3));
    expect(await readAll(follower)).toEqual([]);
  });
});
