import { describe, expect, it } from 'vitest';
import type { BatchJob, ProgressBody, Stage } from '../../../src/contract/index.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { eventsOfProgress, eventsOfRow } from '../../../src/domain/events/look-events.js';
import { emptyWatch, reduceWatch } from '../../../src/domain/events/reduce.js';
import type { JobState } from '../../../src/domain/events/watch-state.js';
import { example } from '../../helpers/examples.js';

const AT_MS = Date.parse('2024-01-20T10:45:33Z');
const LOOK_MS = 2000;
const jobOf = (events: readonly JobEvent[]): JobState =>
  events.reduce(reduceWatch, emptyWatch(['a'])).jobs[0] as JobState;

/** What looks at a job's progress find, one after another. */
function told(...bodies: ProgressBody[]): JobEvent[][] {
  const all: JobEvent[] = [];
  return bodies.map((progress, index) => {
    const atMs = AT_MS + index * LOOK_MS;
    const changes = eventsOfProgress(jobOf(all), progress, atMs);
    all.push({ type: 'seen', jobId: 'a', atMs, progress }, ...changes);
    return changes;
  });
}

/** What looks at a job's row in a batch find. */
function toldOfRows(...rows: Omit<BatchJob, 'jobId'>[]): JobEvent[][] {
  const all: JobEvent[] = [];
  return rows.map((found, index) => {
    const [atMs, row] = [AT_MS + index * LOOK_MS, { jobId: 'a', ...found }];
    const changes = eventsOfRow(jobOf(all), row, atMs);
    all.push({ type: 'seen', jobId: 'a', atMs, row }, ...changes);
    return changes;
  });
}

const running = (percentage: number, stages: Stage[] = []): ProgressBody => ({
  jobName: 'Nightly import',
  status: 'Running',
  overallProgress: { percentage },
  stages,
});

describe('two looks at a job’s progress', () => {
  it('tell a whole job at the first of them', () => {
    const [first] = told(example<ProgressBody>('ja', 'progress'));
    expect(first?.map(({ type }) => type)).toEqual([
      'status',
      'stage',
      'stage',
      'stage',
      'progress',
    ]);
    expect(first?.[0]).toMatchObject({ status: 'Running', jobName: 'Customer Journey Analysis' });
    expect(first?.at(-1)).toEqual({
      type: 'progress',
      jobId: 'a',
      atMs: AT_MS,
      percentage: 85,
      stageName: 'Performance Analysis',
      stagePercentage: 78,
      recordsProcessed: 150_243,
      totalRecords: 192_850,
      remainingMs: 387_000,
    });
  });

  it('tell nothing when nothing has happened', () => {
    const body = example<ProgressBody>('tr', 'progress');
    expect(told(body, structuredClone(body))[1]).toEqual([]);
  });

  it('tell the same of a server that speaks another language', () => {
    const word = (events: JobEvent[] | undefined) =>
      events?.map((event) => ('status' in event ? event.status : event.type));
    const [tr] = told(example<ProgressBody>('tr', 'progress'));
    const [ja] = told(example<ProgressBody>('ja', 'progress'));
    expect(word(tr)).toEqual(word(ja));
  });

  it('tell that it is further', () => {
    const [, second] = told(running(40), running(41));
    expect(second).toEqual([{ type: 'progress', jobId: 'a', atMs: AT_MS + 2000, percentage: 41 }]);
  });

  it('tell of a queued job its place, and no progress', () => {
    const [first] = told({
      status: 'Kuyrukta',
      queuePosition: 2,
      overallProgress: { percentage: 0 },
    });
    expect(first).toEqual([
      { type: 'status', jobId: 'a', atMs: AT_MS, status: 'Queued', queuePosition: 2 },
    ]);
  });

  it('tell a start before, and an end after what belongs to it', () => {
    const waiting: ProgressBody = { status: 'Queued', overallProgress: {} };
    const stages = [{ stageName: 'Load', status: 'Running' }];
    const failed: ProgressBody = {
      status: 'Failed',
      reason: 'the disk is full',
      overallProgress: { percentage: 50 },
      stages: [{ stageName: 'Load', status: 'Failed', startTime: '2024-01-20T10:45:00Z' }],
    };
    const [, start, end] = told(waiting, running(10, stages), failed);
    expect(start?.map(({ type }) => type)).toEqual(['status', 'stage', 'progress']);
    expect(end?.map(({ type }) => type)).toEqual(['stage', 'progress', 'status']);
    expect(end?.at(-1)).toMatchObject({ previous: 'Running', reason: 'the disk is full' });
  });

  it('show a status that is not known as it came', () => {
    const [first, second] = told(
      { status: 'Hibernating', overallProgress: {} },
      { status: 'hibernating', overallProgress: {} },
    );
    expect(first).toMatchObject([{ type: 'status', status: 'Hibernating' }]);
    expect(second).toMatchObject([{ type: 'status', status: 'hibernating' }]);
    expect(told({ overallProgress: {} })).toEqual([[]]);
  });

  it('tell once, each time, that the expected end has passed', () => {
    const expected = (estimatedCompletion: string): ProgressBody => ({
      status: 'Running',
      overallProgress: { estimatedCompletion },
    });
    const early = expected('2024-01-20T10:45:34Z');
    const later = expected('2024-01-20T10:45:40Z');
    const types = told(early, early, early, later, later, later).map((events) =>
      events.map(({ type }) => type),
    );
    expect(types).toEqual([['status'], ['late'], [], [], ['late'], []]);
  });
});

describe('two looks at a job’s row in a batch', () => {
  it('tell its status, its stage and how far it is', () => {
    const row = { status: 'Çalışıyor', jobName: 'Import', progress: 40, currentStage: 'Load' };
    expect(toldOfRows(row, row, { ...row, progress: 60, currentStage: 'Mine' })).toEqual([
      [
        { type: 'status', jobId: 'a', atMs: AT_MS, status: 'Running', jobName: 'Import' },
        { type: 'stage', jobId: 'a', atMs: AT_MS, stageName: 'Load', status: 'Running' },
        { type: 'progress', jobId: 'a', atMs: AT_MS, percentage: 40, stageName: 'Load' },
      ],
      [],
      [
        { type: 'stage', jobId: 'a', atMs: AT_MS + 4000, stageName: 'Mine', status: 'Running' },
        { type: 'progress', jobId: 'a', atMs: AT_MS + 4000, percentage: 60, stageName: 'Mine' },
      ],
    ]);
  });

  it('tell an end last, and no stage of a job that has ended', () => {
    const [, end] = toldOfRows(
      { status: 'Running', progress: 99 },
      { status: 'Completed', progress: 100, currentStage: 'Report' },
    );
    expect(end?.map(({ type }) => type)).toEqual(['progress', 'status']);
  });

  it('tell once that the expected end has passed', () => {
    const row = { status: 'Running', estimatedCompletion: '2024-01-20T10:45:34Z' };
    const types = toldOfRows(row, row, row).map((events) => events.map(({ type }) => type));
    expect(types).toEqual([['status'], ['late'], []]);
  });

  it('tell the place of a job that waits', () => {
    const [first] = toldOfRows({ status: 'Queued', progress: 0, queuePosition: 2 });
    expect(first).toMatchObject([{ type: 'status', status: 'Queued', queuePosition: 2 }]);
  });
});

it('a job that begins at 0 percent is told to be there', () => {
  const [, second] = told({ status: 'Queued', overallProgress: { percentage: 0 } }, running(0));
  expect(second?.at(-1)).toMatchObject({ type: 'progress', percentage: 0 });
  const [, row] = toldOfRows({ status: 'Queued', progress: 0 }, { status: 'Running', progress: 0 });
  expect(row?.at(-1)).toMatchObject({ type: 'progress', percentage: 0 });
});
