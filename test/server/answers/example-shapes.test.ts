import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../src/contract/index.js';
import { EXAMPLE_JOB, example } from '../../helpers/examples.js';
import { createAnswering } from './answering.js';
import { customerJourney } from './customer-journey.js';

type Json = { [key: string]: unknown };

/** Every path of field names in a body; lists count as one. Open maps are the reporter's own and are left out. */
function paths(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => paths(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'details' && path.endsWith('[]')
      ? [`${path}.details`]
      : key === 'metrics'
        ? [`${path}.metrics`]
        : paths(inner, `${path}.${key}`),
  );
}

const unique = (list: string[]): string[] => [...new Set(list)].sort();

/** What the example of the API document has and the answer has not, and the other way round. */
function differences(answer: unknown, name: string): { missing: string[]; added: string[] } {
  const own = unique(paths(answer));
  const expected = unique(paths(example<Json>('ja', name)));
  return {
    missing: expected.filter((path) => !own.includes(path)),
    added: own.filter((path) => !expected.includes(path)),
  };
}

describe('the job of the API document, told of by reports', () => {
  const { answers } = customerJourney();

  it('has a progress of the same form', () => {
    const body = answers.progress(EXAMPLE_JOB, 'en');
    v.parse(endpoints.progress.schema, body);
    expect(differences(body, 'progress')).toEqual({ missing: [], added: [] });
  });

  it('has a timeline of the same form, with numbered events', () => {
    const body = answers.timeline(EXAMPLE_JOB, {}, 'en');
    v.parse(endpoints.timeline.schema, body);
    expect(differences(body, 'timeline')).toEqual({ missing: [], added: ['.timeline[].sequence'] });
  });

  it('has metrics of the same form, but for disk operations, which no report counts', () => {
    const body = answers.metrics(EXAMPLE_JOB, { includeHistory: true }, 'en');
    v.parse(endpoints.metrics.schema, body);
    const disk = '.currentMetrics.resourceUtilization.disk';
    expect(differences(body, 'metrics')).toEqual({
      missing: [`${disk}.iops`, `${disk}.latency`],
      added: [],
    });
  });

  it('stands in a batch of the same form, with the cancelled jobs counted and ends told', () => {
    const body = answers.batch({ includeMetrics: true }, 'en');
    v.parse(endpoints.batch.schema, body);
    expect(differences(body, 'batch')).toEqual({
      missing: [],
      added: ['.jobs[].endTime', '.summary.cancelled'],
    });
  });

  it('has dependencies of the same form, but for data sets, which the server does not know', () => {
    const body = answers.dependencies(EXAMPLE_JOB, 'en');
    v.parse(endpoints.dependencies.schema, body);
    const resource = '.dependencies.resourceDependencies[]';
    expect(differences(body, 'dependencies')).toEqual({
      missing: [`${resource}.lastModified`, `${resource}.resourceId`],
      added: [],
    });
  });

  it('has a log of the same form, with numbered entries', () => {
    const body = answers.logs(EXAMPLE_JOB, {});
    v.parse(endpoints.logs.schema, body);
    expect(differences(body, 'logs')).toEqual({
      missing: [],
      added: ['.logs[].sequence', '.maxWaitSeconds', '.nextSequence'],
    });
  });
});

describe('a job of any kind', () => {
  const server = createAnswering({ maxRunning: 2 });
  const { answers, tracker, report, pass } = server;
  const kinds = ['silent', 'failed', 'counting', 'queued', 'waiting'];
  const ids = kinds.map((_kind, index) => `00000000-0000-4000-8000-00000000000${index + 1}`);
  const [silent = '', failed = '', counting = ''] = ids;
  ids.slice(0, 2).forEach((jobId, index) => {
    tracker.register({ jobId, jobName: `${kinds[index]}` });
  });
  report(failed, { type: 'stage', stageName: 'Load', state: 'pending', expectedDurationMs: 5_000 });
  report(failed, { type: 'log', level: 'ERROR', message: 'broke' });
  report(failed, { type: 'finish', status: 'Failed', exitCode: 1 });
  ids.slice(2).forEach((jobId, index) => {
    const after = index === 2 ? [silent] : [];
    tracker.register({ jobId, jobName: `${kinds[index + 2]}`, jobType: 'T', after });
  });
  pass(10);
  report(counting, { type: 'progress', records: 50 }, { type: 'sample', networkOutBytes: 5 });

  it.each(kinds)('is answered by the contract while %s', (kind) => {
    const jobId = ids[kinds.indexOf(kind)] ?? '';
    const bodies = {
      progress: answers.progress(jobId, 'ja'),
      timeline: answers.timeline(jobId, { includeSubEvents: true, granularity: 'seconds' }, 'tr'),
      metrics: answers.metrics(jobId, { includeHistory: true, interval: '15m' }, 'en'),
      dependencies: answers.dependencies(jobId, 'ja'),
      logs: answers.logs(jobId, { level: 'DEBUG' }),
      batch: answers.batch({ jobIds: [jobId], includeMetrics: true }, 'tr'),
    };
    for (const [name, body] of Object.entries(bodies)) {
      v.parse(endpoints[name as keyof typeof bodies].schema, body);
      expect(JSON.parse(JSON.stringify(body)), name).toStrictEqual(body);
    }
  });
});
