import { describe, expect, test } from 'vitest';
import { run as runBatch } from '../../../src/commands/batch/run.js';
import { run as runDeps } from '../../../src/commands/deps/run.js';
import { run as runMetrics } from '../../../src/commands/metrics/run.js';
import { run as runProgress } from '../../../src/commands/progress/run.js';
import { run as runTimeline } from '../../../src/commands/timeline/run.js';
import type { BatchBody, DependenciesBody, ProgressBody } from '../../../src/contract/index.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { example } from '../../helpers/examples.js';
import { completedJob, failedJob, lateJob, runningJob } from '../progress/jobs.js';
import {
  answering,
  type RefreshOptions,
  rateLimited,
  refreshContext,
  running,
  unreachable,
} from './refresh-context.js';

const SECOND = 1_000;
const everyTwo = { jobId: undefined, watch: { intervalMs: 2 * SECOND } };

const at = (percentage: number): ProgressBody => ({
  jobName: 'Nightly Import',
  status: 'Running',
  overallProgress: { percentage, startTime: '2024-01-20T10:30:00Z' },
});

/** `progress -w` in a pipe, on answers that come one after another. */
async function progress(
  answers: ReturnType<typeof answering<ProgressBody>>,
  options: RefreshOptions = {},
) {
  const fake = await refreshContext({
    client: (clock) => ({ progress: answers.with(clock) }),
    ...options,
  });
  return { ...fake, ...running(runProgress(everyTwo, fake.context)) };
}

describe('in a pipe', () => {
  test('the view is printed again when it has changed, below the time, and there are no control codes', async () => {
    const answers = answering(at(10), at(10), at(20), completedJob());
    const { clock, stdout, stderr, result } = await progress(answers);
    await clock.advance(6 * SECOND);
    expect(await result).toBe(0);
    expect(stdout()).toBe(`--- 2024-01-20T10:45:33Z ---
Job: Nightly Import
ID: -
Status: Running
Progress: 10%
Elapsed: 15m 33s, since 2024-01-20T10:30:00Z

--- 2024-01-20T10:45:37Z ---
Job: Nightly Import
ID: -
Status: Running
Progress: 20%
Elapsed: 15m 37s, since 2024-01-20T10:30:00Z

--- 2024-01-20T10:45:39Z ---
Job: Customer Journey Analysis
ID: -
Status: Completed
Progress: 100%
Took: 1h 22m, since 2024-01-20T09:00:00Z
Ended: 2024-01-20T10:22:00Z

`);
    expect(stderr()).toBe('');
  });

  test('what a server only says in other words as time passes is no change', async () => {
    const said = (elapsedTime: string) => ({
      ...at(10),
      overallProgress: { percentage: 10, elapsedTime },
    });
    const { clock, stdout, abort, result } = await progress(answering(said('1m'), said('2m')));
    await clock.advance(20 * SECOND);
    expect(stdout().match(/---/g)).toHaveLength(2);
    abort(new Error('enough'));
    await expect(result).rejects.toThrow('enough');
  });

  test('it is asked at the interval, whatever comes of it', async () => {
    const answers = answering(at(1), at(2), at(3), completedJob());
    const { clock, result } = await progress(answers);
    await clock.advance(10 * SECOND);
    expect(await result).toBe(0);
    expect(answers.askedMs.map((ms) => ms - (answers.askedMs[0] ?? 0))).toEqual([
      0,
      2 * SECOND,
      4 * SECOND,
      6 * SECOND,
    ]);
  });
});

describe('as ndjson', () => {
  test('a body is a line each time it has changed', async () => {
    const bodies = [at(10), at(10), at(20), failedJob()] as const;
    const { clock, stdout, result } = await progress(answering(...bodies), { form: 'ndjson' });
    await clock.advance(6 * SECOND);
    expect(await result).toBe(1);
    const lines = stdout().trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([bodies[0], bodies[2], bodies[3]]);
  });

  test('-o json is refused: it is one document', async () => {
    const { result } = await progress(answering(at(10)), { form: 'json' });
    await expect(result).rejects.toMatchObject({
      code: 'CONFLICTING_OPTIONS',
      facts: { options: ['--watch', '--output json'], instead: '--output ndjson' },
    });
  });
});

describe('when there is no answer', () => {
  test('it says so once, goes on asking with longer and longer waits, and says when there is one again', async () => {
    const failures = Array.from({ length: 8 }, unreachable);
    const answers = answering(at(10), ...failures, completedJob());
    const { clock, stdout, stderr, result } = await progress(answers);
    await clock.advance(600 * SECOND);
    expect(await result).toBe(0);
    expect(stderr()).toBe(
      "no answer, trying again: can't reach https://jobs.example.com after 1 attempt: ECONNREFUSED\n" +
        'answers come again after 1m 37s\n',
    );
    expect(stdout().match(/---/g)).toHaveLength(4);
    const waits = answers.askedMs.map((ms, index) => ms - (answers.askedMs[index - 1] ?? ms));
    expect(waits.map((ms) => ms / SECOND)).toEqual([0, 2, 3, 5, 9, 16, 16, 16, 16, 16]);
  });

  test('an hour of failures ends nothing, also when there never was an answer', async () => {
    const { clock, ended, abort, result } = await progress(answering<ProgressBody>(unreachable()));
    await clock.advance(3_600 * SECOND);
    expect(ended()).toBe(false);
    abort(new Error('enough'));
    await expect(result).rejects.toThrow('enough');
  });

  test('a server that asks to wait is not asked before', async () => {
    const answers = answering(at(10), rateLimited(90 * SECOND), completedJob());
    const { clock, result } = await progress(answers);
    await clock.advance(200 * SECOND);
    expect(await result).toBe(0);
    const [, limited = 0, next = 0] = answers.askedMs;
    expect(next - limited).toBeGreaterThanOrEqual(90 * SECOND);
    expect(next - limited).toBeLessThan(95 * SECOND);
  });

  test.each([
    ['UNAUTHENTICATED', { origin: 'https://jobs.example.com', tokenSent: true }],
    ['FORBIDDEN', { origin: 'https://jobs.example.com' }],
    ['NOT_FOUND', { path: '/job' }],
  ] as const)('%s ends it: no wait mends that', async (code, facts) => {
    const error = new JobtrackError(code, facts);
    const { clock, result } = await progress(answering(at(10), error));
    await clock.advance(10 * SECOND);
    await expect(result).rejects.toBe(error);
  });
});

describe('the exit code', () => {
  const cancelled: ProgressBody = { ...at(10), status: 'Cancelled' };

  test.each([
    ['Completed', completedJob(), 0],
    ['Failed', failedJob(), 1],
    ['Cancelled', cancelled, 3],
  ] as const)('of a job that is %s', async (_status, body, code) => {
    const { clock, result } = await progress(answering(lateJob(), body));
    await clock.advance(2 * SECOND);
    expect(await result).toBe(code);
  });

  test.each([
    ['metrics', runMetrics, { history: false }, 'metrics'],
    [
      'timeline',
      runTimeline,
      { subEvents: false, granularity: undefined, view: 'list' },
      'timeline',
    ],
    ['deps', runDeps, { format: 'tree', why: false }, 'dependencies'],
  ] as const)(
    'of %s is that of the job, which is asked for as well',
    async (_name, run, options, method) => {
      const status = answering(runningJob(), failedJob());
      const body = answering<object>(example<DependenciesBody>('ja', method));
      const { context, clock, stdout } = await refreshContext({
        client: (at) => ({ progress: status.with(at), [method]: body.with(at) }),
      });
      const { result } = running(run({ ...everyTwo, ...options } as never, context));
      await clock.advance(2 * SECOND);
      expect(await result).toBe(1);
      expect(stdout().startsWith('--- 2024-01-20T10:45:33Z ---\n')).toBe(true);
      expect(body.askedMs).toHaveLength(2);
    },
  );

  test('of several jobs is that of the worst, when all that are shown have ended', async () => {
    const body = example<BatchBody>('ja', 'batch');
    const ending = (...statuses: string[]): BatchBody => ({
      ...body,
      jobs: body.jobs.map((job, index) => ({ ...job, status: statuses[index] ?? 'Completed' })),
    });
    const bodies = [ending('Running', 'Failed'), ending('Cancelled', 'Failed', 'Completed')];
    const asked: unknown[] = [];
    const { context, clock } = await refreshContext({
      client: (at) => {
        const answer = answering(...bodies).with(at);
        return {
          batch: (params) => {
            asked.push(params);
            return answer();
          },
        };
      },
    });
    const options = { jobIds: [], status: undefined, submittedBy: undefined, showsMetrics: false };
    const { result } = running(
      runBatch({ ...options, sort: undefined, watch: { intervalMs: undefined } }, context),
    );
    await clock.advance(2 * SECOND);
    expect(await result).toBe(1);
    expect(asked).toEqual([{ refreshIntervalSeconds: 2 }, { refreshIntervalSeconds: 2 }]);
  });

  test('a batch of no jobs waits for some', async () => {
    const none: BatchBody = { ...example<BatchBody>('ja', 'batch'), jobs: [] };
    const { context, clock, stderr, abort } = await refreshContext({
      client: (at) => ({ batch: answering(none).with(at) }),
    });
    const options = { jobIds: [], status: undefined, submittedBy: undefined, showsMetrics: false };
    const { ended, result } = running(
      runBatch({ ...options, sort: undefined, watch: { intervalMs: SECOND } }, context),
    );
    await clock.advance(60 * SECOND);
    expect(ended()).toBe(false);
    expect(stderr().trimEnd().split('\n')).toHaveLength(1);
    abort(new Error('enough'));
    await expect(result).rejects.toThrow('enough');
  });
});
