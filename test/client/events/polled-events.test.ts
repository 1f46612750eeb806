import { describe, expect, test } from 'vitest';
import { createPolledEvents, type PollingStart } from '../../../src/client/events/polled-events.js';
import { createTold } from '../../../src/client/events/told.js';
import type { LogEntry, SubscriptionEvent } from '../../../src/contract/index.js';
import type { JobEvent, SeenEvent } from '../../../src/domain/events/job-event.js';
import { JOB } from '../../helpers/test-client.js';

const SINCE = Date.parse('2024-01-20T10:00:00Z');
const FIRST = SINCE + 1_000;
const time = (atMs: number) => new Date(atMs).toISOString();

const seen = (atMs = FIRST, progress: Partial<SeenEvent['progress']> = {}): JobEvent => ({
  type: 'seen',
  jobId: JOB,
  atMs,
  progress: {
    overallProgress: {},
    stages: [
      { stageName: 'Extract', status: 'Completed' },
      { stageName: 'Load', status: 'Running' },
      { stageName: 'Check', status: 'Pending' },
    ],
    ...progress,
  },
});
const stage = (
  stageName: string,
  status: string,
  { atMs = FIRST, ...more }: { atMs?: number; previous?: string; durationMs?: number } = {},
): JobEvent => ({ type: 'stage', jobId: JOB, atMs, stageName, status, ...more });
const progress = (atMs: number, stagePercentage: number, stageName = 'Load'): JobEvent => ({
  type: 'progress',
  jobId: JOB,
  atMs,
  percentage: 50,
  stageName,
  stagePercentage,
  recordsProcessed: 10,
  totalRecords: 40,
});
const log = (
  atMs: number,
  level: string,
  message: string,
  more: Partial<LogEntry> = {},
): JobEvent => ({
  type: 'log',
  jobId: JOB,
  atMs,
  entry: { timestamp: time(atMs), level, message, ...more },
});
const status = (atMs: number, word: string, previous?: string): JobEvent => ({
  type: 'status',
  jobId: JOB,
  atMs,
  status: word,
  ...(previous === undefined ? {} : { previous }),
});

/** What is told of these findings. */
function tell(
  findings: readonly JobEvent[],
  start: Partial<PollingStart> = {},
): SubscriptionEvent[] {
  const told = createTold();
  const polled = createPolledEvents({ wanted: {}, sinceMs: SINCE, told, ...start });
  return findings.flatMap((finding) => polled(finding).filter((event) => told.note(event)));
}
const brief = (events: readonly SubscriptionEvent[]) =>
  events.map(({ type, data }) => [type, data]);

describe('what looking at a job finds', () => {
  test('is told as a server tells it', () => {
    const events = tell([
      seen(),
      { type: 'status', jobId: JOB, atMs: FIRST, status: 'Running', jobName: 'Nightly' },
      stage('Load', 'Completed', { atMs: FIRST + 5, previous: 'Running', durationMs: 900 }),
      stage('Check', 'Running', { atMs: FIRST + 6, previous: 'Pending' }),
      progress(FIRST + 7, 12.5, 'Check'),
      log(FIRST + 8, 'WARN', 'slow disk', {
        component: 'Loader',
        stage: 'Check',
        details: { device: 'sda' },
      }),
      log(FIRST + 9, 'ERROR', 'bad row'),
      stage('Check', 'Failed', { atMs: FIRST + 10, previous: 'Running' }),
      { ...status(FIRST + 11, 'Failed', 'Running'), reason: 'exit code 1' } as JobEvent,
    ]);
    expect(brief(events)).toEqual([
      ['stageCompleted', { stageName: 'Load', actualDurationMs: 900 }],
      ['stageStarted', { stageName: 'Check' }],
      [
        'progressUpdate',
        { stageName: 'Check', progress: 12.5, recordsProcessed: 10, remainingRecords: 30 },
      ],
      ['warning', { stageName: 'Check', message: 'slow disk', component: 'Loader', device: 'sda' }],
      ['error', { message: 'bad row' }],
      ['stageCompleted', { stageName: 'Check', status: 'Failed' }],
      ['jobCompleted', { status: 'Failed', message: 'exit code 1' }],
    ]);
    expect(events[1]).toEqual({
      id: expect.stringMatching(/^polled-[0-9a-f]{40}$/),
      type: 'stageStarted',
      jobId: JOB,
      jobName: 'Nightly',
      timestamp: time(FIRST + 6),
      data: { stageName: 'Check' },
    });
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  test('is no event where it was so before', () => {
    const events = tell([
      log(SINCE - 1, 'ERROR', 'before the first look'),
      seen(),
      status(FIRST, 'Running'),
      stage('Extract', 'Completed'),
      stage('Load', 'Running', { atMs: SINCE - 5_000 }),
      progress(FIRST, 40),
      log(SINCE - 1, 'ERROR', 'old'),
    ]);
    expect(events).toEqual([]);
  });

  test('is an event where its own time says that it has happened since', () => {
    const events = tell([
      seen(),
      stage('Extract', 'Completed', { atMs: SINCE + 1 }),
      stage('Load', 'Running', { atMs: SINCE + 2 }),
      log(SINCE + 3, 'WARN', 'new'),
    ]);
    expect(events.map(({ type }) => type)).toEqual(['stageCompleted', 'stageStarted', 'warning']);
  });

  test('begins with the first look where it is not known since when events are wanted', () => {
    const findings = [
      seen(),
      stage('Load', 'Running', { atMs: FIRST - 1 }),
      log(FIRST - 1, 'WARN', 'old'),
    ];
    expect(tell(findings, { sinceMs: undefined })).toEqual([]);
    expect(tell([...findings, log(FIRST, 'WARN', 'new')], { sinceMs: undefined })).toHaveLength(1);
  });

  test('is told of a stage that nobody could know at the first look', () => {
    expect(brief(tell([seen(), stage('Surprise', 'Running')]))).toEqual([
      ['stageStarted', { stageName: 'Surprise' }],
    ]);
  });

  test('is told once', () => {
    const events = tell([
      seen(),
      log(FIRST + 1, 'WARN', 'slow disk'),
      log(FIRST + 2, 'WARN', 'slow disk'),
      progress(FIRST + 3, 41.2),
      progress(FIRST + 4, 41.9),
      progress(FIRST + 5, 40),
      progress(FIRST + 6, 42),
      { type: 'late', jobId: JOB, atMs: FIRST + 7, lateMs: 5 },
    ]);
    expect(brief(events)).toMatchObject([
      ['warning', {}],
      ['progressUpdate', { progress: 41.2 }],
      ['progressUpdate', { progress: 42 }],
    ]);
  });
});

describe('the end of a job', () => {
  const ended = (endTime?: string): JobEvent[] => [
    seen(FIRST, { overallProgress: endTime === undefined ? {} : { endTime } }),
    status(FIRST, 'Completed'),
  ];

  test('that was before is no event', () => {
    expect(tell(ended())).toEqual([]);
    expect(tell(ended(time(SINCE - 1)))).toEqual([]);
  });

  test('that has come since is one, also at the first look', () => {
    expect(brief(tell(ended(time(SINCE + 1))))).toEqual([
      ['jobCompleted', { status: 'Completed' }],
    ]);
  });
});

describe('what was chosen', () => {
  const findings = [
    seen(),
    stage('Load', 'Completed', { atMs: FIRST + 1, previous: 'Running' }),
    ...[45, 47, 51, 55].map((percent, index) => progress(FIRST + 2 + index, percent)),
    log(FIRST + 8, 'DEBUG', 'detail', { details: { a: 1 } }),
    log(FIRST + 9, 'ERROR', 'bad row'),
  ];

  test.each<[PollingStart['wanted'], unknown[]]>([
    [{ events: ['stageCompleted'] }, ['stageCompleted', 'error']],
    [{ events: [], filters: { notifyOnErrors: false } }, []],
    [{ events: ['error'], filters: { notifyOnErrors: false } }, []],
    [
      {
        events: ['progressUpdate'],
        filters: { minProgressIncrement: 5, includeDebugEvents: true },
      },
      ['progressUpdate 45', 'progressUpdate 51', 'debug', 'error'],
    ],
  ])('%j is told, and nothing else', (wanted, expected) => {
    const events = tell(findings, { wanted });
    expect(
      events.map(({ type, data }) =>
        [type, data?.['progress']].filter((part) => part !== undefined).join(' '),
      ),
    ).toEqual(expected);
  });

  test('has the details of a debug entry as a server has them', () => {
    const wanted = { events: [], filters: { includeDebugEvents: true, notifyOnErrors: false } };
    expect(brief(tell(findings, { wanted }))).toEqual([
      ['debug', { message: 'detail', details: { a: 1 } }],
    ]);
  });
});

describe('after a socket', () => {
  const byServer = (
    type: string,
    data: Record<string, unknown>,
    sequence: number,
  ): SubscriptionEvent => ({
    id: `server-${sequence}`,
    type,
    timestamp: time(SINCE + sequence),
    sequence,
    data,
  });

  test('nothing is told again, and what went on meanwhile is', () => {
    const told = createTold();
    told.note(byServer('stageStarted', { stageName: 'Extract' }, 1));
    told.note(byServer('warning', { message: 'slow disk' }, 2));
    told.note(byServer('progressUpdate', { stageName: 'Load', progress: 41.5 }, 3));
    const polled = createPolledEvents({ wanted: {}, sinceMs: SINCE, told });
    const findings = [
      seen(),
      stage('Extract', 'Completed'),
      log(FIRST, 'WARN', 'slow disk'),
      progress(FIRST + 1, 41.7),
      progress(FIRST + 2, 42),
    ];
    expect(brief(findings.flatMap(polled))).toEqual([
      ['stageCompleted', { stageName: 'Extract' }],
      ['progressUpdate', expect.objectContaining({ progress: 42 })],
    ]);
  });
});
