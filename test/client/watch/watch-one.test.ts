import { describe, expect, it } from 'vitest';
import { A, ended, fakeJobs, inShort, toEnd, turnedControls, watching } from './fake-jobs.js';

const entry = (message: string, level = 'INFO') => ({
  timestamp: '2024-01-20T10:45:33.000Z',
  level,
  message,
});

describe('a watch of one job', () => {
  it('tells what happens until it is done, and how it was', async () => {
    const jobs = fakeJobs();
    jobs.at(3, () =>
      jobs.progress.set(A, { ...jobs.progress.get(A), overallProgress: { percentage: 60 } }),
    );
    jobs.at(7, () => jobs.progress.set(A, ended('Completed')));
    jobs.metrics = { currentMetrics: { processing: { processingEfficiency: 78.3 } } };
    const events = await toEnd(watching(jobs));
    expect(inShort(events)).toEqual([
      'status Running',
      'progress 10',
      'progress 60',
      'progress 100',
      'status Completed',
      'verdict Completed 0',
    ]);
    expect(events.at(-1)).toMatchObject({ jobId: A, efficiency: 78.3 });
    expect(jobs.asked).toEqual([
      '0 progress',
      '0 history',
      ...['2 progress', '4 progress', '6 progress', '8 progress'],
      '8 metrics',
    ]);
    expect(jobs.mostAtOnce).toBe(1);
  });

  it('sees the job once a look, and its body only when it is another one', async () => {
    const jobs = fakeJobs();
    jobs.at(3, () => jobs.progress.set(A, ended('Completed')));
    const events = await toEnd(watching(jobs));
    const seen = events.flatMap((event) => (event.type === 'seen' ? [event] : []));
    expect(seen.map(({ progress, metrics }) => progress?.status ?? (metrics && 'metrics'))).toEqual(
      [...['Running', 'metrics'], undefined, ...['Completed', 'metrics']],
    );
  });

  it.each([
    ['Completed', 0],
    ['Failed', 1],
    ['İptal Edildi', 3],
  ])('that is %s already ends with %i at once', async (status, exitCode) => {
    const jobs = fakeJobs();
    jobs.progress.set(A, ended(status));
    const events = await toEnd(watching(jobs));
    expect(events.at(-1)).toMatchObject({ type: 'verdict', exitCode });
    expect(jobs.clock.waits).toEqual([]);
  });

  it('reads its log to the last line before the job’s end is told', async () => {
    const jobs = fakeJobs();
    const controls = turnedControls();
    controls.set.logLevel = 'INFO';
    jobs.log.add(entry('one'), entry('hidden', 'DEBUG'), entry('two'));
    jobs.at(2, () => jobs.log.add(entry('three')));
    jobs.at(4, () => {
      jobs.progress.set(A, ended('Failed', { reason: 'exit code 2' }));
      jobs.log.add(entry('four', 'ERROR'), entry('five'));
    });
    const events = await toEnd(watching(jobs, { controls }));
    expect(inShort(events)).toEqual([
      ...['status Running', 'progress 10', 'log one', 'log two', 'log three'],
      ...['progress 100', 'log four', 'log five', 'status Failed', 'verdict Failed 1'],
    ]);
    expect(events.at(-1)).toMatchObject({
      reason: 'exit code 2',
      lastErrors: [{ message: 'four' }],
    });
  });

  it('tells the last five errors of a job that has failed', async () => {
    const jobs = fakeJobs();
    jobs.progress.set(A, ended('Failed'));
    jobs.log.add(...Array.from({ length: 9 }, (_, index) => entry(`error ${index}`, 'ERROR')));
    jobs.log.add(entry('fine'));
    const verdict = (await toEnd(watching(jobs))).at(-1);
    const last = verdict?.type === 'verdict' ? verdict.lastErrors : [];
    expect(last?.map(({ message }) => message)).toEqual([
      'error 4',
      'error 5',
      'error 6',
      'error 7',
      'error 8',
    ]);
  });

  it('follows the log at the level that is turned on, and not at all when it is off', async () => {
    const jobs = fakeJobs();
    const controls = turnedControls();
    jobs.log.add(entry('before'));
    jobs.at(4, () => {
      controls.set.logLevel = 'WARN';
      jobs.log.add(entry('careful', 'WARN'), entry('fine'));
    });
    jobs.at(8, () => {
      controls.set.logLevel = 'INFO';
      jobs.log.add(entry('fine again'));
    });
    jobs.at(12, () => jobs.progress.set(A, ended('Completed')));
    const events = await toEnd(watching(jobs, { controls }));
    expect(inShort(events).filter((text) => text.startsWith('log'))).toEqual([
      'log careful',
      'log fine again',
    ]);
    expect(jobs.asked.filter((text) => /^[0-3] logs/.test(text))).toEqual([]);
  });

  it('asks for the panels that are on, and tells what is new in them', async () => {
    const jobs = fakeJobs();
    const controls = turnedControls();
    controls.set.panels = ['metrics', 'timeline', 'dependencies'];
    const { dependencies } = jobs;
    jobs.at(3, () => {
      jobs.dependencies = { dependencies: { prerequisiteJobs: [] } };
    });
    jobs.at(5, () => {
      controls.set.panels = [];
    });
    jobs.at(7, () => jobs.progress.set(A, ended('Completed')));
    const events = await toEnd(watching(jobs, { controls }));
    const seen = events.flatMap((event) => (event.type === 'seen' && event.dependencies) || []);
    expect(seen).toEqual([dependencies, jobs.dependencies]);
    expect(jobs.asked.slice(0, 9)).toEqual([
      ...['0 progress', '0 metrics', '0 timeline', '0 dependencies', '0 history'],
      ...['2 progress', '2 metrics', '2 timeline', '2 dependencies'],
    ]);
    expect(jobs.asked.filter((text) => text.startsWith('6'))).toEqual(['6 progress']);
  });
});
