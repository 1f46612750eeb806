import { describe, expect, it } from 'vitest';
import { progressView } from '../../../src/commands/progress/view.js';
import type { ProgressBody } from '../../../src/contract/index.js';
import { type LookOptions, EXAMPLE_NOW_MS as nowMs, screen, testLook } from '../../helpers/look.js';
import { completedJob, failedJob, lateJob, queuedJob, runningJob } from './jobs.js';

const view = async (body: ProgressBody, options: LookOptions = {}): Promise<string> =>
  screen(progressView({ body, nowMs }, await testLook(options)));

describe('the progress of a job that does not simply run', () => {
  it('names the stage in which a job failed, and shows what the stage says about it', async () => {
    expect(await view(failedJob())).toBe(`
✗ Customer Journey Analysis  Failed
  cc0e8400-e29b-41d4-a716-446655440000

  ███████████████████████████████████████████▌░░░░░░░░░░░░░░░░  72.5%

  Took       14m 10s  since 10:30:00
  Ended      10:44:10 (1m 23s ago)
  Failed in  Performance Analysis

Stages
  Stage                         Progress    Time            Records
✓ Data Loading          ██████████  100%  2m 15s            192,850
  throughput 1,427 records/s  dataValidated yes  errorsFound 0
✓ Process Discovery     ██████████  100%  9m 15s            192,850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
✗ Performance Analysis  ███████▊░░   78%  2m 40s  150,243 / 192,850
  Failed
  bottlenecksIdentified 8  waitTimeCalculated 150,243
  cycleTimeCalculated 150,243  errorMessage Out of memory
⊘ Report Generation     ░░░░░░░░░░     -       -
  Cancelled
`);
  });

  it('says the same of a failed job in a pipe', async () => {
    expect(await view(failedJob(), { terminal: false })).toBe(`
Job: Customer Journey Analysis
ID: cc0e8400-e29b-41d4-a716-446655440000
Status: Failed
Progress: 72.5%
Took: 14m 10s, since 2024-01-20T10:30:00Z
Ended: 2024-01-20T10:44:10Z
Failed in: Performance Analysis

Stage                 Status     Progress  Time    Started               Ended                 Records            Rate  Metrics
Data Loading          Completed  100%      2m 15s  2024-01-20T10:30:00Z  2024-01-20T10:32:15Z  192,850            -     throughput 1,427 records/s, dataValidated yes, errorsFound 0
Process Discovery     Completed  100%      9m 15s  2024-01-20T10:32:15Z  2024-01-20T10:41:30Z  192,850            -     activitiesDiscovered 47, variantsFound 234, pathsIdentified 156
Performance Analysis  Failed     78%       2m 40s  2024-01-20T10:41:30Z  2024-01-20T10:44:10Z  150,243 / 192,850  -     bottlenecksIdentified 8, waitTimeCalculated 150,243, cycleTimeCalculated 150,243, errorMessage Out of memory
Report Generation     Cancelled  -         -       -                     -                     -                  -
`);
  });

  it('says how long a completed job took', async () => {
    expect(await view(completedJob())).toBe(`
✓ Customer Journey Analysis  Completed

  ████████████████████████████████████████████████████████████  100%

  Took   1h 22m  since 09:00:00
  Ended  10:22:00 (23m 33s ago)
`);
  });

  it('does not say of an unknown status that nothing has started', async () => {
    const job = { status: 'Hibernating', overallProgress: { percentage: 12 } };
    expect(await view(job)).not.toContain('not started');
  });

  it('shows whatever else the server says of a failed job', async () => {
    const job = { ...completedJob(), status: 'Failed', errorMessage: 'Out of memory', retries: 2 };
    expect(await view(job)).toBe(`
✗ Customer Journey Analysis  Failed

  ████████████████████████████████████████████████████████████  100%

  Took          1h 22m  since 09:00:00
  Ended         10:22:00 (23m 33s ago)
  errorMessage  Out of memory
  retries       2
`);
  });

  it('says when a queued job is expected to start, and its place in the queue', async () => {
    expect(await view(queuedJob())).toBe(`
○ Monthly Report  Queued
  ff0e8400-e29b-41d4-a716-446655440000

  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0%

  Start  ~10:55:00 (in 9m 27s)
  Queue  #3
`);
  });

  it('says by how much a job is late, and never 100 % before it is', async () => {
    expect(await view(lateJob())).toBe(`
● Nightly Import  Running

  ███████████████████████████████████████████████████████████▉  99.9%

  Elapsed    45m 33s  since 10:00:00
  Late by    2m 3s  was expected at 10:43:30
  Remaining  (server says 1 minute)

Stages
  Stage          Progress    Time      Records
? Import  ██▌░░░░░░░  25%  5m 33s  400 / 1,600
  Paused  late by 2m 3s  1.2 records/s on average
`);
  });

  it('says the same of a late job in a pipe', async () => {
    expect(await view(lateJob(), { terminal: false })).toBe(`
Job: Nightly Import
ID: -
Status: Running
Progress: 99.9%
Elapsed: 45m 33s, since 2024-01-20T10:00:00Z
Late by: 2m 3s, was expected at 2024-01-20T10:43:30Z
Remaining: (server says 1 minute)

Stage   Status  Progress  Time    Started               Ended                                  Records      Rate                      Metrics
Import  Paused  25%       5m 33s  2024-01-20T10:40:00Z  ~2024-01-20T10:43:30Z (late by 2m 3s)  400 / 1,600  1.2 records/s on average
`);
  });

  it('shows a job of which nothing is known', async () => {
    expect(await view({ overallProgress: {} })).toBe(`
? -  -
`);
  });

  it('shows words of the server where nothing can be computed, and words it can not compare beside its own', async () => {
    const body = runningJob();
    body.stages = null;
    body.currentActivity = null;
    body.resourceUsage = { memoryLimit: '4.0 GB', gpu: { share: 0.25, name: 'A100' } };
    body.qualityMetrics = { dataQualityScore: 90, isSampled: true };
    body.overallProgress = {
      percentage: 10,
      startTime: '2024-01-20T10:30:00Z',
      elapsedTime: 'a quarter of an hour',
      estimatedRemaining: '20-25 minutes',
    };
    expect(await view(body)).toBe(`
● Customer Journey Analysis  Running
  cc0e8400-e29b-41d4-a716-446655440000

  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  10%

  Elapsed    15m 33s (server says a quarter of an hour)  since 10:30:00
  Remaining  20-25 minutes

Resources
  Memory     limit 4.0 GB
  gpu.share  0.25
  gpu.name   A100

Quality
  Score      90
  isSampled  yes
`);
  });

  it('keeps every one of 10,000 stages, in their order', async () => {
    const stages = Array.from({ length: 10_000 }, (_, index) => ({
      stageName: `Stage ${10_000 - index}`,
      stageOrder: 10_000 - index,
      status: 'Completed',
      progress: 100,
      metrics: { rows: index },
    }));
    const body: ProgressBody = { status: 'Running', overallProgress: { percentage: 50 }, stages };
    const lines = progressView({ body, nowMs }, await testLook());
    const names = lines.flatMap((line) => /Stage \d+/.exec(line)?.[0] ?? []);
    expect(names).toEqual(Array.from({ length: 10_000 }, (_, index) => `Stage ${index + 1}`));
  }, 20_000);

  it('shows the keys and the text of a hostile answer, and lets none of them act', async () => {
    const metrics: unknown = JSON.parse(
      '{"__proto__": {"polluted": 1}, "a\\u001b[2Jb": "x\\u202ey"}',
    );
    const stages = [{ stageName: 'S\u001b[31m\r\n', metrics }] as ProgressBody['stages'];
    const text = await view({
      jobName: '\u009b2J',
      overallProgress: { percentage: Infinity },
      stages,
    });
    expect(text).toContain('polluted');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
