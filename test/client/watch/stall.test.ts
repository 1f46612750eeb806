import { describe, expect, it } from 'vitest';
import type { ProgressBody } from '../../../src/contract/index.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { A, B, broken, ended, fakeJobs, running, toEnd, watching } from './fake-jobs.js';

const idle: Partial<ProgressBody> = { resourceUsage: { cpuUsage: 0, memoryUsage: '1 GB' } };
const START_MS = Date.parse('2024-01-20T10:45:33Z');

/** When a stall was told and when that it is over, in seconds. */
const stalls = (events: readonly JobEvent[]): string[] =>
  events.flatMap((event) =>
    event.type === 'stall' || event.type === 'moving'
      ? [`${event.type} ${(event.atMs - START_MS) / 1000} after ${event.quietMs / 1000}`]
      : [],
  );

describe('a job that does nothing', () => {
  it('is said to stand still when its log is silent, too', async () => {
    const jobs = fakeJobs();
    jobs.progress.set(A, running(40, idle));
    jobs.at(200, () => jobs.progress.set(A, running(41, idle)));
    jobs.at(230, () => jobs.progress.set(A, ended('Completed')));
    const events = await toEnd(watching(jobs));
    expect(stalls(events)).toEqual(['stall 62 after 62', 'moving 200 after 200']);
    expect(jobs.asked.filter((text) => text.endsWith('logs DEBUG'))).toHaveLength(3);
  });

  it('does not while its log goes on at a level that is not followed', async () => {
    const jobs = fakeJobs();
    jobs.progress.set(A, running(40, idle));
    for (let second = 10; second < 300; second += 30) {
      jobs.at(second, () =>
        jobs.log.add({
          timestamp: new Date(START_MS + second * 1000).toISOString(),
          level: 'DEBUG',
          message: 'alive',
        }),
      );
    }
    jobs.at(300, () => jobs.progress.set(A, ended('Completed')));
    expect(stalls(await toEnd(watching(jobs)))).toEqual([]);
  });

  it('moves again when its log does', async () => {
    const jobs = fakeJobs();
    jobs.progress.set(A, running(40, idle));
    jobs.at(100, () =>
      jobs.log.add({
        timestamp: new Date(START_MS + 100_000).toISOString(),
        level: 'DEBUG',
        message: 'alive',
      }),
    );
    jobs.at(140, () => jobs.progress.set(A, ended('Completed')));
    expect(stalls(await toEnd(watching(jobs)))).toEqual([
      'stall 62 after 62',
      'moving 124 after 124',
    ]);
  });

  it('is not said to stand still where its log can not be asked', async () => {
    const jobs = fakeJobs();
    jobs.progress.set(A, running(40, idle));
    jobs.fault = (method) => (method === 'logs' ? broken(501) : undefined);
    jobs.at(300, () => jobs.progress.set(A, ended('Completed')));
    expect(stalls(await toEnd(watching(jobs)))).toEqual([]);
  });

  it('is one of several', async () => {
    const jobs = fakeJobs();
    const row = (jobId: string, cpu: number) => ({
      ...{ jobId, status: 'Running', progress: 40 },
      resourceUsage: { cpu, memory: '1 GB' },
    });
    jobs.rows = [row(A, 0), row(B, 80)];
    jobs.at(100, () => {
      jobs.rows = [A, B].map((jobId) => ({ jobId, status: 'Failed' }));
    });
    const events = await toEnd(watching(jobs, { jobIds: [A, B] }));
    expect(events.filter(({ type }) => type === 'stall')).toMatchObject([{ jobId: A }]);
  });

  it('is doubted in a few logs a look, however many do nothing', async () => {
    const jobs = fakeJobs();
    const jobIds = Array.from({ length: 50 }, (_, index) => A.replace(/.{2}$/, String(10 + index)));
    const row = (jobId: string, status: string) => ({
      ...{ jobId, status, progress: 40 },
      resourceUsage: { cpu: 0, memory: '1 GB' },
    });
    jobs.rows = jobIds.map((id) => row(id, 'Running'));
    jobs.at(120, () => {
      jobs.rows = jobIds.map((id) => row(id, 'Completed'));
    });
    const events = await toEnd(watching(jobs, { jobIds }));
    const seconds = jobs.asked.flatMap((text) =>
      text.endsWith('DEBUG') ? [text.split(' ')[0]] : [],
    );
    expect(new Set(seconds).size).toBeGreaterThan(5);
    expect(seconds).toHaveLength(5 * new Set(seconds).size);
    expect(events.filter(({ type }) => type === 'stall')).toHaveLength(seconds.length);
  });
});
