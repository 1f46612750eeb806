import { describe, expect, it } from 'vitest';
import type { BatchParams } from '../../../src/contract/index.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { rejection } from '../../helpers/test-client.js';
import { A, B, C, ended, fakeJobs, inShort, running, toEnd, watching } from './fake-jobs.js';

const row = (jobId: string, status: string, progress = 40) => ({ jobId, status, progress });

describe('a watch of several jobs', () => {
  it('is one request a look, and leaves out what is done', async () => {
    const jobs = fakeJobs();
    jobs.rows = [row(A, 'Running'), row(B, 'Running'), row(C, 'Queued')];
    jobs.at(2, () => {
      jobs.rows[1] = row(B, 'Completed', 100);
    });
    jobs.at(4, () => {
      jobs.rows = [A, B, C].map((id) => row(id, 'Completed', 100));
    });
    const events = await toEnd(watching(jobs, { jobIds: [A, B, C] }));
    expect(jobs.asked).toEqual(['0 batch 3', '2 batch 3', '4 batch 2']);
    expect(inShort(events)).toEqual([
      ...['status Running', 'progress 40', 'status Running', 'progress 40', 'status Queued'],
      ...['progress 100', 'status Completed'],
      ...['progress 100', 'status Completed', 'progress 100', 'status Completed'],
      'verdict Completed 0',
    ]);
    expect(events.at(-1)).toMatchObject({
      jobId: A,
      jobs: [A, B, C].map((jobId) => ({ jobId, state: 'Completed', exitCode: 0 })),
    });
  });

  it('tells the server how often it will ask, and asks for what shows a stall', async () => {
    const jobs = fakeJobs();
    jobs.rows = [row(A, 'Completed'), row(B, 'Completed')];
    const asked: BatchParams[] = [];
    const client = {
      ...jobs.client,
      batch: (params: BatchParams = {}) => {
        asked.push(params);
        return jobs.client.batch(params);
      },
    };
    await toEnd(watching(jobs, { client, jobIds: [A, B] }));
    expect(asked).toEqual([{ jobIds: [A, B], includeMetrics: true, refreshIntervalSeconds: 2 }]);
  });

  it('asks for more than a thousand with more than one request, one after another', async () => {
    const jobs = fakeJobs();
    const jobIds = Array.from(
      { length: 2500 },
      (_, index) => `cccccccc-0000-4000-8000-${String(index).padStart(12, '0')}`,
    );
    jobs.rows = jobIds.map((id) => row(id, 'Completed'));
    const events = await toEnd(watching(jobs, { jobIds }), 20_000);
    expect(jobs.asked).toEqual(['0 batch 1000', '0 batch 1000', '0 batch 500']);
    expect(jobs.mostAtOnce).toBe(1);
    expect(events.at(-1)).toMatchObject({ exitCode: 0 });
  });

  it('asks for fewer at once where an address may not be so long', async () => {
    const jobs = fakeJobs();
    jobs.rows = [row(A, 'Running'), row(B, 'Running'), row(C, 'Running')];
    jobs.at(2, () => {
      jobs.rows = [A, B, C].map((id) => row(id, 'Completed', 100));
    });
    const { batch } = jobs.client;
    const client = {
      ...jobs.client,
      batch: async (params: BatchParams = {}) => {
        const answer = await batch(params);
        if ((params.jobIds?.length ?? 0) < 3) return answer;
        throw new JobtrackError('UNEXPECTED_STATUS', { origin: 'o', status: 414 });
      },
    };
    const events = await toEnd(watching(jobs, { client, jobIds: [A, B, C] }));
    expect(jobs.asked).toEqual([
      ...['0 batch 3', '0 batch 2', '0 batch 1'],
      ...['2 batch 2', '2 batch 1'],
    ]);
    expect(events.at(-1)).toMatchObject({ exitCode: 0 });
  });

  it('asks by itself for a job that the batch leaves out', async () => {
    const jobs = fakeJobs();
    jobs.rows = [row(A, 'Running')];
    jobs.progress.set(B, running(70));
    jobs.at(4, () => {
      jobs.rows = [row(A, 'Completed')];
      jobs.progress.set(B, ended('Cancelled'));
    });
    const events = await toEnd(watching(jobs, { jobIds: [A, B] }));
    expect(jobs.asked.slice(0, 2)).toEqual(['0 batch 2', '0 progress']);
    expect(events.at(-1)).toMatchObject({ jobId: B, state: 'Cancelled', exitCode: 3 });
  });

  it('ends with 404 when one of them is not there', async () => {
    const jobs = fakeJobs();
    jobs.progress.clear();
    jobs.rows = [row(A, 'Running')];
    const error = await rejection(toEnd(watching(jobs, { jobIds: [A, B] })));
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes an id in whichever case, and twice for once', async () => {
    const jobs = fakeJobs();
    const upper = A.toUpperCase();
    jobs.rows = [row(upper, 'Completed'), row(B, 'Completed')];
    const events = await toEnd(watching(jobs, { jobIds: [upper, A, B] }));
    expect(jobs.asked).toEqual(['0 batch 2']);
    expect(events.at(-1)).toMatchObject({ jobs: [{ jobId: upper }, { jobId: B }] });
    expect(await rejection(toEnd(watching(jobs, { jobIds: [] })))).toMatchObject({
      code: 'INVALID_VALUE',
    });
  });

  it.each([
    ['all', false, 'Failed 1', 8],
    ['any', false, 'Completed 0', 2],
    ['first-failure', false, 'Failed 1', 6],
    ['all', true, 'Cancelled 3', 4],
  ] as const)(
    'until %s, fail-fast %s, ends as %s at %i s',
    async (until, failFast, said, second) => {
      const jobs = fakeJobs();
      const ids = [A, B, C, A.replace('a', 'd')];
      const stand = (...statuses: string[]): void => {
        jobs.rows = ids.map((id, index) => row(id, statuses[index] ?? ''));
      };
      stand('Running', 'Running', 'Running', 'Running');
      jobs.at(2, () => stand('Completed', 'Running', 'Running', 'Running'));
      jobs.at(4, () => stand('Completed', 'Cancelled', 'Running', 'Running'));
      jobs.at(6, () => stand('Completed', 'Cancelled', 'Failed', 'Running'));
      jobs.at(8, () => stand('Completed', 'Cancelled', 'Failed', 'Completed'));
      const events = await toEnd(watching(jobs, { jobIds: ids, until, failFast }));
      const verdict = events.at(-1);
      expect(verdict?.type === 'verdict' && `${verdict.state} ${verdict.exitCode}`).toBe(said);
      expect(jobs.asked.findLast((text) => text.includes('batch'))).toMatch(`${second} `);
    },
  );

  it('says of the one that failed in which stage, why, and what it logged last', async () => {
    const jobs = fakeJobs();
    jobs.rows = [row(A, 'Completed'), row(B, 'Failed')];
    const stages = [{ stageName: 'Mine', status: 'Failed' }];
    jobs.progress.set(B, ended('Failed', { reason: 'the disk is full', stages }));
    jobs.log.add({ timestamp: '2024-01-20T10:45:33Z', level: 'ERROR', message: 'ENOSPC' });
    const verdict = (await toEnd(watching(jobs, { jobIds: [A, B] }))).at(-1);
    expect(verdict).toMatchObject({
      ...{ jobId: B, state: 'Failed', failedStage: 'Mine', reason: 'the disk is full' },
      lastErrors: [{ message: 'ENOSPC' }],
    });
  });
});
