import { describe, expect, test } from 'vitest';
import { createJsonTeller, createNdjsonTeller } from '../../../src/commands/watch/ndjson.js';
import { type Teller, tellAll } from '../../../src/commands/watch/tell.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { fakeContext } from '../../helpers/fake-context.js';
import { createHandClock } from '../../helpers/hand-clock.js';
import { schemaProblems } from '../../helpers/watch-schema.js';
import { at, event, JOB, OTHER, refused } from './events.js';

type Told = { type: string } & Record<string, unknown>;

/** Tells events with a teller that writes to a pipe; what came out of it. */
async function told(
  events: readonly JobEvent[],
  create: (context: Awaited<ReturnType<typeof fakeContext>>['context']) => Teller,
): Promise<string> {
  const { context, stdout } = await fakeContext();
  const stream = (async function* () {
    yield* events;
  })();
  const clock = createHandClock(at('10:45:33'));
  await tellAll({ jobIds: [JOB], events: stream, clock }, create(context));
  return stdout();
}

/** The objects of ndjson, one a line. */
async function objects(...events: JobEvent[]): Promise<Told[]> {
  const text = await told(events, ({ io, messages }) => createNdjsonTeller(io.stdout, messages));
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const about = (type: string, time: string) => ({
  type,
  version: 1,
  jobId: JOB,
  time: `2024-01-20T${time}Z`,
});

const entry = {
  timestamp: '2024-01-20T10:31:00',
  level: 'Uyarı',
  message: 'yavaş disk',
  details: { file: 'a.csv', nested: { line: 7 } },
  sequence: 12,
  ownField: true,
};

const verdict = event('verdict', '10:52:00', {
  state: 'Failed',
  exitCode: 1,
  jobs: [
    { jobId: JOB, jobName: 'Import', state: 'Failed', exitCode: 1 },
    { jobId: OTHER, state: 'Unknown' },
  ],
  durationMs: 1_320_000,
  efficiency: 87.4,
  overallEfficiency: 'Good',
  slowestStage: { stageName: 'Load', durationMs: 900_000 },
  failedStage: 'Load',
  reason: 'out of memory',
  lastErrors: [{ timestamp: '2024-01-20T10:51:58Z', level: 'ERROR', message: 'no room' }],
});

const toldVerdict = {
  ...about('verdict', '10:52:00.000'),
  state: 'Failed',
  exitCode: 1,
  jobs: [
    { jobId: JOB, jobName: 'Import', state: 'Failed', exitCode: 1 },
    { jobId: OTHER, state: 'Unknown' },
  ],
  durationMs: 1_320_000,
  efficiency: 87.4,
  overallEfficiency: 'Good',
  slowestStage: { stageName: 'Load', durationMs: 900_000 },
  failedStage: 'Load',
  reason: 'out of memory',
  lastErrors: [{ timestamp: '2024-01-20T10:51:58Z', level: 'ERROR', message: 'no room' }],
};

const error = {
  code: 'NETWORK',
  message: "can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED",
  status: null,
  requestId: null,
};

/** Events, each with everything that it can have, and the objects that they are. */
const pairs: readonly [JobEvent, Told][] = [
  [
    event('status', '10:30:00', {
      status: 'Queued',
      previous: 'Pending',
      jobName: 'Import',
      queuePosition: 3,
      reason: 'none',
    }),
    {
      ...about('status', '10:30:00.000'),
      status: 'Queued',
      previous: 'Pending',
      jobName: 'Import',
      queuePosition: 3,
      reason: 'none',
    },
  ],
  [
    event('stage', '10:30:00.250', {
      stageName: 'Load',
      status: 'Completed',
      previous: 'Running',
      durationMs: 135_000,
      recordsProcessed: 192_850,
    }),
    {
      ...about('stage', '10:30:00.250'),
      stageName: 'Load',
      status: 'Completed',
      previous: 'Running',
      durationMs: 135_000,
      recordsProcessed: 192_850,
    },
  ],
  [
    event('progress', '10:31:00', {
      percentage: 12.5,
      stageName: 'Load',
      stagePercentage: 50,
      recordsProcessed: 96_425,
      totalRecords: 192_850,
      remainingMs: 387_000,
      lateMs: 0,
    }),
    {
      ...about('progress', '10:31:00.000'),
      percentage: 12.5,
      stageName: 'Load',
      stagePercentage: 50,
      recordsProcessed: 96_425,
      totalRecords: 192_850,
      remainingMs: 387_000,
      lateMs: 0,
    },
  ],
  [
    event('gap', '10:32:00', {
      reason: 'no-longer-kept',
      fromTime: '2024-01-20T10:30:00Z',
      toTime: '2024-01-20T10:30:30Z',
      fromSequence: 5_001,
      toSequence: 6_000,
    }),
    {
      ...about('gap', '10:32:00.000'),
      reason: 'no-longer-kept',
      fromTime: '2024-01-20T10:30:00Z',
      toTime: '2024-01-20T10:30:30Z',
      fromSequence: 5_001,
      toSequence: 6_000,
    },
  ],
  [
    event('late', '10:33:00', { lateMs: 4_000 }),
    { ...about('late', '10:33:00.000'), lateMs: 4_000 },
  ],
  [
    event('stall', '10:34:00', { quietMs: 120_000 }),
    { ...about('stall', '10:34:00.000'), quietMs: 120_000 },
  ],
  [
    event('moving', '10:35:00', { quietMs: 180_000 }),
    { ...about('moving', '10:35:00.000'), quietMs: 180_000 },
  ],
  [
    event('stale', '10:36:00', {
      ageMs: 2_000,
      nextTryMs: at('10:36:04'),
      cause: 'unreachable',
      error: refused,
    }),
    {
      type: 'stale',
      version: 1,
      time: '2024-01-20T10:36:00.000Z',
      ageMs: 2_000,
      nextTryTime: '2024-01-20T10:36:04.000Z',
      cause: 'unreachable',
      error,
    },
  ],
  [
    event('fresh', '10:37:00', { ageMs: 60_000 }),
    { type: 'fresh', version: 1, time: '2024-01-20T10:37:00.000Z', ageMs: 60_000 },
  ],
  [
    event('seen', '10:38:00', { missing: { logs: refused } }),
    { ...about('missing', '10:38:00.000'), part: 'logs', error },
  ],
  [verdict, toldVerdict],
];

describe('each event is an object', () => {
  test.each(pairs.map(([each, object]) => [object.type, each, object] as const))(
    '%s',
    async (_type, each, object) => {
      expect(await objects(each)).toEqual([object]);
      expect(schemaProblems(object)).toEqual([]);
    },
  );

  test('a log entry is in it as it came, with fields that nobody knows', async () => {
    const log = event('log', '10:31:01', { entry, late: true });
    expect(await objects(log)).toEqual([{ ...about('log', '10:31:01.000'), entry, late: true }]);
  });

  test('the error of an outage has its status and its request', async () => {
    const facts = { origin: 'https://jobs.example.com', attempts: 1, retryAfterMs: 30_000 };
    const limited = new JobtrackError('RATE_LIMITED', facts, { status: 429, requestId: 'r-17' });
    const [object] = await objects(
      event('stale', '10:36:00', {
        ageMs: undefined,
        nextTryMs: at('10:36:30'),
        cause: 'rate-limit',
        error: limited,
      }),
    );
    expect(object).not.toHaveProperty('ageMs');
    expect(object).toMatchObject({
      cause: 'rate-limit',
      error: { code: 'RATE_LIMITED', status: 429, requestId: 'r-17' },
    });
  });
});

test('a look is no object, and what is missing is told once', async () => {
  const looks = ['10:38:00', '10:38:02', '10:38:04'].map((clock) =>
    event('seen', clock, { missing: { logs: refused } }),
  );
  const again = [
    event('seen', '10:38:06', {}),
    event('seen', '10:38:08', { missing: { logs: refused } }),
  ];
  const found = await objects(...looks, ...again, verdict);
  expect(found.map(({ type, time }) => [type, time])).toEqual([
    ['missing', '2024-01-20T10:38:00.000Z'],
    ['missing', '2024-01-20T10:38:08.000Z'],
    ['verdict', '2024-01-20T10:52:00.000Z'],
  ]);
});

test('every step of progress is an object: only lines are throttled', async () => {
  const steps = [10, 10.1, 10.2].map((percentage) => event('progress', '10:30:00', { percentage }));
  expect((await objects(...steps)).map(({ percentage }) => percentage)).toEqual([10, 10.1, 10.2]);
});

test('after a minute of silence there is a heartbeat, with how the jobs stand', async () => {
  const { context, stdout } = await fakeContext();
  const clock = createHandClock(at('10:45:33'));
  const over = new AbortController();
  const body = {
    status: 'Running',
    overallProgress: { percentage: 85, startTime: '2024-01-20T10:30:00Z' },
  };
  const stream = (async function* () {
    // The server's clock is ten seconds ahead of this machine's.
    yield event('seen', '10:45:43', { progress: body, skewMs: 10_000 });
    yield event('status', '10:45:43', { status: 'Running' });
    await new Promise((resolve) => over.signal.addEventListener('abort', resolve));
  })();
  const teller = createNdjsonTeller(context.io.stdout, context.messages);
  const telling = tellAll({ jobIds: [JOB, OTHER], events: stream, clock }, teller);
  await clock.advance(60_000);
  over.abort();
  await telling;
  const heartbeat = JSON.parse(stdout().trimEnd().split('\n').at(-1) ?? '');
  expect(heartbeat).toEqual({
    type: 'heartbeat',
    version: 1,
    time: '2024-01-20T10:46:43.000Z',
    jobs: [
      { jobId: JOB, status: 'Running', percentage: 85, elapsedMs: 1_003_000 },
      { jobId: OTHER },
    ],
  });
  expect(schemaProblems(heartbeat)).toEqual([]);
});

test('-o json is one document: the verdict', async () => {
  const events = [event('status', '10:30:00', { status: 'Running' }), verdict];
  const text = await told(events, ({ io }) => createJsonTeller(io.stdout));
  expect(JSON.parse(text)).toEqual(toldVerdict);
});
