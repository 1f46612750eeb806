import { expect, test } from 'vitest';
import type { Client, LogGap } from '../../../src/client/types.js';
import type { RawFlags } from '../../../src/commands/definition.js';
import { parseLogsOptions } from '../../../src/commands/logs/options.js';
import { run } from '../../../src/commands/logs/run.js';
import type { LogEntry, LogsBody, LogsParams } from '../../../src/contract/index.js';
import { example } from '../../helpers/examples.js';
import { answerWith, type FakeContextOptions, fakeContext } from '../../helpers/fake-context.js';

type Asked = LogsParams & { limit: number };

/** A client whose log has these pages, whatever it is asked. */
function clientWith(pages: readonly LogsBody[], gap?: LogGap) {
  const asked: Asked[] = [];
  const logPages: Client['logPages'] = async function* (_jobId, params) {
    asked.push(params);
    for (const page of pages) yield { answer: answerWith(page), ...(gap && { gap }) };
  };
  return { client: { logPages }, asked };
}

const exampleBody = example<LogsBody>('ja', 'logs');

async function logs(
  flags: RawFlags,
  pages: readonly LogsBody[] = [exampleBody],
  options: FakeContextOptions = {},
) {
  const { client, asked } = clientWith(pages);
  const { context, stdout, stderr } = await fakeContext({ client, ...options });
  const code = await run(parseLogsOptions([], flags), context);
  return { code, stdout: stdout(), stderr: stderr(), asked };
}

const entry = (second: number, fields: Partial<LogEntry> = {}): LogEntry => ({
  timestamp: new Date(Date.UTC(2024, 0, 20, 10, 0, second)).toISOString(),
  level: 'INFO',
  message: `entry ${second}`,
  ...fields,
});

const page = (...entries: LogEntry[]): LogsBody => ({ logs: entries });

const messagesOf = (ndjson: string): string[] =>
  ndjson
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as LogEntry).message ?? '');

test('in a pipe stdout is a line an entry and the summary goes to stderr', async () => {
  const { code, stdout, stderr } = await logs({ level: 'WARN' });
  expect(code).toBe(0);
  expect(stdout).toBe(`\
2024-01-20T10:38:22Z  WARN  DataValidator  Data Processing  Found 125 records with missing timestamps  affectedRecords=125 action="Timestamp inferred from surrounding events" impactOnAnalysis=Minimal
2024-01-20T10:41:10Z  ERROR  AnalyticsEngine  Analysis  Memory limit exceeded during bottleneck analysis  memoryUsage="3.8 GB" memoryLimit="4.0 GB" action="Switching to disk-based processing" retry=true
`);
  expect(stderr).toBe(`\
2 of 247 entries: 1 error, 1 warning  in the log: 2 errors, 11 warnings, 145 info, 89 debug
Customer Journey Analysis Running  stage Output Generation 78%  overall 85%  rate 1,250 records/s  memory 2.3 GB  CPU 67%  ends 2024-01-20T10:52:00Z
`);
});

test('on a terminal the summary stands below the entries', async () => {
  const { stdout, stderr } = await logs({ level: 'ERROR' }, [exampleBody], {
    look: { terminal: true },
  });
  expect(stdout).toBe(`\
10:41:10  ERROR  AnalyticsEngine  Memory limit exceeded during bottleneck
                                  analysis
                 stage Analysis  memoryUsage 3.8 GB  memoryLimit 4.0 GB
                 action Switching to disk-based processing  retry yes

1 of 247 entries: 1 error  in the log: 2 errors, 11 warnings, 145 info, 89 debug
Customer Journey Analysis Running  stage Output Generation 78%  overall 85%
rate 1,250 records/s  memory 2.3 GB  CPU 67%  ends 10:52:00 (in 6m 27s)
`);
  expect(stderr).toBe('');
});

test('json is the body as it came, with the entries that match', async () => {
  const { stdout, stderr } = await logs({ level: 'ERROR' }, [exampleBody], { form: 'json' });
  expect(JSON.parse(stdout)).toEqual({ ...exampleBody, logs: [exampleBody.logs[3]] });
  expect(stderr).toBe('');
});

test('json of several pages is one document with all entries and the rest of the last answer', async () => {
  const pages = [
    { ...page(entry(1), entry(2)), nextSequence: 2 },
    { ...page(entry(3)), nextSequence: 3 },
  ];
  const { stdout } = await logs({ limit: '20000' }, pages, { form: 'json' });
  expect(JSON.parse(stdout)).toEqual({ logs: [entry(1), entry(2), entry(3)], nextSequence: 3 });
});

test('ndjson is an entry a line as it came', async () => {
  const { stdout } = await logs({}, [exampleBody], { form: 'ndjson' });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(exampleBody.logs);
});

test('the level is the one of the flag, else of the settings, and is checked again here', async () => {
  expect((await logs({ level: 'DEBUG' }, [exampleBody], { level: 'ERROR' })).asked[0]?.level).toBe(
    'DEBUG',
  );
  const { stdout, asked } = await logs({}, [exampleBody], { level: 'ERROR', form: 'ndjson' });
  expect(asked[0]?.level).toBe('ERROR');
  expect(messagesOf(stdout)).toEqual(['Memory limit exceeded during bottleneck analysis']);
});

test('times are told by the clock and the zone of the settings', async () => {
  const { asked } = await logs({ since: 'today', until: '15m' }, [exampleBody], {
    look: { timeZone: 'Europe/Istanbul' },
  });
  expect(asked[0]).toEqual({
    level: 'INFO',
    fromTime: '2024-01-19T21:00:00.000Z',
    toTime: '2024-01-20T10:30:33.000Z',
    limit: 1000,
  });
});

test('a time that is none, and an end before the beginning, are refused before any request', async () => {
  await expect(logs({ since: 'soon' })).rejects.toThrow('--since: "soon" is not an RFC 3339 time');
  await expect(logs({ since: '1h', until: '2h' })).rejects.toThrow(
    '--until: "2h" is not a time at or after 2024-01-20T09:45:33.000Z',
  );
});

test('with filters the limit counts what matches, over all pages', async () => {
  const pages = [page(entry(1), entry(2)), page(entry(11), entry(12)), page(entry(13))];
  const { stdout, asked } = await logs({ grep: '1', limit: '2' }, pages, { form: 'ndjson' });
  expect(messagesOf(stdout)).toEqual(['entry 1', 'entry 11']);
  expect(asked[0]?.limit).toBe(Infinity);
});

test('a search finds a detail in the form of a pipe and of a terminal', async () => {
  const search = async (grep: string) =>
    messagesOf((await logs({ grep }, [exampleBody], { form: 'ndjson' })).stdout);
  expect(await search('expectedRecords=192850')).toEqual([exampleBody.logs[0]?.message]);
  expect(await search('expectedRecords 192,850')).toEqual([exampleBody.logs[0]?.message]);
});

test('the tail is the last entries that match, of the whole log', async () => {
  const pages = [page(entry(1), entry(2), entry(3)), page(entry(4, { level: 'WARN' }), entry(5))];
  const { stdout, asked } = await logs({ tail: '3', exclude: '3' }, pages, { form: 'ndjson' });
  expect(messagesOf(stdout)).toEqual(['entry 2', 'entry 4', 'entry 5']);
  expect(asked[0]?.limit).toBe(Infinity);
});

test('no entries are said on stderr and are no failure', async () => {
  const { code, stdout, stderr } = await logs({ level: 'ERROR', since: '15m' }, [page(entry(1))]);
  expect(code).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain('no entries at ERROR or above since 2024-01-20T10:30:33Z\n');
  expect((await logs({ grep: 'x' }, [page()])).stderr).toBe(
    'no matching entries at INFO or above\n',
  );
});

test('that there are none stands before what the server counts, and tells whole seconds', async () => {
  const nothing = { ...exampleBody, logs: [] };
  const { stderr } = await logs({ since: '15m1ms' }, [nothing]);
  expect(stderr.split('\n').slice(0, 2)).toEqual([
    'no entries at INFO or above since 2024-01-20T10:30:32Z',
    'in the log: 2 errors, 11 warnings, 145 info, 89 debug',
  ]);
});

test('no entries are an empty list in json', async () => {
  const { stdout, stderr } = await logs({}, [page()], { form: 'json' });
  expect(stdout).toBe('{"logs":[]}\n');
  expect(stderr).toBe('no entries at INFO or above\n');
});

test('a limit that was reached is said with how to get more', async () => {
  const { stderr } = await logs({ limit: '2' }, [page(entry(1), entry(2))], { form: 'json' });
  expect(stderr).toBe(
    'stopped at the limit of 2, there may be more entries: raise --limit, or see the last ones with --tail\n',
  );
});

test('a limit that is just enough by the count of the server is not spoken of', async () => {
  const logsSummary = { errorEntries: 0, warnEntries: 0, infoEntries: 2, debugEntries: 7 };
  const { stderr } = await logs({ limit: '2' }, [{ ...page(entry(1), entry(2)), logsSummary }], {
    form: 'json',
  });
  expect(stderr).toBe('');
});

test('a hole in the log is said on stderr', async () => {
  const gap = {
    fromTime: '2024-01-20T10:00:01Z',
    toTime: '2024-01-20T10:00:02Z',
    reason: 'too-many-at-one-time',
  } as const;
  const { client } = clientWith([page(entry(3))], gap);
  const { context, stdout, stderr } = await fakeContext({ client, form: 'ndjson' });
  await run(parseLogsOptions([], {}), context);
  expect(messagesOf(stdout())).toEqual(['entry 3']);
  expect(stderr()).toBe(
    'entries are missing from 2024-01-20T10:00:01Z to 2024-01-20T10:00:02Z: the server has too many at one time\n',
  );
});

test.each([
  [{ level: 'ERROR', failOn: 'ERROR' }, 1],
  [{ failOn: 'WARN' }, 1],
  [{ failOn: 'ERROR', grep: 'Generating' }, 0],
  [{ failOn: 'ERROR', component: ['AnalyticsEngine'] }, 1],
  [{ failOn: 'ERROR', tail: '1' }, 1],
  [{}, 0],
] satisfies [RawFlags, number][])('%j ends with %i', async (flags, code) => {
  const result = await logs(flags);
  expect(result.code).toBe(code);
  expect(result.stdout).not.toBe('');
});

test('an error beyond the limit fails too, and is said', async () => {
  const pages = [page(entry(1), entry(2, { level: 'ERROR' }))];
  const { code, stdout, stderr, asked } = await logs({ limit: '1', failOn: 'ERROR' }, pages, {
    form: 'ndjson',
  });
  expect(code).toBe(1);
  expect(messagesOf(stdout)).toEqual(['entry 1']);
  expect(asked[1]).toEqual({ level: 'ERROR', fromTime: entry(1).timestamp, limit: Infinity });
  expect(stderr).toContain(
    'an entry at ERROR or above lies beyond the ones shown: 2024-01-20T10:00:02Z\n',
  );
});
