import { describe, expect, it } from 'vitest';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { A, B, fakeJobs, notFound, toEnd, turnedControls, watching } from './fake-jobs.js';

const row = (jobId: string, status: string) => ({ jobId, status, progress: 40 });

const entry = (number: number, level = 'WARN') => ({
  timestamp: `2024-01-20T10:45:3${number}Z`,
  level,
  message: `entry ${number}`,
});

/** What was told of the logs and of the ends, in order. */
const told = (events: readonly JobEvent[]): string[] =>
  events.flatMap((event) => {
    if (event.type === 'log') return [`${event.jobId[0]} ${event.entry.message}`];
    if (event.type === 'status') return [`${event.jobId[0]} ${event.status}`];
    if (event.type === 'seen' && event.missing !== undefined) return [`${event.jobId[0]} no log`];
    return [];
  });

function following(level: 'WARN' | undefined) {
  const jobs = fakeJobs();
  jobs.rows = [row(A, 'Running'), row(B, 'Running')];
  const controls = turnedControls();
  controls.set.logLevel = level;
  return { jobs, watch: watching(jobs, { jobIds: [A, B], controls }) };
}

describe('the logs of several jobs', () => {
  it('are followed where a level is asked for, each entry once, and the last before the end', async () => {
    const { jobs, watch } = following('WARN');
    jobs.log.add(entry(1), entry(2, 'INFO'));
    jobs.at(2, () => jobs.log.add(entry(3)));
    jobs.at(4, () => {
      jobs.log.add(entry(4));
      jobs.rows = [row(A, 'Completed'), row(B, 'Failed')];
    });
    const events = await toEnd(watch);
    expect(told(events)).toEqual([
      ...['a Running', 'b Running', 'a entry 1', 'b entry 1'],
      ...['a entry 3', 'b entry 3'],
      ...['a entry 4', 'a Completed', 'b entry 4', 'b Failed'],
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'verdict', state: 'Failed' });
  });

  it('cost nothing where none is', async () => {
    const { jobs, watch } = following(undefined);
    jobs.at(2, () => {
      jobs.rows = [row(A, 'Completed'), row(B, 'Completed')];
    });
    await toEnd(watch);
    expect(jobs.asked).toEqual(['0 batch 2', '2 batch 2']);
  });

  it('may not be there: that is told once, and the watch goes on', async () => {
    const { jobs, watch } = following('WARN');
    jobs.fault = (method) => (method === 'logs' ? notFound() : undefined);
    jobs.at(10, () => {
      jobs.rows = [row(A, 'Completed'), row(B, 'Completed')];
    });
    const events = await toEnd(watch);
    expect(told(events).filter((line) => line.endsWith('no log'))).toEqual([
      'a no log',
      'b no log',
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'verdict', state: 'Completed' });
  });
});
