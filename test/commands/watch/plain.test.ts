import { describe, expect, test } from 'vitest';
import { createPlainTeller } from '../../../src/commands/watch/plain/teller.js';
import { tellAll } from '../../../src/commands/watch/tell.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { fakeContext } from '../../helpers/fake-context.js';
import { createHandClock } from '../../helpers/hand-clock.js';
import type { LookOptions } from '../../helpers/look.js';
import { at, event, JOB, OTHER, refused } from './events.js';

/** What lines tell of events that come one after the other, without a pause. */
async function told(
  events: readonly JobEvent[],
  { jobIds = [JOB], look = {} }: { jobIds?: string[]; look?: LookOptions } = {},
): Promise<string> {
  const { context, stdout } = await fakeContext({ look });
  const teller = createPlainTeller(context.io.stdout, await context.look(), '');
  const stream = (async function* () {
    yield* events;
  })();
  await tellAll({ jobIds, events: stream, clock: createHandClock(at('10:45:33')) }, teller);
  return `\n${stdout()}`;
}

const entry = (time: string, message: string, level = 'WARN') => ({
  timestamp: `2024-01-20T${time}Z`,
  level,
  component: 'Loader',
  stage: 'Load',
  message,
  details: { file: 'a.csv', line: 7 },
});

const failed = event('verdict', '10:52:00', {
  state: 'Failed',
  exitCode: 1,
  jobs: [{ jobId: JOB, jobName: 'Import', state: 'Failed', exitCode: 1 }],
  durationMs: 1_320_000,
  slowestStage: { stageName: 'Load', durationMs: 900_000 },
  failedStage: 'Load',
  reason: 'out of memory',
  lastErrors: [entry('10:51:58', 'no room\nfor more', 'ERROR')],
});

test('a job from the queue to its end: a line a change', async () => {
  const lines = await told([
    event('status', '10:29:00', { status: 'Queued', jobName: 'Import', queuePosition: 3 }),
    event('status', '10:30:00', { status: 'Running', previous: 'Queued', jobName: 'Import' }),
    event('stage', '10:30:00', { stageName: 'Load', status: 'Running' }),
    event('progress', '10:31:00', {
      percentage: 12.5,
      stageName: 'Load',
      stagePercentage: 50,
      recordsProcessed: 96_425,
      totalRecords: 192_850,
      remainingMs: 387_000,
    }),
    event('log', '10:31:01', { entry: entry('10:31:00.250', 'slow disk') }),
    event('stage', '10:32:15', {
      stageName: 'Load',
      status: 'Completed',
      previous: 'Running',
      durationMs: 135_000,
      recordsProcessed: 192_850,
    }),
    event('late', '10:40:00', { lateMs: 4_000 }),
    event('progress', '10:40:00', { percentage: 99, lateMs: 4_000 }),
    event('stall', '10:42:00', { quietMs: 120_000 }),
    event('moving', '10:43:00', { quietMs: 180_000 }),
    event('status', '10:52:00', { status: 'Completed', previous: 'Running', jobName: 'Import' }),
    event('verdict', '10:52:00', {
      state: 'Completed',
      exitCode: 0,
      jobs: [{ jobId: JOB, jobName: 'Import', state: 'Completed', exitCode: 0 }],
      durationMs: 1_320_000,
      efficiency: 87.4,
      overallEfficiency: 'Good',
      slowestStage: { stageName: 'Load', durationMs: 135_000 },
    }),
  ]);
  expect(lines).toBe(`
2024-01-20T10:29:00Z  status  Queued  place 3 in the queue  Import  cc0e8400-e29b-41d4-a716-446655440000
2024-01-20T10:30:00Z  status  Running  was Queued
2024-01-20T10:30:00Z  stage  Load  Running
2024-01-20T10:31:00Z  progress  12.5%  Load 50%  96,425 of 192,850 records  6m 27s left
2024-01-20T10:31:00.250Z  WARN  Loader  Load  slow disk  file=a.csv line=7
2024-01-20T10:32:15Z  stage  Load  Completed  took 2m 15s  192,850 records
2024-01-20T10:40:00Z  late  expected end passed 4s before
2024-01-20T10:40:00Z  progress  99%  late by 4s
2024-01-20T10:42:00Z  stalled  log, progress and resource use quiet for 2m
2024-01-20T10:43:00Z  moving  again after 3m
2024-01-20T10:52:00Z  status  Completed  was Running
2024-01-20T10:52:00Z  end  Completed  took 22m  efficiency 87.4%  overall efficiency Good  slowest stage Load 2m 15s
`);
});

test('a failure ends with the failed stage, the last errors, and how to read more', async () => {
  expect(await told([failed])).toBe(`
2024-01-20T10:52:00Z  end  Failed  failed stage Load  out of memory  took 22m  slowest stage Load 15m
  last errors:
  2024-01-20T10:51:58Z  ERROR  Loader  Load  no room\\nfor more  file=a.csv line=7
  read more with: jobtrack logs cc0e8400-e29b-41d4-a716-446655440000 --level ERROR
`);
});

test('what can not be read of a log is said, and so is what came late', async () => {
  const lines = await told([
    event('gap', '10:31:00', {
      reason: 'no-longer-kept',
      fromTime: '2024-01-20T10:30:00Z',
      toTime: '2024-01-20T10:30:30Z',
      fromSequence: 5_001,
      toSequence: 6_000,
    }),
    event('gap', '10:32:00', { reason: 'restarted' }),
    event('log', '10:33:00', { entry: entry('10:30:59', 'slow disk'), late: true }),
    event('seen', '10:33:00', { missing: { logs: refused } }),
    event('seen', '10:33:02', { missing: { logs: refused } }),
  ]);
  expect(lines).toBe(`
2024-01-20T10:31:00Z  gap  log entries are missing from 2024-01-20T10:30:00Z to 2024-01-20T10:30:30Z  numbers from 5001 to 6000  the server no longer keeps them
2024-01-20T10:32:00Z  gap  log entries are missing  the log was begun anew
2024-01-20T10:30:59Z  WARN  Loader  Load  slow disk  file=a.csv line=7  came late
2024-01-20T10:33:00Z  missing  Log  can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED
`);
});

describe('progress', () => {
  const progress = (clock: string, percentage: number) => event('progress', clock, { percentage });

  test('is told every five points or five seconds', async () => {
    const lines = await told([
      progress('10:30:00', 10),
      progress('10:30:01', 14.9),
      progress('10:30:02', 15),
      progress('10:30:06.999', 16),
      progress('10:30:07', 17),
    ]);
    expect(lines).toBe(`
2024-01-20T10:30:00Z  progress  10%
2024-01-20T10:30:02Z  progress  15%
2024-01-20T10:30:07Z  progress  17%
`);
  });

  test('is told at its last once the job has ended', async () => {
    const lines = await told([
      progress('10:30:00', 10),
      progress('10:30:01', 11),
      progress('10:30:02', 12),
      event('status', '10:30:02', { status: 'Cancelled', previous: 'Running', reason: 'by hand' }),
    ]);
    expect(lines).toBe(`
2024-01-20T10:30:00Z  progress  10%
2024-01-20T10:30:02Z  progress  12%
2024-01-20T10:30:02Z  status  Cancelled  was Running  by hand
`);
  });
});

test('an outage is told once, until its cause changes or it is over', async () => {
  const stale = (clock: string, cause: 'unreachable' | 'not-understood', ageMs?: number) =>
    event('stale', clock, { ageMs, nextTryMs: at(clock) + 4_000, cause, error: refused });
  const lines = await told([
    stale('10:30:00', 'unreachable'),
    stale('10:30:04', 'unreachable', 4_000),
    stale('10:30:08', 'not-understood', 8_000),
    event('fresh', '10:30:12', { ageMs: 12_000 }),
    stale('10:31:00', 'unreachable', 2_000),
  ]);
  expect(lines).toBe(`
2024-01-20T10:30:00Z  no answer  can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED  none yet  next try 2024-01-20T10:30:04Z
2024-01-20T10:30:08Z  no answer  can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED  last answer 8s before  next try 2024-01-20T10:30:12Z
2024-01-20T10:30:12Z  answering  again after 12s
2024-01-20T10:31:00Z  no answer  can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED  last answer 2s before  next try 2024-01-20T10:31:04Z
`);
});

test('a job that is waited for is missing, which is not the same as no answer', async () => {
  const lines = await told([
    event('stale', '10:30:00', {
      ageMs: undefined,
      nextTryMs: at('10:30:02'),
      cause: 'not-there-yet',
      error: refused,
    }),
  ]);
  expect(lines).toBe(`
2024-01-20T10:30:00Z  missing  the server does not know this job yet  next try 2024-01-20T10:30:02Z
`);
});

test('of several jobs each line says whose it is, and the end has a line for each', async () => {
  const lines = await told(
    [
      event('status', '10:30:00', { status: 'Running', jobName: 'Import' }),
      event('status', '10:30:00', { jobId: OTHER, status: 'Queued' }),
      event('progress', '10:30:00', { percentage: 5, stageName: 'Load' }),
      event('log', '10:30:01', { entry: entry('10:30:00', 'slow disk') }),
      event('verdict', '10:52:00', {
        state: 'TimedOut',
        exitCode: 124,
        jobs: [
          { jobId: JOB, jobName: 'Import', state: 'Completed', exitCode: 0 },
          { jobId: OTHER, state: 'Queued' },
        ],
      }),
    ],
    { jobIds: [JOB, OTHER] },
  );
  expect(lines).toBe(`
2024-01-20T10:30:00Z  cc0e8400  Import  status  Running  cc0e8400-e29b-41d4-a716-446655440000
2024-01-20T10:30:00Z  dd0e8400  status  Queued  dd0e8400-e29b-41d4-a716-446655440001
2024-01-20T10:30:00Z  cc0e8400  Import  progress  5%  Load
2024-01-20T10:30:00Z  cc0e8400  Import  WARN  Loader  Load  slow disk  file=a.csv line=7
2024-01-20T10:52:00Z  cc0e8400  Import  end  Completed
2024-01-20T10:52:00Z  dd0e8400  end  Queued
2024-01-20T10:52:00Z  end  Timed out
`);
});

test('it speaks the language of the user, in the zone of the user', async () => {
  const events = [
    event('status', '10:30:00', { status: 'Running', jobName: '顧客' }),
    event('progress', '10:31:00', { percentage: 78.5, remainingMs: 387_000 }),
    failed,
  ];
  expect(await told(events, { look: { language: 'ja', timeZone: 'Asia/Tokyo' } })).toBe(`
2024-01-20T19:30:00+09:00  状態  実行中  顧客  cc0e8400-e29b-41d4-a716-446655440000
2024-01-20T19:31:00+09:00  進捗  78.5%  残り 6分27秒
2024-01-20T19:52:00+09:00  終了  失敗  失敗したステージ Load  out of memory  所要 22分  最も遅いステージ Load 15分
  最後のエラー:
  2024-01-20T19:51:58+09:00  ERROR  Loader  Load  no room\\nfor more  file=a.csv line=7
  詳しくは: jobtrack logs cc0e8400-e29b-41d4-a716-446655440000 --level ERROR
`);
  expect(await told(events, { look: { language: 'tr', timeZone: 'Europe/Istanbul' } })).toBe(`
2024-01-20T13:30:00+03:00  durum  Çalışıyor  顧客  cc0e8400-e29b-41d4-a716-446655440000
2024-01-20T13:31:00+03:00  ilerleme  %78,5  kalan 6 dk 27 sn
2024-01-20T13:52:00+03:00  sonuç  Başarısız  başarısız aşama Load  out of memory  süre 22 dk  en yavaş aşama Load 15 dk
  son hatalar:
  2024-01-20T13:51:58+03:00  ERROR  Loader  Load  no room\\nfor more  file=a.csv line=7
  devamı için: jobtrack logs cc0e8400-e29b-41d4-a716-446655440000 --level ERROR
`);
});

describe('after a minute of silence there is a sign of life', () => {
  /** The lines of a watch that tells `events`, and then nothing for so long. */
  async function silent(events: readonly JobEvent[], silenceMs: number, jobIds = [JOB]) {
    const { context, stdout } = await fakeContext();
    const clock = createHandClock(at('10:45:33'));
    const over = new AbortController();
    const stream = (async function* () {
      yield* events;
      await new Promise((resolve) => over.signal.addEventListener('abort', resolve));
    })();
    const teller = createPlainTeller(context.io.stdout, await context.look(), '');
    const telling = tellAll({ jobIds, events: stream, clock }, teller);
    await clock.advance(silenceMs);
    over.abort();
    await telling;
    return `\n${stdout()}`;
  }

  const running = (jobId: string, jobName: string) =>
    event('status', '10:45:33', { jobId, status: 'Running', jobName });

  test('with status, percentage and how long it runs', async () => {
    const body = {
      status: 'Running',
      overallProgress: { percentage: 85, startTime: '2024-01-20T10:30:00Z' },
    };
    const seen = event('seen', '10:45:33', { progress: body });
    expect(await silent([seen, running(JOB, 'Import')], 59_999)).not.toContain('still');
    expect(await silent([seen, running(JOB, 'Import')], 120_000)).toBe(`
2024-01-20T10:45:33Z  status  Running  Import  cc0e8400-e29b-41d4-a716-446655440000
2024-01-20T10:46:33Z  still  Running  85%  for 16m 33s
2024-01-20T10:47:33Z  still  Running  85%  for 17m 33s
`);
  });

  test('of several jobs, with how many there are of each status', async () => {
    const events = [running(JOB, 'Import'), running(OTHER, 'Export')];
    expect(await silent(events, 60_000, [JOB, OTHER])).toBe(`
2024-01-20T10:45:33Z  cc0e8400  Import  status  Running  cc0e8400-e29b-41d4-a716-446655440000
2024-01-20T10:45:33Z  dd0e8400  Export  status  Running  dd0e8400-e29b-41d4-a716-446655440001
2024-01-20T10:46:33Z  still  2 Running
`);
  });

  test('without an answer, that there still is none', async () => {
    const stale = event('stale', '10:45:33', {
      ageMs: 2_000,
      nextTryMs: at('10:46:03'),
      cause: 'unreachable',
      error: refused,
    });
    expect(await silent([stale], 120_000)).toBe(`
2024-01-20T10:45:33Z  no answer  can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED  last answer 2s before  next try 2024-01-20T10:46:03Z
2024-01-20T10:46:33Z  no answer  can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED  last answer 1m 2s before  next try 2024-01-20T10:46:03Z
2024-01-20T10:47:33Z  no answer  can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED  last answer 2m 2s before  next try 2024-01-20T10:46:03Z
`);
    expect(await silent([], 60_000)).toBe(`
2024-01-20T10:46:33Z  no answer  none yet
`);
  });
});
