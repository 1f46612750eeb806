import { describe, expect, it } from 'vitest';
import { interruptedView, verdictView } from '../../../../src/commands/watch/view/verdict.js';
import { watchView } from '../../../../src/commands/watch/view/view.js';
import type { LogsBody, MetricsBody } from '../../../../src/contract/index.js';
import type { VerdictEvent } from '../../../../src/domain/events/job-event.js';
import { summarize } from '../../../../src/domain/events/summary.js';
import type { WatchState } from '../../../../src/domain/events/watch-state.js';
import { JobtrackError } from '../../../../src/errors/index.js';
import { example } from '../../../helpers/examples.js';
import { type LookOptions, screen, testLook } from '../../../helpers/look.js';
import { atMs, jobId, progress, screenOf, seen, several, show, told } from './watches.js';

const done = seen(
  progress(
    {
      status: 'Completed',
      stages: (progress().stages ?? []).map((stage) => ({
        ...stage,
        status: 'Completed',
        endTime: stage.endTime ?? '2024-01-20T10:52:03Z',
      })),
    },
    { percentage: 100, endTime: '2024-01-20T10:52:03Z' },
  ),
  { metrics: example<MetricsBody>('ja', 'metrics') },
);
const failed = seen(
  progress(
    { status: 'Failed', reason: 'Memory limit exceeded' },
    { endTime: '2024-01-20T10:45:00Z' },
  ),
);
const lastErrors = example<LogsBody>('ja', 'logs').logs.filter(({ level }) => level === 'ERROR');

/** The verdict on a watch that ends as its first job did, with what its summary tells. */
function verdictOn(watch: WatchState, more: Partial<VerdictEvent> = {}): VerdictEvent {
  const [job] = watch.jobs;
  if (job === undefined) throw new Error('a verdict is on a job');
  const { status: state = 'Unknown' } = job;
  return {
    type: 'verdict',
    jobId: job.jobId,
    atMs,
    state,
    exitCode: 0,
    jobs: [],
    ...summarize(job, atMs),
    ...(state === 'Failed' ? { lastErrors } : {}),
    ...more,
  };
}

async function verdict(
  watch: WatchState,
  options: LookOptions & { more?: Partial<VerdictEvent>; place?: string } = {},
): Promise<string> {
  const { more, place = '', ...looks } = options;
  const event = verdictOn(watch, more);
  return screen(verdictView(told([event], watch), event, await testLook(looks), place));
}

describe('the end of a completed job', () => {
  it('tells how long it took and what it came to', async () => {
    expect(await verdict(done)).toBe(`

✓ Completed in 22m 3s
  Efficiency     78.3%  Good
  Slowest stage  Performance Analysis  10m 33s  48%
  Records        192,850
  Quality        score 94.8  15 passed  1 failed  11 warnings  2 errors
`);
    expect(await verdict(done, { width: 40 })).toBe(`

✓ Completed in 22m 3s
  Efficiency     78.3%  Good
  Slowest stage  Performance Analysis
                 10m 33s  48%
  Records        192,850
  Quality        score 94.8  15 passed
                 1 failed  11 warnings
                 2 errors
`);
  });

  it('is told in Turkish and in Japanese', async () => {
    expect(await verdict(done, { language: 'tr' })).toBe(`

✓ Tamamlandı (22 dk 3 sn)
  Verimlilik      %78,3  İyi
  En yavaş aşama  Performance Analysis  10 dk 33 sn  %48
  Kayıt           192.850
  Kalite          puan 94,8  15 başarılı  1 başarısız  11 uyarı  2 hata
`);
    expect(await verdict(done, { language: 'ja' })).toBe(`

✓ 完了（22分3秒）
  効率              78.3%  良好
  最も遅いステージ  Performance Analysis  10分33秒  48%
  件数              192,850
  品質              スコア 94.8  合格 15  不合格 1  警告 11 件  エラー 2 件
`);
  });

  it('tells no more than is known', async () => {
    const bare = seen({ status: 'Completed', overallProgress: {} });
    expect(await verdict(bare)).toBe(`

✓ Completed
`);
  });

  it('comes below the last frame, which has no status line any more', async () => {
    const frame = await show(told([verdictOn(done)], done), { rows: 10, width: 40 });
    expect(frame).toBe(`
✓ Customer Journey Analysis  Completed
██████████████████████████████████  100%
Took 22m 03s  Ended 10:52:03

  Stage                           Time
✓ 4 stages done, 22m 3s
CPU       ████▋░░  67%  ▂▇▆▆▆
Memory    ████░░░  58%  ▂▄▇▅▅    2.3 GB
Rate      1,250/s       ▁█▇▇▇
Disk      890 MB · Network 12 MB
`);
  });
});

describe('the end of a failed job', () => {
  it('tells where and why, its last errors with details, and how to read more', async () => {
    expect(await verdict(failed)).toBe(`

✗ Failed at stage Performance Analysis: Memory limit exceeded

Last errors
10:41:10  ERROR  AnalyticsEngine  Memory limit exceeded during bottleneck
                                  analysis
                 stage Analysis  memoryUsage 3.8 GB  memoryLimit 4.0 GB
                 action Switching to disk-based processing  retry yes

Read more with: jobtrack logs cc0e8400-e29b-41d4-a716-446655440000 --level ERROR
`);
  });

  it('fits 40 columns: the command goes on where a shell takes it for one', async () => {
    expect(await verdict(failed, { width: 40, language: 'ja' })).toBe(`

✗ 失敗（Performance Analysis）: Memory
limit exceeded

最後のエラー
10:41:10  ERROR  AnalyticsEngine
  Memory limit exceeded during
  bottleneck analysis
  ステージ Analysis  memoryUsage 3.8 GB
  memoryLimit 4.0 GB
  action Switching to disk-based
  processing
  retry はい

続きを読むには:
  jobtrack logs \\
  cc0e8400-e29b-41d4-a716-446655440000 \\
  --level ERROR
`);
  });

  it('names the server again where the user had to', async () => {
    const text = await verdict(failed, { place: ' --profile night' });
    expect(text).toContain(
      'Read more with:\n  jobtrack logs cc0e8400-e29b-41d4-a716-446655440000 --level ERROR \\\n  --profile night\n',
    );
  });

  it('without entries at ERROR still tells how to read more', async () => {
    expect(await verdict(failed, { more: { lastErrors: [] } })).toBe(`

✗ Failed at stage Performance Analysis: Memory limit exceeded

Read more with: jobtrack logs cc0e8400-e29b-41d4-a716-446655440000 --level ERROR
`);
  });
});

describe('other ends', () => {
  it('a cancelled job', async () => {
    const body = progress(
      { status: 'Cancelled', reason: 'Stopped by user123' },
      { endTime: '2024-01-20T10:40:00Z' },
    );
    expect(await verdict(seen(body))).toBe(`

⊘ Cancelled after 10m: Stopped by user123
`);
  });

  const running = seen(progress());

  it('the time has passed first: the job goes on', async () => {
    expect(await verdict(running, { more: { state: 'TimedOut' } })).toBe(`

▲ The time to watch has passed

The job goes on. Return to it with:
  jobtrack watch cc0e8400-e29b-41d4-a716-446655440000
`);
  });

  it('the time has passed and there was never an answer', async () => {
    const stale = told([
      {
        type: 'stale',
        atMs,
        ageMs: undefined,
        nextTryMs: atMs + 3000,
        cause: 'unreachable',
        error: new JobtrackError('NETWORK', { origin: '', reason: 'ECONNREFUSED', attempts: 3 }),
      },
    ]);
    expect(await verdict(stale, { more: { state: 'TimedOut' } })).toBe(`

▲ The time to watch has passed
✗ no answer yet: connection refused

Try again with: jobtrack watch cc0e8400-e29b-41d4-a716-446655440000
`);
  });
});

describe('the end of several jobs', () => {
  const idOf = (index: number): string =>
    `${index.toString(16).padStart(8, '0')}-e29b-41d4-a716-446655440000`;
  const jobOf = (index: number) => ({
    jobId: idOf(index),
    jobName: `Import ${index + 1}`,
    startTime: '2024-01-20T10:30:00Z',
    ...(index % 5 === 4
      ? { status: 'Running', progress: 40 }
      : { status: 'Completed', progress: 100, endTime: '2024-01-20T10:41:00Z' }),
    ...(index === 0 ? { status: 'Failed', progress: 70, currentStage: 'Data Loading' } : {}),
  });
  const jobs = (count: number) =>
    several(Array.from({ length: count }, (_, index) => jobOf(index)));

  it('is a line each, then the one that decides', async () => {
    expect(
      await verdict(jobs(5), { more: { failedStage: 'Data Loading', reason: 'no space left' } }),
    ).toBe(`
5 jobs  ✗ 1 failed  ● 1 running  ✓ 3 done
✗ Import 1  Failed     █████████░░░░  70%  Data Loading          took 11m 00s
● Import 5  Running    █████▏░░░░░░░  40%                        for 15m 33s
✓ Import 2  Completed  █████████████ 100%                        took 11m 00s
✓ Import 3  Completed  █████████████ 100%                        took 11m 00s
✓ Import 4  Completed  █████████████ 100%                        took 11m 00s

✗ Import 1: Failed at stage Data Loading: no space left

Last errors
10:41:10  ERROR  AnalyticsEngine  Memory limit exceeded during bottleneck
                                  analysis
                 stage Analysis  memoryUsage 3.8 GB  memoryLimit 4.0 GB
                 action Switching to disk-based processing  retry yes

Read more with: jobtrack logs 00000000-e29b-41d4-a716-446655440000 --level ERROR

The job goes on. Return to it with:
  jobtrack watch 00000004-e29b-41d4-a716-446655440000
`);
  });

  it('shows the failed ones first and counts the rest', async () => {
    const text = await verdict(jobs(500), { more: { lastErrors: [] } });
    const lines = text.trim().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '500 jobs  ✗ 1 failed  ● 100 running  ✓ 399 done',
      '✗ Import 1    Failed     ███████▋░░░  70%  Data Loading          took 11m 00s',
      '● Import 5    Running    ████▍░░░░░░  40%                        for 15m 33s',
    ]);
    expect(lines).toContain('… and 480 more: 81 running, 399 done');
    expect(lines.length).toBeLessThan(30);
  });

  it('that are all completed needs no more words', async () => {
    const all = several([4, 5, 6].map((index) => ({ ...jobOf(index), status: 'Completed' })));
    expect(await verdict(all)).toBe(`
3 jobs  ✓ 3 done
✓ Import 5  Completed  █████████████ 100%
✓ Import 6  Completed  █████████████ 100%                        took 11m 00s
✓ Import 7  Completed  █████████████ 100%                        took 11m 00s
`);
  });

  it('with one that was enough tells which, and how to return to the others', async () => {
    const first = several([1, 4].map(jobOf));
    expect(await verdict(first, { width: 60 })).toBe(`
2 jobs  ● 1 running  ✓ 1 done
● Import 5  Running    ██████░░░░░░░░░  40%  for 15m 33s
✓ Import 2  Completed  ███████████████ 100%  took 11m 00s

✓ Import 2: Completed in 11m

The job goes on. Return to it with:
  jobtrack watch 00000004-e29b-41d4-a716-446655440000
`);
  });

  it('that go on tells how to return to those', async () => {
    expect(await verdict(jobs(5), { more: { state: 'TimedOut' }, width: 60 })).toBe(`
5 jobs  ✗ 1 failed  ● 1 running  ✓ 3 done
✗ Import 1  Failed     ██████████▌░░░░  70%  took 11m 00s
● Import 5  Running    ██████░░░░░░░░░  40%  for 15m 33s
✓ Import 2  Completed  ███████████████ 100%  took 11m 00s
✓ Import 3  Completed  ███████████████ 100%  took 11m 00s
✓ Import 4  Completed  ███████████████ 100%  took 11m 00s

▲ The time to watch has passed

The job goes on. Return to it with:
  jobtrack watch 00000004-e29b-41d4-a716-446655440000
`);
  });

  it('takes the place of the last frame', async () => {
    const watch = told([verdictOn(jobs(5))], jobs(5));
    expect(watchView(watch, screenOf({}), await testLook())).toEqual([]);
  });
});

describe('a watch that was left', () => {
  const left = async (jobIds: readonly string[], options: LookOptions = {}, place = '') =>
    screen(interruptedView(jobIds, await testLook(options), place));

  it('tells that the job goes on, and the exact command to return', async () => {
    expect(await left([jobId])).toBe(`

The job goes on. Return to it with:
  jobtrack watch cc0e8400-e29b-41d4-a716-446655440000
`);
    expect(
      await left([jobId], { language: 'ja', width: 40 }, ' --url http://127.0.0.1:4000'),
    ).toBe(`

ジョブは続いています。戻るには:
  jobtrack watch \\
  cc0e8400-e29b-41d4-a716-446655440000 \\
  --url http://127.0.0.1:4000
`);
  });

  it('of several jobs names all of them', async () => {
    expect(await left([jobId, jobId.replace('cc', 'dd')], { language: 'tr' })).toBe(`

İşler sürüyor. Geri dönmek için:
  jobtrack watch cc0e8400-e29b-41d4-a716-446655440000 \\
  dd0e8400-e29b-41d4-a716-446655440000
`);
  });

  it('of very many jobs does not', async () => {
    expect(await left(Array<string>(11).fill(jobId))).toBe(`

The jobs go on. Return to them with the same command.
`);
  });
});
