import { describe, expect, test, vi } from 'vitest';
import { exampleEnvironment } from '../helpers/cli.js';
import { startOnTerminal } from '../helpers/terminal.js';

vi.setConfig({ testTimeout: 60_000 });

/**
 * Without what ticks: the last digit of seconds, and of rates that are made of them. The example server says what time
 * it is, so everything else stands still for as long as a test takes.
 */
const still = (screen: string): string => screen.replace(/\d(?=s\b|秒|\/s\b|\/秒)/g, '#');

/** The screen of a watch of the documented job, as soon as its past and its log are there. */
async function screenOf(columns: number, lang: 'en' | 'ja'): Promise<string> {
  const terminal = startOnTerminal(['watch', '--tz', 'utc', '--lang', lang, '-i', '1m'], {
    environment: await exampleEnvironment(),
    columns,
    rows: 40,
  });
  return still(await terminal.shows(/▂▇▆[\s\S]*ERROR[\s\S]*(?:updated|更新)/));
}

describe('the documented job, live in English', () => {
  test('on 40 columns', async () => {
    expect(await screenOf(40, 'en')).toBe(`
● Customer Journey Analysis  Running
████████████████████████████▉░░░░░   85%
Elapsed 15m 3#s  Remaining 6m 2#s

  Stage                           Time
✓ Data Loading          100%    2m 1#s
✓ Process Discovery     100%    9m 1#s
● Performance Analysis   78%    4m 0#s
○ Report Generation       0%   ~4m 0#s

Activity  PerformanceAnalyzer · Calcula…
CPU       ████▋░░  67%  ▂▇▆▆▆
Memory    ████░░░  58%  ▂▄▇▅▅    2.3 GB
Rate      1,25#/s       ▁█▇▇▇
Disk      890 MB · Network 12 MB
Quality   score 94.8 · 15 passed · 1 fa…
── Log ─────────────────────────────────
10:38:22  WARN   Found 125 records
  with missing timestamps
  affectedRecords 125  action Timestamp…
10:41:10  ERROR  Memory limit exceeded
  during bottleneck analysis
  memoryUsage 3.8 GB  memoryLimit 4.0 G…

updated #s ago           q quit · ? help
`);
  });

  test('on 80 columns', async () => {
    expect(await screenOf(80, 'en')).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 3#s   Remaining  6m 2#s    Finish  10:52:00

  Stage                 Progress              Time            Records       Rate
✓ Data Loading          ███████████ 100%    2m 1#s            192,850
✓ Process Discovery     ███████████ 100%    9m 1#s            192,850
● Performance Analysis  ████████▌░░  78%    4m 0#s  150,243 / 192,850      61#/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 0#s

  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
  CPU       █████████████▍░░░░░░  67%  ▂▇▆▆▆
  Memory    ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                 2.3 GB of 4.0 GB
  Rate      1,250 records/s            ▁█▇▇▇
  Disk      890 MB · Network 12 MB
  Quality   score 94.8 · 15 passed · 1 failed · 11 warnings · 2 errors
── Log ─────────────────────────────────────────────────────────────────────────
10:38:22  WARN   DataValidator         Found 125 records with missing timestamps
                                       affectedRecords 125  action Timestamp
                                       inferred from surrounding events impactO…
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck
                                       analysis  memoryUsage 3.8 GB  memoryLimit
                                       4.0 GB  action Switching to disk-based p…

updated #s ago                                        every 1m · q quit · ? help
`);
  });

  test('on 120 columns', async () => {
    expect(await screenOf(120, 'en')).toBe(`
● Customer Journey Analysis  Running                                                cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████████████████████████████████████████████████████▌░░░░░░░░░░░░░░░░   85%
  Elapsed  15m 3#s   Remaining  6m 2#s    Finish  10:52:00

  Stage                 Progress                           Time            Records       Rate        Remaining
✓ Data Loading          ████████████████████████ 100%    2m 1#s            192,850
✓ Process Discovery     ████████████████████████ 100%    9m 1#s            192,850
● Performance Analysis  ██████████████████▋░░░░░  78%    4m 0#s  150,243 / 192,850      61#/s           2m 2#s
○ Report Generation     ░░░░░░░░░░░░░░░░░░░░░░░░   0%   ~4m 0#s

  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Processing activity transitions for effici…
  CPU       █████████████▍░░░░░░  67%  ▂▇▆▆▆
  Memory    ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                              2.3 GB of 4.0 GB
  Rate      1,250 records/s            ▁█▇▇▇
  Disk      890 MB · Network 12 MB
  Quality   score 94.8 · 15 passed · 1 failed · 11 warnings · 2 errors
── Log ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
10:38:22  WARN   DataValidator         Found 125 records with missing timestamps  affectedRecords 125  action Timestamp
                                       inferred from surrounding events  impactOnAnalysis Minimal
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck analysis  memoryUsage 3.8 GB  memoryLimit
                                       4.0 GB  action Switching to disk-based processing  retry yes

updated #s ago                                                                                every 1m · q quit · ? help
`);
  });
});

describe('the documented job, live in Japanese', () => {
  test('on 40 columns', async () => {
    expect(await screenOf(40, 'ja')).toBe(`
● Customer Journey Analysis  実行中
████████████████████████████▉░░░░░   85%
経過 15分3#秒    残り 6分2#秒

  ステージ                          時間
✓ Data Loading        100%       2分1#秒
✓ Process Discovery   100%       9分1#秒
● Performance Analy…   78%       4分0#秒
○ Report Generation     0%     約4分0#秒

現在の処理  PerformanceAnalyzer · Calcu…
CPU         ████▋░░  67%  ▂▇▆▆▆
メモリ      ████░░░  58%  ▂▄▇▅▅
処理速度    1,250 件/秒   ▁█▇▇▇
ディスク    890 MB · ネットワーク 12 MB
品質        スコア 94.8 · 合格 15 · 不…
── ログ ────────────────────────────────
10:38:22  WARN   Found 125 records
  with missing timestamps
  affectedRecords 125  action Timestamp…
10:41:10  ERROR  Memory limit exceeded
  during bottleneck analysis
  memoryUsage 3.8 GB  memoryLimit 4.0 G…

#秒前に更新            q 終了 · ? ヘルプ
`);
  });

  test('on 80 columns', async () => {
    expect(await screenOf(80, 'ja')).toBe(`
● Customer Journey Analysis  実行中         cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  経過  15分3#秒     残り  6分2#秒      終了予定  10:52:00

  ステージ              進捗                             時間               件数
✓ Data Loading          ██████████████████ 100%       2分1#秒            192,850
✓ Process Discovery     ██████████████████ 100%       9分1#秒            192,850
● Performance Analysis  ██████████████░░░░  78%       4分0#秒  150,243 / 192,850
○ Report Generation     ░░░░░░░░░░░░░░░░░░   0%     約4分0#秒

  現在の処理  PerformanceAnalyzer · Calculating resource utilization metrics · …
  CPU         ████████████▋░░░░░░  67%  ▂▇▆▆▆
  メモリ      ██████████▉░░░░░░░░  58%  ▂▄▇▅▅                2.3 GB / 4.0 GB
  処理速度    1,250 件/秒               ▁█▇▇▇
  ディスク    890 MB · ネットワーク 12 MB
  品質        スコア 94.8 · 合格 15 · 不合格 1 · 警告 11 件 · エラー 2 件
── ログ ────────────────────────────────────────────────────────────────────────
10:38:22  WARN   DataValidator         Found 125 records with missing timestamps
                                       affectedRecords 125  action Timestamp
                                       inferred from surrounding events impactO…
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck
                                       analysis  memoryUsage 3.8 GB  memoryLimit
                                       4.0 GB  action Switching to disk-based p…

#秒前に更新                                          1分ごと · q 終了 · ? ヘルプ
`);
  });

  test('on 120 columns', async () => {
    expect(await screenOf(120, 'ja')).toBe(`
● Customer Journey Analysis  実行中                                                 cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████████████████████████████████████████████████████▌░░░░░░░░░░░░░░░░   85%
  経過  15分3#秒     残り  6分2#秒      終了予定  10:52:00

  ステージ              進捗                                   時間               件数    処理速度             残り
✓ Data Loading          ████████████████████████ 100%       2分1#秒            192,850
✓ Process Discovery     ████████████████████████ 100%       9分1#秒            192,850
● Performance Analysis  ██████████████████▋░░░░░  78%       4分0#秒  150,243 / 192,850      61#/秒          2分2#秒
○ Report Generation     ░░░░░░░░░░░░░░░░░░░░░░░░   0%     約4分0#秒

  現在の処理  PerformanceAnalyzer · Calculating resource utilization metrics · Processing activity transitions for effi…
  CPU         █████████████▍░░░░░░  67%  ▂▇▆▆▆
  メモリ      ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                              2.3 GB / 4.0 GB
  処理速度    1,250 件/秒                ▁█▇▇▇
  ディスク    890 MB · ネットワーク 12 MB
  品質        スコア 94.8 · 合格 15 · 不合格 1 · 警告 11 件 · エラー 2 件
── ログ ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
10:38:22  WARN   DataValidator         Found 125 records with missing timestamps  affectedRecords 125  action Timestamp
                                       inferred from surrounding events  impactOnAnalysis Minimal
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck analysis  memoryUsage 3.8 GB  memoryLimit
                                       4.0 GB  action Switching to disk-based processing  retry はい

#秒前に更新                                                                                  1分ごと · q 終了 · ? ヘルプ
`);
  });
});
