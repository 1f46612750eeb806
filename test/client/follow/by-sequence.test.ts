import { describe, expect, test } from 'vitest';
import { JobtrackError } from '../../../src/errors/index.js';
import { at, createFakeLog, lines } from './fake-log.js';
import { follow, tell } from './following.js';

const texts = (from: number, to: number): string[] =>
  lines(from, to).map(({ message }) => String(message));

const lost = () => new JobtrackError('NETWORK', { origin: 'o', reason: 'ECONNRESET', attempts: 1 });

describe('a numbered log', () => {
  test('is told from its beginning, and then only what is new', async () => {
    const log = createFakeLog();
    const follower = follow(log);
    expect(await tell(follower)).toEqual([]);
    log.add(...lines(1, 3));
    expect(await tell(follower)).toEqual(['line 1', 'line 2', 'line 3']);
    expect(await tell(follower)).toEqual([]);
    log.add(...lines(4, 5));
    expect(await tell(follower)).toEqual(['line 4', 'line 5']);
    expect(log.asked.at(-1)).toEqual({ level: 'DEBUG', limit: 10, afterSequence: 3 });
  });

  test('is told page by page when it is long', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 25));
    const follower = follow(log);
    const first = await follower.read();
    expect(first.events).toHaveLength(10);
    expect(first.hasMore).toBe(true);
    expect(await tell(follower)).toEqual(texts(11, 25));
    expect(log.asked).toHaveLength(3);
  });

  test('keeps its own order whatever its times say, and late entries are told as such', async () => {
    const log = createFakeLog();
    log.add(at(10), at(10.5), at(10.2), at(3), at(11));
    expect(await tell(follow(log))).toEqual([
      'line 10',
      'line 10.5',
      'line 10.2',
      'line 3 late',
      'line 11',
    ]);
  });

  test('has what its answers say of the job', async () => {
    const log = createFakeLog();
    log.serverTimeMs = 7;
    log.status = 'Completed';
    expect(await follow(log).read()).toEqual({
      events: [],
      jobName: 'a job',
      jobStatus: 'Completed',
      serverTimeMs: 7,
      hasMore: false,
      canWait: false,
    });
  });

  test('is read on as if nothing had been when a reading fails', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 15));
    const follower = follow(log);
    log.faults.push(lost());
    await expect(follower.read()).rejects.toMatchObject({ code: 'NETWORK' });
    await follower.read();
    log.faults.push(lost(), lost());
    await expect(follower.read()).rejects.toMatchObject({ code: 'NETWORK' });
    await expect(follower.read()).rejects.toMatchObject({ code: 'NETWORK' });
    expect(await tell(follower)).toEqual(texts(11, 15));
  });

  test('that comes newest first, or with its newest page, is told from its beginning all the same', async () => {
    const log = createFakeLog({ cuts: 'oldest', order: 'descending' });
    log.add(...lines(1, 8));
    expect(await tell(follow(log))).toEqual(texts(1, 8));
    const late = createFakeLog({ cuts: 'oldest' });
    const follower = follow(late);
    await tell(follower);
    late.add(...lines(1, 25));
    expect(await tell(follower)).toEqual(texts(1, 25));
    const long = createFakeLog({ order: 'descending' });
    long.add(...lines(1, 35));
    expect(await tell(follow(long))).toEqual(texts(1, 35));
  });
});

describe('where to begin', () => {
  test('a time leaves out what is older, also when that comes late', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 30));
    const follower = follow(log, { fromTime: at(26).timestamp });
    expect(await tell(follower)).toEqual(texts(26, 30));
    log.add(at(2, 'older'), at(31));
    expect(await tell(follower)).toEqual(['line 31']);
  });

  test('the last entries of a long log are found without reading it', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 5_000));
    const follower = follow(log, { tail: 3 }, { byNumber: 100, byTime: 100 });
    expect(await tell(follower)).toEqual(texts(4_998, 5_000));
    expect(log.asked).toHaveLength(3);
    log.add(...lines(5_001, 5_002));
    expect(await tell(follower)).toEqual(texts(5_001, 5_002));
  });

  test('rare entries are searched further and further back', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 10), at(11, 'broken', { level: 'ERROR' }), ...lines(12, 2_000));
    const follower = follow(log, { tail: 1, level: 'ERROR' }, { byNumber: 100, byTime: 100 });
    expect(await tell(follower)).toEqual(['broken']);
    const none = follow(log, { tail: 1, isWanted: ({ message }) => message === 'line 3' });
    expect(await tell(none)).toEqual(['line 3']);
  });

  test('no entries at all means from now on', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 500));
    const follower = follow(log, { tail: 0, level: 'WARN' });
    expect(await tell(follower)).toEqual([]);
    log.add(at(501), at(502, 'careful', { level: 'WARN' }));
    expect(await tell(follower)).toEqual(['careful']);
  });

  test('a count of entries that is no number of an entry is not believed', async () => {
    const log = createFakeLog();
    const { answer } = log;
    log.answer = (params) => {
      const body = answer(params);
      return { ...body, logsSummary: { ...body.logsSummary, totalEntries: 900 } };
    };
    log.add(...lines(1, 100));
    const follower = follow(log, { tail: 0 });
    expect(await tell(follower)).toEqual([]);
    log.add(...lines(101, 103));
    expect(await tell(follower)).toEqual(texts(101, 103));
  });

  test('more entries than there are is all of them', async () => {
    const log = createFakeLog({ hasSummary: false });
    log.add(...lines(1, 30));
    expect(await tell(follow(log, { tail: 100 }))).toEqual(texts(1, 30));
    expect(await tell(follow(log, { tail: 2 }))).toEqual(texts(29, 30));
    expect(await tell(follow(log, { tail: 5, fromTime: at(28).timestamp }))).toEqual(texts(28, 30));
  });

  test('a log whose beginning is gone is told from what is left of it, without a gap', async () => {
    const log = createFakeLog({ cuts: 'oldest' });
    log.add(...lines(1, 200));
    log.keep(50);
    expect(await tell(follow(log))).toEqual(texts(151, 200));
    expect(await tell(follow(log, { tail: 4 }))).toEqual(texts(197, 200));
  });
});

describe('another threshold', () => {
  test('holds from then on: neither what was told nor what was left out is told', async () => {
    const log = createFakeLog();
    log.add(at(1, 'careful', { level: 'WARN' }), ...lines(2, 9));
    const follower = follow(log, { level: 'WARN' });
    expect(await tell(follower)).toEqual(['careful']);
    follower.setLevel('DEBUG');
    expect(await tell(follower)).toEqual([]);
    log.add(...lines(10, 11));
    expect(await tell(follower)).toEqual(['line 10', 'line 11']);
    follower.setLevel('ERROR');
    log.add(at(12), at(13, 'broken', { level: 'ERROR' }));
    expect(await tell(follower)).toEqual(['broken']);
    follower.setLevel('INFO');
    log.add(at(14));
    expect(await tell(follower)).toEqual(['line 14']);
  });

  test('may come in the middle of a long log', async () => {
    const log = createFakeLog();
    const warnings = lines(1, 30).map((line) => ({ ...line, level: 'WARN' }));
    log.add(...warnings.flatMap((line, index) => [line, at(index + 1, `info ${index + 1}`)]));
    const follower = follow(log, { level: 'WARN' });
    await follower.read();
    follower.setLevel('INFO');
    const told = await tell(follower);
    expect(told.slice(0, 4)).toEqual(['info 10', 'line 11', 'info 11', 'line 12']);
    expect(told).toHaveLength(41);
  });
});

describe('a number that has expired', () => {
  test.each([410, 400] as const)(
    '(%s) is a gap, and the log goes on from what is there',
    async (refuses) => {
      const log = createFakeLog({ refuses });
      log.add(...lines(1, 5));
      const follower = follow(log);
      await tell(follower);
      log.add(...lines(6, 20));
      log.keep(3);
      expect(await tell(follower)).toEqual([
        'gap no-longer-kept, fromTime 2024-01-20T10:00:05.000Z, toTime 2024-01-20T10:00:18.000Z, fromSequence 6, toSequence 17',
        'line 18',
        'line 19',
        'line 20',
      ]);
      log.add(at(21));
      expect(await tell(follower)).toEqual(['line 21']);
    },
  );

  test('is told once while nothing is there, and its end is told when something is', async () => {
    const log = createFakeLog({ refuses: 410 });
    log.add(...lines(1, 5));
    const follower = follow(log, { level: 'INFO' });
    await tell(follower);
    log.add(...lines(6, 9));
    log.keep(0);
    expect(await tell(follower)).toEqual([
      'gap no-longer-kept, fromTime 2024-01-20T10:00:05.000Z, fromSequence 6',
    ]);
    expect(await tell(follower)).toEqual([]);
    log.add(...lines(10, 11));
    expect(await tell(follower)).toEqual(['line 10', 'line 11']);
  });

  test('shows at DEBUG also where the server goes on without a word', async () => {
    const log = createFakeLog({ refuses: undefined });
    log.add(...lines(1, 5));
    const [all, some] = [follow(log), follow(log, { level: 'INFO' })];
    await tell(all);
    await tell(some);
    log.add(...lines(6, 20));
    log.keep(2);
    expect(await tell(all)).toEqual([
      'gap no-longer-kept, fromTime 2024-01-20T10:00:05.000Z, toTime 2024-01-20T10:00:19.000Z, fromSequence 6, toSequence 18',
      'line 19',
      'line 20',
    ]);
    expect(await tell(some)).toEqual(['line 19', 'line 20']);
  });

  test('is told once also by a server that does not say how far the log goes', async () => {
    const log = createFakeLog();
    const { answer } = log;
    log.add(...lines(1, 5));
    const follower = follow(log);
    await tell(follower);
    log.answer = (params) => ({ ...answer(params), nextSequence: undefined });
    log.add(...lines(6, 9));
    log.keep(0);
    expect(await tell(follower)).toHaveLength(1);
    expect(await tell(follower)).toEqual([]);
    expect(await tell(follower)).toEqual([]);
    log.add(at(10));
    expect(await tell(follower)).toEqual(['line 10']);
  });

  test('is not seen in numbers that are always left out', async () => {
    const log = createFakeLog();
    const { answer } = log;
    log.answer = (params) => {
      const { afterSequence = 0 } = params;
      const body = answer({ ...params, afterSequence: Math.floor(afterSequence / 2) });
      const logs = body.logs.map((entry) => ({ ...entry, sequence: (entry.sequence ?? 0) * 2 }));
      return { ...body, logs, nextSequence: (body.nextSequence ?? 0) * 2 };
    };
    log.add(...lines(1, 5));
    const follower = follow(log);
    expect(await tell(follower)).toEqual(texts(1, 5));
    log.add(...lines(6, 7));
    expect(await tell(follower)).toEqual(texts(6, 7));
  });

  test('is no gap when nothing is missing', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 5));
    const follower = follow(log);
    await tell(follower);
    const refusal = new JobtrackError('REQUEST_REFUSED', { status: 400 }, { status: 400 });
    log.add(at(6));
    log.faults.push(refusal);
    expect(await tell(follower)).toEqual(['line 6']);
    log.faults.push(refusal);
    expect(await tell(follower)).toEqual([]);
    log.add(at(7));
    expect(await tell(follower)).toEqual(['line 7']);
  });

  test('is no gap in a long log either', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 45));
    const follower = follow(log);
    await tell(follower);
    log.add(...lines(46, 60));
    log.faults.push(new JobtrackError('REQUEST_REFUSED', { status: 400 }, { status: 400 }));
    expect(await tell(follower)).toEqual(texts(46, 60));
  });

  test('that is refused for another reason is refused again', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 5));
    const follower = follow(log);
    await tell(follower);
    const refusal = new JobtrackError('REQUEST_REFUSED', { status: 400 }, { status: 400 });
    log.faults.push(refusal, refusal);
    await expect(follower.read()).rejects.toBe(refusal);
    log.add(at(6));
    expect(await tell(follower)).toEqual(['line 6']);
  });
});

describe('a log that is begun anew', () => {
  test('is told from its beginning, behind a gap', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 5));
    const follower = follow(log);
    await tell(follower);
    log.beginAnew();
    log.add(...lines(21, 23));
    expect(await tell(follower)).toEqual([
      'gap restarted, fromTime 2024-01-20T10:00:05.000Z',
      ...texts(21, 23),
    ]);
    log.add(at(24));
    expect(await tell(follower)).toEqual(['line 24']);
  });

  test('is seen when the old number is refused', async () => {
    for (const hasEnd of [true, false]) {
      const log = createFakeLog();
      const { answer } = log;
      log.add(...lines(1, 5));
      const follower = follow(log, { level: 'INFO' });
      await tell(follower);
      if (!hasEnd) log.answer = (params) => ({ ...answer(params), nextSequence: undefined });
      log.beginAnew();
      log.add(...lines(21, 23));
      log.faults.push(new JobtrackError('REQUEST_REFUSED', { status: 400 }, { status: 400 }));
      expect(await tell(follower)).toEqual([
        'gap restarted, fromTime 2024-01-20T10:00:05.000Z',
        ...texts(21, 23),
      ]);
    }
  });

  test('is seen when the old number is refused, and is another entry by now', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 5));
    const follower = follow(log);
    await tell(follower);
    log.beginAnew();
    log.add(...lines(21, 28));
    log.faults.push(new JobtrackError('REQUEST_REFUSED', { status: 400 }, { status: 400 }));
    expect((await tell(follower)).slice(0, 2)).toEqual([
      'gap restarted, fromTime 2024-01-20T10:00:05.000Z',
      'line 21',
    ]);
  });

  test('is seen although it has become longer meanwhile', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 5));
    const follower = follow(log);
    await tell(follower);
    await tell(follower);
    log.beginAnew();
    log.add(...lines(21, 40));
    expect(await tell(follower)).toEqual([
      'gap restarted, fromTime 2024-01-20T10:00:05.000Z',
      ...texts(21, 40),
    ]);
  });

  test('never goes back in time: the end of a log that was cut off is told once', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 8));
    const follower = follow(log);
    await tell(follower);
    log.beginAnew();
    log.add(...lines(1, 6), at(30));
    expect(await tell(follower)).toEqual([
      'gap restarted, fromTime 2024-01-20T10:00:08.000Z',
      'line 30',
    ]);
  });

  test('is found out also by one who has told nothing yet', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 100));
    const follower = follow(log, { tail: 0 });
    await tell(follower);
    log.beginAnew();
    log.add(...lines(101, 103));
    expect(await tell(follower)).toEqual([
      'gap restarted, fromTime 2024-01-20T10:01:40.000Z',
      ...texts(101, 103),
    ]);
  });

  test('is not mistaken for one that loses its beginning, or whose server says a wrong end', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 9));
    const follower = follow(log, { level: 'INFO' });
    await tell(follower);
    log.keep(4);
    log.add(at(10));
    expect(await tell(follower)).toEqual(['line 10']);
    const { answer } = log;
    log.answer = (params) => ({ ...answer(params), nextSequence: 0 });
    expect(await tell(follower)).toEqual([]);
    log.add(at(11));
    expect(await tell(follower)).toEqual(['line 11']);
    const before = log.asked.length;
    await tell(follower);
    expect(log.asked).toHaveLength(before + 1);
  });
});

describe('waiting', () => {
  test('is left to a server that can, once there is nothing more to read', async () => {
    const log = createFakeLog();
    const { answer } = log;
    log.answer = (params) => ({ ...answer(params), maxWaitSeconds: 30 });
    log.add(...lines(1, 12));
    const follower = follow(log, { waitSeconds: 20 });
    expect(await follower.read()).toMatchObject({ hasMore: true, canWait: true });
    expect(await follower.read()).toMatchObject({ hasMore: false, canWait: true });
    await follower.read();
    expect(log.asked.map(({ wait }) => wait)).toEqual([undefined, undefined, 20]);
    const patient = follow(log, { waitSeconds: 60 });
    await tell(patient);
    await tell(patient);
    expect(log.asked.at(-1)?.wait).toBe(30);
  });

  test('is not asked of one that can not, or by one who does not want to', async () => {
    const [can, cannot] = [createFakeLog(), createFakeLog()];
    const { answer } = can;
    can.answer = (params) => ({ ...answer(params), maxWaitSeconds: 30 });
    for (const [log, waitSeconds] of [
      [can, 0],
      [cannot, 20],
    ] as const) {
      const follower = follow(log, { waitSeconds });
      await follower.read();
      expect((await follower.read()).canWait).toBe(false);
      expect(log.asked.every((asked) => !('wait' in asked))).toBe(true);
    }
  });
});
