import { describe, expect, it } from 'vitest';
import type { ProgressBody } from '../../../src/contract/index.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { emptyWatch, reduceAll, reduceWatch } from '../../../src/domain/events/reduce.js';
import { LINES_KEPT, type WatchState } from '../../../src/domain/events/watch-state.js';
import { JobtrackError } from '../../../src/errors/index.js';

const AT_MS = Date.parse('2024-01-20T10:45:33Z');
const of = { jobId: 'a', atMs: AT_MS } as const;
const progress = (more: Partial<ProgressBody> = {}): ProgressBody => ({
  status: 'Running',
  overallProgress: { percentage: 85 },
  ...more,
});
const fold = (...events: JobEvent[]): WatchState =>
  events.reduce(reduceWatch, emptyWatch(['a', 'b']));
const line = (message: string): JobEvent => ({
  type: 'log',
  ...of,
  entry: { timestamp: '2024-01-20T10:45:33Z', message },
});

describe('a watch', () => {
  it('knows its jobs and nothing of them at first', () => {
    expect(emptyWatch(['a', 'b']).jobs.map(({ jobId, status }) => [jobId, status])).toEqual([
      ['a', undefined],
      ['b', undefined],
    ]);
  });

  it('keeps of each look what was new in it', () => {
    const [body, timeline] = [progress({ jobName: 'Nightly import' }), { timeline: [] }];
    const { jobs, skewMs } = fold(
      { type: 'seen', ...of, skewMs: 120, progress: body },
      { type: 'seen', ...of, atMs: AT_MS + 2000, skewMs: 150, timeline },
    );
    expect(jobs[0]).toMatchObject({ seenAtMs: AT_MS + 2000, jobName: 'Nightly import' });
    expect(jobs[0]?.progress).toBe(body);
    expect(jobs[0]?.timeline).toBe(timeline);
    expect(skewMs).toBe(150);
  });

  it('leaves alone what an event does not touch', () => {
    const before = fold({ type: 'seen', ...of, progress: progress() });
    const after = reduceWatch(before, { type: 'status', ...of, status: 'Running' });
    expect(after.jobs[1]).toBe(before.jobs[1]);
    expect(after.jobs[0]?.progress).toBe(before.jobs[0]?.progress);
    expect(reduceWatch(after, { type: 'progress', ...of, percentage: 86 })).toBe(after);
    expect(reduceWatch(after, { type: 'status', ...of, jobId: 'x', status: 'Running' })).toBe(
      after,
    );
  });

  it('has the last lines of a log, and the count of all', () => {
    const gap: JobEvent = { type: 'gap', ...of, reason: 'no-longer-kept' };
    const many = Array.from({ length: LINES_KEPT + 5 }, (_, index) => line(`line ${index}`));
    const [job] = fold(...many, gap).jobs;
    expect(job?.lines).toHaveLength(LINES_KEPT);
    expect(job?.lines[0]).toMatchObject({ entry: { message: 'line 6' } });
    expect(job?.lines.at(-1)).toBe(gap);
    expect(job?.lineCount).toBe(LINES_KEPT + 5);
  });

  it('stands still until it moves or ends', () => {
    const stall: JobEvent = { type: 'stall', ...of, quietMs: 60_000 };
    expect(fold(stall).jobs[0]?.stall).toBe(stall);
    expect(fold(stall, { type: 'moving', ...of, quietMs: 70_000 }).jobs[0]).not.toHaveProperty(
      'stall',
    );
    const end: JobEvent = { type: 'status', ...of, status: 'Failed', previous: 'Running' };
    expect(fold(stall, end).jobs[0]).not.toHaveProperty('stall');
  });

  it('is late until a look says otherwise', () => {
    const late: JobEvent = { type: 'late', ...of, lateMs: 3000 };
    const look = (estimatedCompletion: string): JobEvent => ({
      type: 'seen',
      ...of,
      progress: progress({ overallProgress: { estimatedCompletion } }),
    });
    expect(fold(late).jobs[0]?.late).toBe(late);
    expect(fold(late, look('2024-01-20T10:45:30Z')).jobs[0]?.late).toBe(late);
    expect(fold(late, { type: 'seen', ...of }).jobs[0]?.late).toBe(late);
    expect(fold(late, look('2024-01-20T10:50:00Z')).jobs[0]).not.toHaveProperty('late');
    const row = { jobId: 'a', estimatedCompletion: '2024-01-20T10:50:00Z' };
    expect(fold(late, { type: 'seen', ...of, row }).jobs[0]).not.toHaveProperty('late');
  });

  it('is stale from a failure to the next answer', () => {
    const error = new JobtrackError('NETWORK', { origin: 'x', reason: 'ECONNRESET', attempts: 1 });
    const cause = 'unreachable' as const;
    const stale: JobEvent = { type: 'stale', atMs: 1, ageMs: 5, nextTryMs: 9, cause, error };
    expect(fold(stale).stale).toBe(stale);
    expect(fold(stale, { type: 'fresh', atMs: 2, ageMs: 6 })).not.toHaveProperty('stale');
  });

  it('tells what can not be had for as long as that is so', () => {
    const missing = { metrics: new JobtrackError('NOT_FOUND', { path: '/metrics' }) };
    expect(fold({ type: 'seen', ...of, missing }).jobs[0]?.missing).toBe(missing);
    const found = fold({ type: 'seen', ...of, missing }, { type: 'seen', ...of });
    expect(found.jobs[0]).not.toHaveProperty('missing');
  });

  it('is the same after many events at once as after one after another', () => {
    const error = new JobtrackError('NETWORK', { origin: 'x', reason: 'ECONNRESET', attempts: 1 });
    const all: JobEvent[] = [
      { type: 'stale', atMs: 1, ageMs: 5, nextTryMs: 9, cause: 'unreachable', error },
      { type: 'fresh', atMs: 2, ageMs: 6 },
      { type: 'seen', ...of, skewMs: 12, progress: progress() },
      { type: 'status', ...of, status: 'Running' },
      line('one'),
      { type: 'seen', ...of, jobId: 'b', row: { jobId: 'b' } },
      { type: 'status', ...of, jobId: 'nobody', status: 'Running' },
      { type: 'stale', atMs: 3, ageMs: 5, nextTryMs: 9, cause: 'unreachable', error },
      { type: 'verdict', ...of, state: 'TimedOut', exitCode: 124, jobs: [] },
    ];
    expect(reduceAll(emptyWatch(['a', 'b']), all)).toEqual(fold(...all));
    const before = fold(line('one'));
    expect(reduceAll(before, [line('two')]).jobs[1]).toBe(before.jobs[1]);
  });

  it('ends with its verdict', () => {
    const verdict: JobEvent = { type: 'verdict', ...of, state: 'Completed', exitCode: 0, jobs: [] };
    expect(fold(verdict).verdict).toBe(verdict);
  });
});
