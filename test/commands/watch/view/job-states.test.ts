import { describe, expect, it } from 'vitest';
import type { DependenciesBody } from '../../../../src/contract/index.js';
import type { StaleEvent } from '../../../../src/domain/events/job-event.js';
import { JobtrackError } from '../../../../src/errors/index.js';
import { example } from '../../../helpers/examples.js';
import { atMs, jobId, logged, midRun, progress, seen, show, told } from './watches.js';

describe('a queued job', () => {
  const waiting = progress(
    {
      status: 'Queued',
      queuePosition: 3,
      reason: 'Waiting for a free worker',
      estimatedStartTime: '2024-01-20T10:49:43Z',
      stages: [{ stageName: 'Data Loading', stageOrder: 1, status: 'Pending' }],
      currentActivity: null,
      resourceUsage: null,
      qualityMetrics: null,
    },
    { percentage: null, startTime: null, estimatedCompletion: null },
  );

  it('tells its place, when it starts, and why it waits', async () => {
    expect(await show(seen(waiting))).toBe(`
○ Customer Journey Analysis  Queued         cc0e8400-e29b-41d4-a716-446655440000
  place 3 in the queue · starts at 10:49:43, in 4m 08s
  • Waiting for a free worker

  Stage         Progress                           Time        Remaining
○ Data Loading                              -

updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(seen(waiting), { language: 'ja', width: 40 })).toBe(`
○ Customer Journey Analysis  キュー待ち
キューの 3 番目 · 4分08秒後
• Waiting for a free worker

  ステージ                    時間
○ Data Loading     -

2秒前に更新            q 終了 · ? ヘルプ
`);
  });

  it('tells what it waits for, where its dependencies are known', async () => {
    const dependencies = example<DependenciesBody>('ja', 'dependencies');
    const [first] = dependencies.dependencies.prerequisiteJobs ?? [];
    const open = {
      ...dependencies,
      dependencyGraph: null,
      dependencies: {
        prerequisiteJobs: first === undefined ? [] : [{ ...first, status: 'Running' }],
      },
    };
    const watch = seen({ ...waiting, reason: null }, { dependencies: open });
    expect(await show(watch, { rows: 5 })).toBe(`
○ Customer Journey Analysis  Queued         cc0e8400-e29b-41d4-a716-446655440000
  place 3 in the queue · starts at 10:49:43, in 4m 08s
  • This job waits for Data Preparation.
○ Data Loading                              -
updated 2s ago                                        every 2s · q quit · ? help
`);
  });

  it('tells that it should have started', async () => {
    expect(await show(seen(waiting), { rows: 3, nowMs: atMs + 600_000 })).toBe(`
○ Customer Journey Analysis  Queued         cc0e8400-e29b-41d4-a716-446655440000
  place 3 in the queue · was to start at 10:49:43, 5m 50s ago
updated 10m 00s ago                                   every 2s · q quit · ? help
`);
  });
});

describe('a job of which nothing is known', () => {
  it('has not been asked for', async () => {
    expect(await show(told([]))).toBe(`
○ cc0e8400-e29b-41d4-a716-446655440000
  nothing is known of this job yet

asking the server                                     every 2s · q quit · ? help
`);
  });

  it('is not there yet', async () => {
    const stale: StaleEvent = {
      type: 'stale',
      atMs,
      ageMs: undefined,
      nextTryMs: atMs + 4000,
      cause: 'not-there-yet',
      error: new JobtrackError('NOT_FOUND', { path: '/', jobId }),
    };
    expect(await show(told([stale]), { rows: 3 })).toBe(`
○ cc0e8400-e29b-41d4-a716-446655440000
  nothing is known of this job yet
○ the server does not know this job yet: next try in  2s         q quit · ? help
`);
    expect(await show(told([stale]), { rows: 3, width: 40 })).toBe(`
○ cc0e8400-e29b-41d4-a716-446655440000
nothing is known of this job yet
○ no such job yet: next try in  2s
`);
  });
});

describe('a running job', () => {
  it('tells how late it is, once its estimate has passed', async () => {
    const late = seen(progress({}, { estimatedCompletion: '2024-01-20T10:44:33Z' }));
    expect(await show(late, { rows: 5 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  late by 1m 02s
✓ 2 stages done, 11m 30s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(late, { rows: 3, width: 40 })).toBe(`
● Customer Journey Analysis  Running
██████████████▍░░   85%  late by 1m 02s
updated 2s ago           q quit · ? help
`);
  });

  it('that does not move names all three that were looked at', async () => {
    const stalled = told([{ type: 'stall', jobId, atMs, quietMs: 358_000 }], midRun());
    expect(await show(stalled, { rows: 8 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  6m 25s left
  ▲ no log, no progress and no resource use for 6m 00s
✓ 2 stages done, 11m 30s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 00s
10:45:33  INFO   ReportGenerator       Generating process map visualization act…
updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(stalled, { rows: 8, language: 'ja' })).toBe(`
● Customer Journey Analysis  実行中         cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  残り 6分25秒
  ▲ 6分00秒のあいだ、ログも進捗もリソース使用もありません
✓ 2 ステージ完了、11分30秒
● Performance Analysis  ██████████████░░░░  78%       4分05秒  150,243 / 192,850
○ Report Generation     ░░░░░░░░░░░░░░░░░░   0%     約4分00秒
10:45:33  INFO   ReportGenerator       Generating process map visualization act…
2秒前に更新                                          2秒ごと · q 終了 · ? ヘルプ
`);
  });

  it('of which nobody knows how far it is has no bar', async () => {
    const watch = seen(progress({}, { percentage: null, estimatedCompletion: null }));
    expect(await show(watch, { rows: 4 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  Elapsed  15m 35s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
updated 2s ago                                        every 2s · q quit · ? help
`);
  });

  it('with a status that nobody knows shows it as it came', async () => {
    const [stage] = progress().stages ?? [];
    const stages = stage === undefined ? [] : [{ ...stage, status: 'Donmuş', progress: 40 }];
    const watch = seen(progress({ status: 'Paused', stages }));
    expect(await show(watch, { rows: 4 })).toBe(`
? Customer Journey Analysis  Paused         cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  6m 25s left
? Data Loading (Donmuş)  ██████▊░░░░░░░░░░  40%   15m 35s      192,850     207/s
updated 2s ago                                        every 2s · q quit · ? help
`);
  });
});

describe('a failed job', () => {
  const stages = (progress().stages ?? []).map((stage) =>
    stage.status === 'Running'
      ? { ...stage, status: 'Failed', endTime: '2024-01-20T10:45:00Z' }
      : stage,
  );
  const body = progress(
    { status: 'Failed', reason: 'Memory limit exceeded', stages },
    { endTime: '2024-01-20T10:45:00Z' },
  );

  it('tells why, and in which stage', async () => {
    expect(await show(logged(seen(body)))).toBe(`
✗ Customer Journey Analysis  Failed         cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Took  15m 00s   Ended  10:45:00
  • Memory limit exceeded

  Stage                 Progress              Time            Records       Rate
✓ Data Loading          ███████████ 100%    2m 15s            192,850
✓ Process Discovery     ███████████ 100%    9m 15s            192,850
✗ Performance Analysis  ████████▌░░  78%    3m 30s  150,243 / 192,850
○ Report Generation     ░░░░░░░░░░░   0%

  CPU       █████████████▍░░░░░░  67%  ▆
  Memory    ███████████▌░░░░░░░░  58%  ▅                     2.3 GB of 4.0 GB
  Rate      1,250 records/s            █
  Disk      890 MB · Network 12 MB
  Quality   score 94.8 · 15 passed · 1 failed · 11 warnings · 2 errors
── Log ─────────────────────────────────────────────────────────────────────────
10:38:22  WARN   DataValidator         Found 125 records with missing timestamp…
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck
                                       analysis  memoryUsage 3.8 GB  memoryLimit
                                       4.0 GB  action Switching to disk-based p…
10:45:33  INFO   ReportGenerator       Generating process map visualization act…

updated 2s ago                                        every 2s · q quit · ? help
`);
  });
});

describe('when there is no answer', () => {
  const stale = (more: Partial<StaleEvent>): StaleEvent => ({
    type: 'stale',
    atMs,
    ageMs: 43_000,
    nextTryMs: atMs + 10_000,
    cause: 'unreachable',
    error: new JobtrackError('NETWORK', { origin: '', reason: 'ECONNREFUSED', attempts: 3 }),
    ...more,
  });
  const lastLine = async (event: StaleEvent, options: Parameters<typeof show>[1] = {}) =>
    (await show(told([event], midRun()), { rows: 3, ...options })).trimEnd().split('\n').at(-1);

  it('the view stays, and tells since when, why, and when the next try is', async () => {
    expect(await show(told([stale({})], midRun()), { rows: 12 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00
✓ 2 stages done, 11m 30s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 00s
  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
  CPU       █████████████▍░░░░░░  67%  ▂▇▆▆▆
  Memory    ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                 2.3 GB of 4.0 GB
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck …
10:45:33  INFO   ReportGenerator       Generating process map visualization act…
✗ no answer for 45s: connection refused · next try in  8s        q quit · ? help
`);
  });

  it('and that is told before how far the job is', async () => {
    expect(await show(told([stale({})], midRun()), { rows: 2, width: 40 })).toBe(`
● Customer Journey Analy…   85%  Running
✗ no answer for 45s · next try in  8s
`);
  });

  it('both figures go on with the clock', async () => {
    const later = await lastLine(stale({}), { nowMs: atMs + 9000 });
    expect(later).toContain('no answer for 52s: connection refused · next try in  1s');
    const muchLater = await lastLine(stale({}), { nowMs: atMs + 3_600_000 });
    expect(muchLater).toContain('no answer for 1h 00m: connection refused · next try in  0s');
  });

  it.each([
    ['ENOTFOUND', '✗ no answer for 45s: host not found · next try in  8s'],
    ['ECONNRESET', '✗ no answer for 45s: connection lost · next try in  8s'],
    ['ETIMEDOUT', '✗ no answer for 45s: no answer in time · next try in  8s'],
    ['EPROTO', '✗ no answer for 45s: EPROTO · next try in  8s'],
  ])('%s is "%s"', async (reason, line) => {
    const error = new JobtrackError('NETWORK', { origin: '', reason, attempts: 3 });
    expect(await lastLine(stale({ error }))).toContain(line);
  });

  it('the answer of a server that fails is told with its number', async () => {
    const error = new JobtrackError('SERVER_ERROR', { origin: '', status: 503, attempts: 3 });
    expect(await lastLine(stale({ error, cause: 'server-error' }))).toContain(
      '✗ no answer for 45s: the server answers 503 · next try in  8s',
    );
  });

  it('a long reason gives way, when the next try is does not', async () => {
    const error = new JobtrackError('REDIRECT_REFUSED', {
      from: 'https://jobs.example.com/api',
      to: 'https://login.example.com/very/long',
    });
    expect(await lastLine(stale({ error }))).toBe(
      '✗ no answer for 45s: https://jobs.example.com/api redirects t… · next try in  8s',
    );
    expect(await lastLine(stale({ error }), { width: 40 })).toBe(
      '✗ no answer for 45s · next try in  8s',
    );
  });

  it('it says that there never was one', async () => {
    expect(await lastLine(stale({ ageMs: undefined }))).toContain(
      '✗ no answer yet: connection refused · next try in  8s',
    );
  });

  it('while it is paused, there is no next try', async () => {
    expect(await lastLine(stale({}), { isPaused: true })).toBe(
      'paused · ✗ no answer for 45s: connection refused      p resume · q quit · ? help',
    );
  });

  it('because the server asks to wait, that is no fault', async () => {
    const error = new JobtrackError('RATE_LIMITED', { origin: '', attempts: 1 });
    const limit = stale({ cause: 'rate-limit', error, nextTryMs: atMs + 44_000 });
    expect(await lastLine(limit)).toBe(
      '▲ the server asks to wait: next try in 42s                       q quit · ? help',
    );
    expect(await lastLine(limit, { width: 40 })).toBe('▲ rate limit: next try in 42s');
    expect(await lastLine(limit, { language: 'ja', width: 40 })).toBe(
      '▲ アクセス制限: 次の試行まで42秒',
    );
  });
});

describe('the status line', () => {
  const lastLine = async (options: Parameters<typeof show>[1]) =>
    (await show(midRun(), { rows: 3, ...options })).trimEnd().split('\n').at(-1);

  it('tells when it is paused, and how to go on', async () => {
    expect(await lastLine({ isPaused: true, nowMs: atMs + 95_000 })).toBe(
      'paused · updated 1m 35s ago                           p resume · q quit · ? help',
    );
    expect(await lastLine({ isPaused: true, width: 40 })).toBe(
      'paused · updated 2s ago         p resume',
    );
  });

  it('names no keys where none are read', async () => {
    expect(await lastLine({ keys: false, intervalMs: 500, width: 40 })).toBe(
      'updated 2s ago               every 500ms',
    );
  });

  it('keeps its right part where it is while the age grows', async () => {
    const at = async (ageMs: number) => (await lastLine({ nowMs: atMs + ageMs }))?.indexOf('every');
    expect(await at(0)).toBe(54);
    expect(await at(9000)).toBe(54);
    expect(await at(7_200_000)).toBe(54);
  });
});

describe('the help', () => {
  it('names a key in a word where its sentence does not fit, so that what is on is still told', async () => {
    const screen = await show(midRun(), { panels: ['help', 'timeline'], width: 40 });
    expect(screen).toContain('  + - interval (2s)\n');
    expect(screen).toContain('  t   timeline (on)\n');
    expect(screen).toContain('  l   the last lines of the log (on)\n');
    expect(screen).not.toContain('…\n  l ');
  });

  it('lists the keys below what the job is and how far', async () => {
    expect(await show(midRun(), { panels: ['help', 'timeline'] })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  6m 25s left
── Keys ────────────────────────────────────────────────────────────────────────
  q   stop watching; the job goes on
  p   pause
  + - look more or less often (now every 2s)
  l   the last lines of the log (on)
  t   what happened, and what comes next (on)
  m   all figures of the job (off)
  d   what the job waits for (off)
  ?   close this help
updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(midRun(), { panels: ['help'], language: 'ja', isPaused: true })).toBe(`
● Customer Journey Analysis  実行中         cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  残り 6分25秒
── キー操作 ────────────────────────────────────────────────────────────────────
  q   監視をやめる（ジョブは続きます）
  p   監視を再開
  + - 確認の間隔を変える（現在 2秒）
  l   ログの最後の行 (表示)
  t   起きたことと、これからの予定 (非表示)
  m   ジョブのすべての指標 (非表示)
  d   ジョブが待っているもの (非表示)
  ?   ヘルプを閉じる
一時停止中 · 2秒前に更新                              p 再開 · q 終了 · ? ヘルプ
`);
  });

  it('is short where there is little room', async () => {
    expect(await show(midRun(), { panels: ['help'], rows: 6, width: 40 })).toBe(`
● Customer Journey Analysis  Running
██████████████▍░░   85%  6m 25s left
q quit  p pause  + - interval  l log
t timeline  m metrics  d dependencies
? help
updated 2s ago           q quit · ? help
`);
    expect(await show(midRun(), { panels: ['help'], rows: 3, width: 40 })).toBe(`
● Customer Journey Analysis  Running
██████████████▍░░   85%  6m 25s left
updated 2s ago           q quit · ? help
`);
  });
});
