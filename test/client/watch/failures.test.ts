import { describe, expect, it } from 'vitest';
import type { JobEvent, StaleEvent } from '../../../src/domain/events/job-event.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { rejection } from '../../helpers/test-client.js';
import {
  A,
  B,
  broken,
  down,
  ended,
  type FakeJobs,
  fakeJobs,
  inShort,
  limited,
  notFound,
  toEnd,
  turnedControls,
  watching,
} from './fake-jobs.js';

/** A job that is done at this second. */
const jobUntil = (second: number): FakeJobs => {
  const jobs = fakeJobs();
  jobs.at(second, () => jobs.progress.set(A, ended('Completed')));
  return jobs;
};

const stales = (events: readonly JobEvent[]): StaleEvent[] =>
  events.flatMap((event) => (event.type === 'stale' ? [event] : []));

describe('a server that can not be reached', () => {
  it('is told at each try, and when it is back', async () => {
    const jobs = jobUntil(60);
    const startMs = jobs.clock.now();
    jobs.fault = (_method, second) => (second >= 4 && second < 20 ? down() : undefined);
    const events = await toEnd(watching(jobs));
    expect(inShort(events).slice(0, 6)).toEqual([
      ...['status Running', 'progress 10'],
      ...['stale unreachable', 'stale unreachable', 'stale unreachable', 'fresh'],
    ]);
    const facts = stales(events).map(({ atMs, ageMs, nextTryMs }) => [
      atMs - startMs,
      ageMs,
      nextTryMs - atMs,
    ]);
    expect(facts).toEqual([
      [4000, 2000, 3000],
      [7000, 5000, 5000],
      [12_000, 10_000, 9000],
    ]);
    expect(events.find(({ type }) => type === 'fresh')).toEqual({
      type: 'fresh',
      atMs: startMs + 21_000,
      ageMs: 19_000,
    });
  });

  it('is waited for as long as it takes', async () => {
    const jobs = jobUntil(4000);
    jobs.fault = (_method, second) => (second > 3 && second < 3700 ? down() : undefined);
    const events = await toEnd(watching(jobs));
    expect(events.at(-1)).toMatchObject({ state: 'Completed', exitCode: 0 });
    // Half of the longest wait on average: 16 seconds.
    expect(stales(events).length).toBeLessThan(3700 / 15);
    expect(stales(events).length).toBeGreaterThan(100);
  });

  it('is not there at all: time runs out with 6', async () => {
    const jobs = fakeJobs();
    jobs.fault = down;
    const events = await toEnd(watching(jobs, { timeoutMs: 60_000 }));
    expect(stales(events).every(({ ageMs }) => ageMs === undefined)).toBe(true);
    expect(events.at(-1)).toMatchObject({ state: 'TimedOut', exitCode: 6, jobs: [{ jobId: A }] });
    expect(jobs.clock.waits.reduce((sum, waitMs) => sum + waitMs)).toBe(60_000);
  });
});

describe('what goes wrong', () => {
  it.each([
    [down(), 'unreachable'],
    [new JobtrackError('DEADLINE', { origin: 'o', timeoutMs: 1 }), 'unreachable'],
    [new JobtrackError('IDLE', { origin: 'o', idleMs: 1 }), 'unreachable'],
    [new JobtrackError('BODY_CUT', { origin: 'o' }), 'unreachable'],
    [limited(1000), 'rate-limit'],
    [broken(), 'server-error'],
    [new JobtrackError('BODY_NOT_UNDERSTOOD', { expected: 'x', found: 'y' }), 'not-understood'],
    [new JobtrackError('UNEXPECTED_STATUS', { origin: 'o', status: 418 }), 'not-understood'],
  ])('%s is told as %s, and tried again', async (error, cause) => {
    const jobs = jobUntil(10);
    jobs.fault = (_method, second) => (second === 2 ? error : undefined);
    const events = await toEnd(watching(jobs));
    expect(stales(events)).toMatchObject([{ cause, error }]);
    expect(events.at(-1)).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['UNAUTHENTICATED', new JobtrackError('UNAUTHENTICATED', { origin: 'o', tokenSent: true })],
    ['FORBIDDEN', new JobtrackError('FORBIDDEN', { origin: 'o' })],
    ['NOT_FOUND', notFound()],
    ['REQUEST_REFUSED', new JobtrackError('REQUEST_REFUSED', { status: 400 })],
  ])('and no wait mends ends the watch: %s', async (code, error) => {
    for (const second of [0, 4]) {
      const jobs = fakeJobs();
      jobs.fault = (_method, now) => (now >= second ? error : undefined);
      expect(await rejection(toEnd(watching(jobs)))).toMatchObject({ code });
    }
  });
});

describe('a server that asks for patience', () => {
  it('is not asked sooner, whatever is turned or nudged', async () => {
    const jobs = jobUntil(100);
    const controls = turnedControls();
    let nudge = (): void => {};
    jobs.fault = (_method, second) => (second >= 2 && second < 30 ? limited(30_000) : undefined);
    const events: JobEvent[] = [];
    for await (const event of watching(jobs, {
      controls,
      nudges: (handler) => {
        nudge = handler;
      },
    })) {
      events.push(event);
      if (event.type === 'stale') {
        controls.changed();
        nudge();
      }
    }
    expect(stales(events)).toHaveLength(1);
    expect(jobs.asked.filter((text) => text.endsWith('progress')).slice(0, 3)).toEqual([
      '0 progress',
      '2 progress',
      '33 progress',
    ]);
  });

  it('is heeded also where it is a part that was refused', async () => {
    const jobs = jobUntil(100);
    const controls = turnedControls();
    controls.set.panels = ['timeline'];
    jobs.fault = (method, second) =>
      method === 'timeline' && second === 2 ? limited(20_000) : undefined;
    const events = await toEnd(watching(jobs, { controls }));
    expect(stales(events)).toMatchObject([{ cause: 'rate-limit' }]);
    expect(jobs.asked.slice(5, 7)).toEqual(['23 progress', '23 timeline']);
  });
});

describe('a part that can not be had', () => {
  it('is told, left alone for longer and longer, and the watch goes on', async () => {
    const jobs = jobUntil(60);
    const controls = turnedControls();
    controls.set.panels = ['timeline'];
    controls.set.logLevel = 'INFO';
    jobs.fault = (method, second) =>
      method !== 'progress' && second < 20 ? broken(501) : undefined;
    const events = await toEnd(watching(jobs, { controls }));
    expect(stales(events)).toEqual([]);
    const missing = events.flatMap((event) =>
      event.type === 'seen' ? [Object.keys(event.missing ?? {}).join('+')] : [],
    );
    expect([...new Set(missing)]).toEqual(['timeline', 'timeline+logs', 'logs', '']);
    expect(jobs.asked.filter((text) => text.endsWith('timeline')).slice(0, 5)).toEqual([
      ...['0 timeline', '2 timeline', '6 timeline', '14 timeline', '30 timeline'],
    ]);
    expect(events.at(-1)).toMatchObject({ exitCode: 0 });
  });

  it('does not keep the verdict waiting', async () => {
    const jobs = fakeJobs();
    const controls = turnedControls();
    controls.set.logLevel = 'INFO';
    controls.set.panels = ['metrics'];
    jobs.progress.set(A, ended('Failed'));
    jobs.fault = (method) => (method === 'progress' ? undefined : down());
    const events = await toEnd(watching(jobs, { controls }));
    expect(inShort(events)).toEqual(['progress 100', 'status Failed', 'verdict Failed 1']);
    const last = events.filter(({ type }) => type === 'seen').at(-1);
    expect(last).toMatchObject({ missing: { logs: { code: 'NETWORK' } } });
    expect(jobs.clock.waits.reduce((sum, waitMs) => sum + waitMs)).toBeLessThan(15_000);
  });

  it('and was never offered is not tried again at the end', async () => {
    const jobs = fakeJobs();
    jobs.progress.set(A, ended('Completed'));
    jobs.fault = (method) => (method === 'metrics' ? notFound() : undefined);
    expect((await toEnd(watching(jobs))).at(-1)).toMatchObject({ exitCode: 0 });
    expect(jobs.clock.waits).toEqual([]);
  });
});

describe('a job that is still to come', () => {
  it('is waited for at the pace that was asked for', async () => {
    const jobs = fakeJobs();
    const body = jobs.progress.get(A);
    jobs.progress.clear();
    jobs.at(5, () => body && jobs.progress.set(A, body));
    jobs.at(9, () => jobs.progress.set(A, ended('Completed')));
    const events = await toEnd(watching(jobs, { waitForStartMs: 30_000 }));
    expect(inShort(events).slice(0, 6)).toEqual([
      ...['stale not-there-yet', 'stale not-there-yet', 'stale not-there-yet'],
      ...['fresh', 'status Running', 'progress 10'],
    ]);
    expect(jobs.asked.slice(0, 4)).toEqual([
      '0 progress',
      '2 progress',
      '4 progress',
      '6 progress',
    ]);
  });

  it('and does not come in time is not there', async () => {
    const jobs = fakeJobs();
    jobs.progress.clear();
    const error = await rejection(toEnd(watching(jobs, { waitForStartMs: 7000 })));
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
    expect(jobs.asked.at(-1)).toBe('7 progress');
  });

  it('lets time run out with 124: the server has answered', async () => {
    const jobs = fakeJobs();
    jobs.progress.clear();
    const events = await toEnd(watching(jobs, { waitForStartMs: 60_000, timeoutMs: 10_000 }));
    expect(events.at(-1)).toMatchObject({ state: 'TimedOut', exitCode: 124 });
  });

  it('is not waited for once it was seen', async () => {
    const jobs = fakeJobs();
    jobs.at(4, () => jobs.progress.clear());
    const error = await rejection(toEnd(watching(jobs, { waitForStartMs: 60_000 })));
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is one of several, while the others go on', async () => {
    const jobs = fakeJobs();
    jobs.progress.clear();
    jobs.rows = [{ jobId: A, status: 'Running' }];
    jobs.at(5, () => jobs.rows.push({ jobId: B, status: 'Running' }));
    jobs.at(9, () => {
      jobs.rows = [A, B].map((jobId) => ({ jobId, status: 'Completed' }));
    });
    const events = await toEnd(watching(jobs, { jobIds: [A, B], waitForStartMs: 30_000 }));
    expect(stales(events)).toEqual([]);
    expect(events.at(-1)).toMatchObject({ state: 'Completed', exitCode: 0 });
    jobs.rows = [{ jobId: A, status: 'Running' }];
    const late = watching(jobs, { jobIds: [A, B], waitForStartMs: 5000 });
    expect(await rejection(toEnd(late))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
