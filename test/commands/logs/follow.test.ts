import { describe, expect, test } from 'vitest';
import type { Client } from '../../../src/client/types.js';
import type { RawFlags } from '../../../src/commands/definition.js';
import { parseLogsOptions } from '../../../src/commands/logs/options.js';
import { run } from '../../../src/commands/logs/run.js';
import type { LogEntry, ProgressBody } from '../../../src/contract/index.js';
import { type ErrorCode, JobtrackError } from '../../../src/errors/index.js';
import { at, createFakeLog, type FakeLog, lines } from '../../client/follow/fake-log.js';
import { answerWith, type FakeContextOptions, fakeContext } from '../../helpers/fake-context.js';

/** What happens before a request of the log is answered; an error is what it is answered with. */
type Happening = (log: FakeLog) => Error | void;

const nothing: Happening = () => {};
const add =
  (...entries: LogEntry[]): Happening =>
  (log) =>
    log.add(...entries);
const end =
  (status: string): Happening =>
  (log) => {
    log.status = status;
  };
const fail =
  (error: Error): Happening =>
  () =>
    error;

const unreachable = new JobtrackError('NETWORK', {
  origin: 'https://jobs.example.com',
  reason: 'ECONNREFUSED',
  attempts: 1,
});

interface Followed extends FakeContextOptions {
  log?: FakeLog;
  progress?: Client['progress'];
}

/** Follows a log to which this happens, a thing a request. After the last one nothing happens any more. */
async function follow(
  flags: RawFlags,
  happenings: readonly Happening[],
  { log = createFakeLog(), progress, ...options }: Followed = {},
) {
  const left = [...happenings];
  const client: Partial<Client> = {
    logs: async (jobId, params) => {
      const error = left.shift()?.(log);
      if (error instanceof Error) throw error;
      return log.client.logs(jobId, params);
    },
    ...(progress && { progress }),
  };
  const { context, stdout, stderr } = await fakeContext({ client, ...options });
  const clock = context.clock as typeof context.clock & { waits: number[] };
  const code = await run(parseLogsOptions([], { follow: true, ...flags }), context).catch(
    (error: JobtrackError) => error.code,
  );
  return { code, stdout: stdout(), stderr: stderr(), waits: clock.waits, log };
}

describe('a followed log', () => {
  test('is shown as it grows, until its job has ended and nothing more is logged', async () => {
    const { code, stdout, stderr, waits } = await follow({}, [
      add(...lines(1, 2)),
      nothing,
      add(at(3)),
      (log) => {
        log.status = 'Completed';
        log.add(at(4));
      },
      add(at(5)),
    ]);
    expect(stdout).toBe(`\
2024-01-20T10:00:01Z  INFO  -  -  line 1
2024-01-20T10:00:02Z  INFO  -  -  line 2
2024-01-20T10:00:03Z  INFO  -  -  line 3
2024-01-20T10:00:04Z  INFO  -  -  line 4
2024-01-20T10:00:05Z  INFO  -  -  line 5
`);
    expect(stderr).toBe('the job has ended: Completed\n');
    expect(code).toBe(0);
    expect(waits.every((wait) => wait >= 1_000 && wait <= 2_200)).toBe(true);
  });

  test.each([
    ['Completed', 0],
    ['Failed', 1],
    ['Cancelled', 3],
    ['İptal Edildi', 3],
  ])('of a job that ends as %s exits with %i', async (status, code) => {
    expect((await follow({}, [end(status)])).code).toBe(code);
  });

  test('fails when an entry was there that makes it fail, however the job ends', async () => {
    const error = add(at(1, 'broken', { level: 'ERROR' }));
    expect((await follow({ failOn: 'ERROR' }, [error, end('Completed')])).code).toBe(1);
    expect((await follow({ failOn: 'ERROR' }, [error, end('Cancelled')])).code).toBe(1);
    expect((await follow({ failOn: 'ERROR', grep: 'x' }, [error, end('Completed')])).code).toBe(0);
  });

  test('shows what the options choose', async () => {
    const { stdout } = await follow(
      { level: 'INFO', grep: 'line', exclude: '3$', since: '2024-01-20T10:00:02Z', details: false },
      [
        add(at(1), at(2), at(3), at(4, 'line 4', { details: { key: 'value' } }), at(5, 'other')),
        end('Completed'),
      ],
    );
    expect(stdout).toBe(`\
2024-01-20T10:00:02Z  INFO  -  -  line 2
2024-01-20T10:00:04Z  INFO  -  -  line 4
`);
  });

  test('begins with the last entries that match, or with what is new', async () => {
    const log = createFakeLog();
    log.add(...lines(1, 500));
    const happenings = [nothing, nothing, nothing, nothing, add(at(501)), end('Completed')];
    const some = await follow({ tail: '2', grep: '[05]$' }, happenings, { log });
    expect(some.stdout.match(/line \d+/g)).toEqual(['line 495', 'line 500']);
    const other = createFakeLog();
    other.add(...lines(1, 500));
    const none = await follow({ tail: '0' }, happenings, { log: other });
    expect(none.stdout.match(/line \d+/g)).toEqual(['line 501']);
  });

  test('ends after as many entries as were asked for: the first line that says something', async () => {
    const happenings = [add(...lines(1, 3)), nothing, add(at(4, 'ready'), at(5, 'ready again'))];
    const { code, stdout, stderr } = await follow({ tail: '0', grep: 'ready', limit: '1' }, [
      nothing,
      ...happenings,
    ]);
    expect(stdout).toBe('2024-01-20T10:00:04Z  INFO  -  -  ready\n');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});

describe('its forms', () => {
  const late = [add(at(10)), add(at(3, 'from before'), at(11)), end('Completed')];
  const cut = [
    add(...lines(1, 3)),
    (log: FakeLog) => {
      log.add(...lines(4, 9));
      log.keep(1);
    },
    end('Failed'),
  ];

  test('a line a entry in a pipe, late ones marked', async () => {
    expect((await follow({}, late)).stdout).toBe(`\
2024-01-20T10:00:10Z  INFO  -  -  line 10
2024-01-20T10:00:03Z  INFO  -  -  from before  came late
2024-01-20T10:00:11Z  INFO  -  -  line 11
`);
  });

  test('a gap is a line in its place', async () => {
    expect((await follow({ level: 'DEBUG' }, cut)).stdout).toBe(`\
2024-01-20T10:00:01Z  INFO  -  -  line 1
2024-01-20T10:00:02Z  INFO  -  -  line 2
2024-01-20T10:00:03Z  INFO  -  -  line 3
2024-01-20T10:00:03Z  gap  log entries are missing from 2024-01-20T10:00:03Z to 2024-01-20T10:00:09Z  numbers from 4 to 8  the server no longer keeps them
2024-01-20T10:00:09Z  INFO  -  -  line 9
`);
  });

  test('plain entries as ndjson, late ones with a field that says so, gaps with a type', async () => {
    const objects = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const first = await follow({}, late, { form: 'ndjson' });
    expect(objects(first.stdout)).toEqual([
      { ...at(10), sequence: 1 },
      { ...at(3, 'from before'), sequence: 2, late: true },
      { ...at(11), sequence: 3 },
    ]);
    const second = await follow({ level: 'DEBUG' }, cut, { form: 'ndjson' });
    expect(objects(second.stdout)[3]).toEqual({
      type: 'gap',
      version: 1,
      jobId: 'cc0e8400-e29b-41d4-a716-446655440000',
      time: '2024-01-20T10:00:03.000Z',
      reason: 'no-longer-kept',
      fromTime: '2024-01-20T10:00:03.000Z',
      toTime: '2024-01-20T10:00:09.000Z',
      fromSequence: 4,
      toSequence: 8,
    });
  });

  test('on a terminal in columns that grow with what comes, the gap and the mark in their places', async () => {
    const happenings = [
      add(at(1, 'line 1', { component: 'db' }), at(2, 'line 2', { component: 'db' })),
      (log: FakeLog) => {
        log.add(...lines(3, 5), at(6, 'line 6', { component: 'Scheduler', stage: 'Load' }));
        log.keep(1);
      },
      add(at(3, 'from before', { component: 'db' }), at(7, 'line 7', { component: 'db' })),
      end('Completed'),
    ];
    const { stdout } = await follow({ level: 'DEBUG' }, happenings, {
      look: { terminal: true, width: 80 },
    });
    expect(`\n${stdout}`).toBe(`
10:00:01  INFO  db  line 1
10:00:02  INFO  db  line 2
▲ log entries are missing from 10:00:02 to 10:00:06  numbers from 3 to 5  the
server no longer keeps them
10:00:06  INFO  Scheduler  Load  line 6
10:00:03  INFO  db               from before  came late
10:00:07  INFO  db               line 7
`);
  });

  test('one document is refused, and what to use instead is said', async () => {
    const { code, stdout } = await follow({}, [], { form: 'json' });
    expect(code).toBe('CONFLICTING_OPTIONS');
    expect(stdout).toBe('');
  });
});

describe('trouble', () => {
  test('is said once, and once that it is over; every line is shown once', async () => {
    const { stdout, stderr, code, waits } = await follow({}, [
      add(...lines(1, 2)),
      fail(unreachable),
      fail(unreachable),
      fail(new JobtrackError('IDLE', { origin: 'https://jobs.example.com', idleMs: 15_000 })),
      add(at(3)),
      end('Completed'),
    ]);
    expect(stdout.match(/line \d/g)).toEqual(['line 1', 'line 2', 'line 3']);
    expect(stderr).toBe(`\
can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED; the next try is in 2s
there are answers again, after 6s
the job has ended: Completed
`);
    expect(code).toBe(0);
    expect(waits.slice(1, 4)).toEqual([2_000, 2_000, 2_000]);
  });

  test('is waited for as long as the server asks', async () => {
    const busy = new JobtrackError('RATE_LIMITED', {
      origin: 'https://jobs.example.com',
      attempts: 1,
      retryAfterMs: 90_000,
    });
    const { waits, stderr } = await follow({}, [nothing, fail(busy), end('Completed')]);
    expect(waits[1]).toBe(90_000);
    expect(stderr).toContain('asks for fewer requests (429); the next try is in 1m 30s\n');
  });

  test('for an hour is no end', async () => {
    const hour = Array.from({ length: 400 }, () => fail(unreachable));
    const { stdout, code } = await follow({}, [add(at(1)), ...hour, add(at(2)), end('Completed')]);
    expect(stdout.match(/line \d/g)).toEqual(['line 1', 'line 2']);
    expect(code).toBe(0);
  });

  const refusals: [ErrorCode, JobtrackError][] = [
    ['UNAUTHENTICATED', new JobtrackError('UNAUTHENTICATED', { origin: 'o', tokenSent: true })],
    ['FORBIDDEN', new JobtrackError('FORBIDDEN', { origin: 'o' })],
    ['NOT_FOUND', new JobtrackError('NOT_FOUND', { path: '/' })],
    ['REQUEST_REFUSED', new JobtrackError('REQUEST_REFUSED', { status: 422 })],
  ];
  test.each(refusals)('that no wait mends ends it: %s', async (code, error) => {
    expect((await follow({}, [fail(error)])).code).toBe(code);
    expect((await follow({}, [add(at(1)), fail(error)])).code).toBe(code);
  });

  test('from the start is that of any command: a few tries, then the error', async () => {
    const { code, waits, stderr } = await follow({}, [
      fail(unreachable),
      fail(unreachable),
      fail(unreachable),
    ]);
    expect(code).toBe('NETWORK');
    expect(waits).toHaveLength(2);
    expect(stderr).toBe('');
    const late = await follow({}, [
      fail(unreachable),
      fail(unreachable),
      add(at(1)),
      end('Completed'),
    ]);
    expect(late.code).toBe(0);
  });
});

describe('a log that does not say how its job is doing', () => {
  const silent = () => {
    const log = createFakeLog();
    const { answer } = log;
    log.answer = (params) => ({ ...answer(params), jobStatus: undefined });
    return log;
  };

  test('is asked about by the progress, now and then, and ends with the job', async () => {
    let asked = 0;
    const progress: Client['progress'] = async () => {
      asked += 1;
      return answerWith({
        status: asked < 4 ? 'Running' : 'Failed',
        overallProgress: {},
      } as ProgressBody);
    };
    const { code, stdout, log } = await follow({}, [add(at(1))], { log: silent(), progress });
    expect(stdout).toBe('2024-01-20T10:00:01Z  INFO  -  -  line 1\n');
    expect(code).toBe(1);
    expect(asked).toBe(4);
    expect(log.asked.length).toBeGreaterThan(12);
  });

  test('is followed also where the progress can not be had', async () => {
    const progress: Client['progress'] = async () => {
      throw unreachable;
    };
    const { stdout } = await follow({ limit: '1' }, [nothing, nothing, add(at(1))], {
      log: silent(),
      progress,
    });
    expect(stdout).toBe('2024-01-20T10:00:01Z  INFO  -  -  line 1\n');
  });
});

test('a server that waits is read on almost at once, one that is kept from it is not', async () => {
  const log = createFakeLog();
  const { answer } = log;
  log.answer = (params) => ({ ...answer(params), maxWaitSeconds: 30 });
  const happenings = [add(at(1)), add(at(2)), nothing, add(at(3)), end('Completed')];
  const { waits, stdout } = await follow({}, happenings, { log });
  expect(stdout.match(/line \d/g)).toEqual(['line 1', 'line 2', 'line 3']);
  expect(log.asked.map(({ wait }) => wait)).toEqual([undefined, 10, 10, 10, 10, 10]);
  expect(waits).toEqual([25, 25, 1_800, 25]);
});
