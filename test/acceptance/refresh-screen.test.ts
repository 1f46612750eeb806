import { describe, expect, test, vi } from 'vitest';
import { exampleEnvironment } from '../helpers/cli.js';
import { startOnTerminal } from '../helpers/terminal.js';

vi.setConfig({ testTimeout: 60_000 });

/** Without what ticks: the last digit of seconds, of rates that are made of them, and of when the answer came. */
const still = (screen: string): string =>
  screen
    .replace(/\d(?=s\b|秒| records\/s on| 件\/秒$)/gm, '#')
    .replace(/(?<=updated \d\d:\d\d:\d)\d|\d(?=に更新)/g, '#');

/** The screen of `progress -w` of the documented job, with its first answer. */
async function screenOf(columns: number, lang: 'en' | 'ja'): Promise<string> {
  const args = ['progress', '-w', '--tz', 'utc', '--lang', lang];
  const environment = await exampleEnvironment();
  const terminal = startOnTerminal(args, { environment, columns, rows: 30 });
  return still(await terminal.shows(/updated|更新/));
}

describe('the progress of the documented job, shown again and again, in English', () => {
  test('on 40 columns', async () => {
    expect(await screenOf(40, 'en')).toBe(`
● Customer Journey Analysis  Running
  cc0e8400-e29b-41d4-a716-446655440000

  ████████████████████████████░░░░░  85%

  Elapsed    15m 3#s  since 10:30:00
  Remaining  6m 2#s (server says 2
             minutes 27 seconds)
  Finish     10:52:00

Stages
  Stage                 Progress    Time
✓ Data Loading              100%  2m 1#s
  Records 192,850
  throughput 1,427 records/s
  dataValidated yes  errorsFound 0
✓ Process Discovery         100%  9m 1#s
  Records 192,850
  activitiesDiscovered 47
  variantsFound 234  pathsIdentified 156
● Performance Analysis       78%   4m #s
  Records 150,243 / 192,850
  ends in 2m 2#s, at 10:48:00
  61# records/s on average
  bottlenecksIdentified 8
  waitTimeCalculated 150,243
… 25 more lines

updated 10:45:3#        p pause · q quit
`);
  });

  test('on 80 columns', async () => {
    expect(await screenOf(80, 'en')).toBe(`
● Customer Journey Analysis  Running
  cc0e8400-e29b-41d4-a716-446655440000

  ███████████████████████████████████████████████████░░░░░░░░░  85%

  Elapsed    15m 3#s  since 10:30:00
  Remaining  6m 2#s (server says 2 minutes 27 seconds)
  Finish     10:52:00

Stages
  Stage                         Progress    Time            Records
✓ Data Loading          ██████████  100%  2m 1#s            192,850
  throughput 1,427 records/s  dataValidated yes  errorsFound 0
✓ Process Discovery     ██████████  100%  9m 1#s            192,850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
● Performance Analysis  ███████▊░░   78%   4m #s  150,243 / 192,850
  ends in 2m 2#s, at 10:48:00  61# records/s on average
  bottlenecksIdentified 8  waitTimeCalculated 150,243
  cycleTimeCalculated 150,243
○ Report Generation     ░░░░░░░░░░    0%     ~4m
  starts ~10:48:00  ends ~10:52:00

Activity
  Component  PerformanceAnalyzer
  Operation  Calculating resource utilization metrics
  Details    Processing activity transitions for efficiency analysis
… 13 more lines

updated 10:45:3#                                     every #s · p pause · q quit
`);
  });

  test('on 120 columns', async () => {
    expect(await screenOf(120, 'en')).toBe(`
● Customer Journey Analysis  Running
  cc0e8400-e29b-41d4-a716-446655440000

  ███████████████████████████████████████████████████░░░░░░░░░  85%

  Elapsed    15m 3#s  since 10:30:00
  Remaining  6m 2#s (server says 2 minutes 27 seconds)
  Finish     10:52:00

Stages
  Stage                         Progress    Time            Records
✓ Data Loading          ██████████  100%  2m 1#s            192,850
  throughput 1,427 records/s  dataValidated yes  errorsFound 0
✓ Process Discovery     ██████████  100%  9m 1#s            192,850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
● Performance Analysis  ███████▊░░   78%   4m #s  150,243 / 192,850
  ends in 2m 2#s, at 10:48:00  61# records/s on average
  bottlenecksIdentified 8  waitTimeCalculated 150,243  cycleTimeCalculated 150,243
○ Report Generation     ░░░░░░░░░░    0%     ~4m
  starts ~10:48:00  ends ~10:52:00

Activity
  Component  PerformanceAnalyzer
  Operation  Calculating resource utilization metrics
  Details    Processing activity transitions for efficiency analysis

… 12 more lines

updated 10:45:3#                                                                             every #s · p pause · q quit
`);
  });
});

describe('the progress of the documented job, shown again and again, in Japanese', () => {
  test('on 40 columns', async () => {
    expect(await screenOf(40, 'ja')).toBe(`
● Customer Journey Analysis  実行中
  cc0e8400-e29b-41d4-a716-446655440000

  ████████████████████████████░░░░░  85%

  経過      15分3#秒  開始 10:30:00
  残り      6分2#秒 (サーバーでは 2分27
            秒)
  終了予定  10:52:00

ステージ
  ステージ              進捗     時間
✓ Data Loading          100%  2分1#秒
  件数 192,850
  throughput 1,42# 件/秒
  dataValidated はい  errorsFound 0
✓ Process Discovery     100%  9分1#秒
  件数 192,850
  activitiesDiscovered 47
  variantsFound 234  pathsIdentified 156
● Performance Analysis   78%   4分#秒
  件数 150,243 / 192,850
  終了まで 2分2#秒（10:48:00）
  平均 61# 件/秒
  bottlenecksIdentified 8
  waitTimeCalculated 150,243
… ほか 25 行

10:45:3#に更新       p 一時停止 · q 終了
`);
  });

  test('on 80 columns', async () => {
    expect(await screenOf(80, 'ja')).toBe(`
● Customer Journey Analysis  実行中
  cc0e8400-e29b-41d4-a716-446655440000

  ███████████████████████████████████████████████████░░░░░░░░░  85%

  経過      15分3#秒  開始 10:30:00
  残り      6分2#秒 (サーバーでは 2分2#秒)
  終了予定  10:52:00

ステージ
  ステージ                          進捗     時間               件数
✓ Data Loading          ██████████  100%  2分1#秒            192,850
  throughput 1,427 件/秒  dataValidated はい  errorsFound 0
✓ Process Discovery     ██████████  100%  9分1#秒            192,850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
● Performance Analysis  ███████▊░░   78%   4分#秒  150,243 / 192,850
  終了まで 2分2#秒（10:48:00）  平均 61# 件/秒
  bottlenecksIdentified 8  waitTimeCalculated 150,243
  cycleTimeCalculated 150,243
○ Report Generation     ░░░░░░░░░░    0%    約4分
  開始 約10:48:00  終了 約10:52:00

現在の処理
  コンポーネント  PerformanceAnalyzer
  操作            Calculating resource utilization metrics
  詳細            Processing activity transitions for efficiency analysis
… ほか 13 行

10:45:3#に更新                                     #秒ごと · p 一時停止 · q 終了
`);
  });

  test('on 120 columns', async () => {
    expect(await screenOf(120, 'ja')).toBe(`
● Customer Journey Analysis  実行中
  cc0e8400-e29b-41d4-a716-446655440000

  ███████████████████████████████████████████████████░░░░░░░░░  85%

  経過      15分3#秒  開始 10:30:00
  残り      6分2#秒 (サーバーでは 2分2#秒)
  終了予定  10:52:00

ステージ
  ステージ                          進捗     時間               件数
✓ Data Loading          ██████████  100%  2分1#秒            192,850
  throughput 1,427 件/秒  dataValidated はい  errorsFound 0
✓ Process Discovery     ██████████  100%  9分1#秒            192,850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
● Performance Analysis  ███████▊░░   78%   4分#秒  150,243 / 192,850
  終了まで 2分2#秒（10:48:00）  平均 61# 件/秒
  bottlenecksIdentified 8  waitTimeCalculated 150,243  cycleTimeCalculated 150,243
○ Report Generation     ░░░░░░░░░░    0%    約4分
  開始 約10:48:00  終了 約10:52:00

現在の処理
  コンポーネント  PerformanceAnalyzer
  操作            Calculating resource utilization metrics
  詳細            Processing activity transitions for efficiency analysis

… ほか 12 行

10:45:3#に更新                                                                             #秒ごと · p 一時停止 · q 終了
`);
  });
});

test('a trace of the requests stands above the view, once', async () => {
  const terminal = startOnTerminal(['progress', '-w', '-v', '--tz', 'utc'], {
    environment: await exampleEnvironment(),
    columns: 120,
    rows: 50,
  });
  const screen = await terminal.shows(/GET [\s\S]*updated/);
  expect(screen.match(/GET /g)).toHaveLength(1);
  expect(screen.indexOf('GET ')).toBeLessThan(screen.indexOf('Customer Journey Analysis'));
  expect(screen.match(/Customer Journey Analysis/g)).toHaveLength(1);
});
