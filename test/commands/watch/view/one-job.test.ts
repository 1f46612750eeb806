import { describe, expect, it } from 'vitest';
import { atMs, jobId, midRun, progress, seen, show, told } from './watches.js';

describe('a running job', () => {
  it('is told in 80 columns', async () => {
    expect(await show(midRun())).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00

  Stage                 Progress              Time            Records       Rate
✓ Data Loading          ███████████ 100%    2m 15s            192,850
✓ Process Discovery     ███████████ 100%    9m 15s            192,850
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 00s

  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
  CPU       █████████████▍░░░░░░  67%  ▂▇▆▆▆
  Memory    ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                 2.3 GB of 4.0 GB
  Rate      1,250 records/s            ▁█▇▇▇
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

  it('is told in 40 columns', async () => {
    expect(await show(midRun(), { width: 40 })).toBe(`
● Customer Journey Analysis  Running
████████████████████████████▉░░░░░   85%
Elapsed 15m 35s  Remaining 6m 25s

  Stage                           Time
✓ Data Loading          100%    2m 15s
✓ Process Discovery     100%    9m 15s
● Performance Analysis   78%    4m 05s
○ Report Generation       0%   ~4m 00s

Activity  PerformanceAnalyzer · Calcula…
CPU       ████▋░░  67%  ▂▇▆▆▆
Memory    ████░░░  58%  ▂▄▇▅▅    2.3 GB
Rate      1,250/s       ▁█▇▇▇
Disk      890 MB · Network 12 MB
Quality   score 94.8 · 15 passed · 1 fa…
── Log ─────────────────────────────────
10:38:22  WARN   Found 125 records with…
10:41:10  ERROR  Memory limit exceeded
  during bottleneck analysis
  memoryUsage 3.8 GB  memoryLimit 4.0 G…
10:45:33  INFO   Generating process map…

updated 2s ago           q quit · ? help
`);
  });

  it('is told in 120 columns', async () => {
    expect(await show(midRun(), { width: 120, rows: 40 })).toBe(`
● Customer Journey Analysis  Running                                                cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████████████████████████████████████████████████████▌░░░░░░░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00

  Stage                 Progress                           Time            Records       Rate        Remaining
✓ Data Loading          ████████████████████████ 100%    2m 15s            192,850
✓ Process Discovery     ████████████████████████ 100%    9m 15s            192,850
● Performance Analysis  ██████████████████▋░░░░░  78%    4m 05s  150,243 / 192,850      618/s           2m 25s
○ Report Generation     ░░░░░░░░░░░░░░░░░░░░░░░░   0%   ~4m 00s

  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Processing activity transitions for effici…
  CPU       █████████████▍░░░░░░  67%  ▂▇▆▆▆
  Memory    ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                              2.3 GB of 4.0 GB
  Rate      1,250 records/s            ▁█▇▇▇
  Disk      890 MB · Network 12 MB
  Quality   score 94.8 · 15 passed · 1 failed · 11 warnings · 2 errors
── Log ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
10:30:15  INFO   DataLoader            Starting data load for dataset 880e8400-e29b-41d4-a716-446655440000  datasetSize…
10:32:45  INFO   ProcessMiner          Processing batch 1 of 15  batchSize 12,856  progress 6.7  recordsPerSecond 1,247
10:38:22  WARN   DataValidator         Found 125 records with missing timestamps  affectedRecords 125  action Timestamp
                                       inferred from surrounding events  impactOnAnalysis Minimal
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck analysis  memoryUsage 3.8 GB  memoryLimit
                                       4.0 GB  action Switching to disk-based processing  retry yes
10:45:33  INFO   ReportGenerator       Generating process map visualization  activitiesCount 47  pathsCount 156 formatR…

updated 2s ago                                                                                every 2s · q quit · ? help
`);
  });

  it('is told in Japanese, and wide characters line up', async () => {
    expect(await show(midRun(), { language: 'ja' })).toBe(`
● Customer Journey Analysis  実行中         cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  経過  15分35秒     残り  6分25秒      終了予定  10:52:00

  ステージ              進捗                             時間               件数
✓ Data Loading          ██████████████████ 100%       2分15秒            192,850
✓ Process Discovery     ██████████████████ 100%       9分15秒            192,850
● Performance Analysis  ██████████████░░░░  78%       4分05秒  150,243 / 192,850
○ Report Generation     ░░░░░░░░░░░░░░░░░░   0%     約4分00秒

  現在の処理  PerformanceAnalyzer · Calculating resource utilization metrics · …
  CPU         ████████████▋░░░░░░  67%  ▂▇▆▆▆
  メモリ      ██████████▉░░░░░░░░  58%  ▂▄▇▅▅                2.3 GB / 4.0 GB
  処理速度    1,250 件/秒               ▁█▇▇▇
  ディスク    890 MB · ネットワーク 12 MB
  品質        スコア 94.8 · 合格 15 · 不合格 1 · 警告 11 件 · エラー 2 件
── ログ ────────────────────────────────────────────────────────────────────────
10:38:22  WARN   DataValidator         Found 125 records with missing timestamp…
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck
                                       analysis  memoryUsage 3.8 GB  memoryLimit
                                       4.0 GB  action Switching to disk-based p…
10:45:33  INFO   ReportGenerator       Generating process map visualization act…

2秒前に更新                                          2秒ごと · q 終了 · ? ヘルプ
`);
    expect(await show(midRun(), { language: 'ja', width: 40 })).toBe(`
● Customer Journey Analysis  実行中
████████████████████████████▉░░░░░   85%
経過 15分35秒    残り 6分25秒

  ステージ                          時間
✓ Data Loading        100%       2分15秒
✓ Process Discovery   100%       9分15秒
● Performance Analy…   78%       4分05秒
○ Report Generation     0%     約4分00秒

現在の処理  PerformanceAnalyzer · Calcu…
CPU         ████▋░░  67%  ▂▇▆▆▆
メモリ      ████░░░  58%  ▂▄▇▅▅
処理速度    1,250 件/秒   ▁█▇▇▇
ディスク    890 MB · ネットワーク 12 MB
品質        スコア 94.8 · 合格 15 · 不…
── ログ ────────────────────────────────
10:38:22  WARN   Found 125 records with…
10:41:10  ERROR  Memory limit exceeded
  during bottleneck analysis
  memoryUsage 3.8 GB  memoryLimit 4.0 G…
10:45:33  INFO   Generating process map…

2秒前に更新            q 終了 · ? ヘルプ
`);
    expect(await show(midRun(), { language: 'ja', width: 120, rows: 40 })).toBe(`
● Customer Journey Analysis  実行中                                                 cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████████████████████████████████████████████████████▌░░░░░░░░░░░░░░░░   85%
  経過  15分35秒     残り  6分25秒      終了予定  10:52:00

  ステージ              進捗                                   時間               件数    処理速度             残り
✓ Data Loading          ████████████████████████ 100%       2分15秒            192,850
✓ Process Discovery     ████████████████████████ 100%       9分15秒            192,850
● Performance Analysis  ██████████████████▋░░░░░  78%       4分05秒  150,243 / 192,850      618/秒          2分25秒
○ Report Generation     ░░░░░░░░░░░░░░░░░░░░░░░░   0%     約4分00秒

  現在の処理  PerformanceAnalyzer · Calculating resource utilization metrics · Processing activity transitions for effi…
  CPU         █████████████▍░░░░░░  67%  ▂▇▆▆▆
  メモリ      ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                              2.3 GB / 4.0 GB
  処理速度    1,250 件/秒                ▁█▇▇▇
  ディスク    890 MB · ネットワーク 12 MB
  品質        スコア 94.8 · 合格 15 · 不合格 1 · 警告 11 件 · エラー 2 件
── ログ ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
10:30:15  INFO   DataLoader            Starting data load for dataset 880e8400-e29b-41d4-a716-446655440000  datasetSize…
10:32:45  INFO   ProcessMiner          Processing batch 1 of 15  batchSize 12,856  progress 6.7  recordsPerSecond 1,247
10:38:22  WARN   DataValidator         Found 125 records with missing timestamps  affectedRecords 125  action Timestamp
                                       inferred from surrounding events  impactOnAnalysis Minimal
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck analysis  memoryUsage 3.8 GB  memoryLimit
                                       4.0 GB  action Switching to disk-based processing  retry はい
10:45:33  INFO   ReportGenerator       Generating process map visualization  activitiesCount 47  pathsCount 156 formatR…

2秒前に更新                                                                                  2秒ごと · q 終了 · ? ヘルプ
`);
  });

  it('is told in Turkish, of a server that speaks Turkish too', async () => {
    expect(await show(midRun('tr'), { language: 'tr' })).toBe(`
● Müşteri Yolculuğu Analizi  Çalışıyor      cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   %85
  Geçen  15 dk 35 sn    Kalan    6 dk 25 sn     Bitiş  10:52:00

  Aşama               İlerleme                           Süre              Kayıt
✓ Veri Yükleme        ███████████████████ %100     2 dk 15 sn            192.850
✓ Süreç Keşfi         ███████████████████ %100     9 dk 15 sn            192.850
● Performans Analizi  ██████████████▊░░░░  %78     4 dk 05 sn  150.243 / 192.850
○ Rapor Oluşturma     ░░░░░░░░░░░░░░░░░░░   %0    ~4 dk 00 sn

  Etkinlik  PerformanceAnalyzer · Kaynak kullanımı metrikleri hesaplanıyor · Ve…
  CPU       █████████████▍░░░░░░  %67  ▂▇▆▆▆
  Bellek    ███████████▌░░░░░░░░  %58  ▂▄▇▅▅                 2,3 GB / 4,0 GB
  Hız       1.250 kayıt/sn             ▁█▇▇▇
  Disk      890 MB · Ağ 12 MB
  Kalite    puan 94,8 · 15 başarılı · 1 başarısız · 11 uyarı · 2 hata
── Günlük ──────────────────────────────────────────────────────────────────────
10:38:22  WARN   DataValidator         Eksik zaman damgasına sahip 125 kayıt bu…
10:41:10  ERROR  AnalyticsEngine       Dar boğaz analizinde bellek sınırı aşıldı
                                       memoryUsage 3,8 GB  memoryLimit 4,0 GB
                                       action Disk tabanlı işleme geçiliyor ret…
10:45:33  INFO   ReportGenerator       İşlem haritası görselleştirmesi oluşturu…

2 sn önce güncellendi                             2 sn arayla · q çık · ? yardım
`);
  });

  it('is drawn with ASCII where the terminal shows nothing else', async () => {
    expect(await show(midRun(), { unicode: false })).toBe(`
* Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  [#########################################################-----------]   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00

  Stage                 Progress              Time            Records       Rate
+ Data Loading          [#########] 100%    2m 15s            192,850
+ Process Discovery     [#########] 100%    9m 15s            192,850
* Performance Analysis  [#######--]  78%    4m 05s  150,243 / 192,850      618/s
o Report Generation     [---------]   0%   ~4m 00s

  Activity  PerformanceAnalyzer - Calculating resource utilization metrics - Pr~
  CPU       [############------]  67%  .%***
  Memory    [##########--------]  58%  .=%++                 2.3 GB of 4.0 GB
  Rate      1,250 records/s            _#%%%
  Disk      890 MB - Network 12 MB
  Quality   score 94.8 - 15 passed - 1 failed - 11 warnings - 2 errors
-- Log -------------------------------------------------------------------------
10:38:22  WARN   DataValidator         Found 125 records with missing timestamp~
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck
                                       analysis  memoryUsage 3.8 GB  memoryLimit
                                       4.0 GB  action Switching to disk-based p~
10:45:33  INFO   ReportGenerator       Generating process map visualization act~

updated 2s ago                                        every 2s - q quit - ? help
`);
  });
});

describe('where there are few rows', () => {
  it('ended stages fold, then those to come; the one that runs stays', async () => {
    expect(await show(midRun(), { rows: 10 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00
✓ 2 stages done, 11m 30s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 00s
  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck …
10:45:33  INFO   ReportGenerator       Generating process map visualization act…
updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(midRun(), { rows: 7, width: 40 })).toBe(`
● Customer Journey Analysis  Running
██████████████▍░░   85%  6m 25s left
✓ 2 stages done, 11m 30s
● Performance Analysis   78%    4m 05s
○ Report Generation       0%   ~4m 00s
10:45:33  INFO   Generating process map…
updated 2s ago           q quit · ? help
`);
    expect(await show(midRun(), { rows: 4 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  6m 25s left
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
updated 2s ago                                        every 2s · q quit · ? help
`);
  });

  it('three, two or one still tell how far the job is', async () => {
    expect(await show(midRun(), { rows: 3 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  6m 25s left
updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(midRun(), { rows: 2 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  6m 25s left
`);
    expect(await show(midRun(), { rows: 1, width: 40 })).toBe(`
● Customer Journey Analy…   85%  Running
`);
  });
});

describe('many stages', () => {
  const stageOf = (index: number) => {
    const status =
      ['Completed', 'Running', 'Failed', 'Cancelled', 'Pending'][
        [12, 15, 16, 17, 99].findIndex((end) => index < end)
      ] ?? 'Pending';
    const hasBegun = index < 16;
    return {
      stageName: `Part ${index + 1} of the customer base`,
      stageOrder: index + 1,
      status,
      progress: status === 'Completed' ? 100 : hasBegun ? 36 + index : 0,
      startTime: hasBegun ? `2024-01-20T10:${30 + Math.min(index, 12)}:00Z` : null,
      endTime: status === 'Completed' ? `2024-01-20T10:${31 + index}:00Z` : null,
      recordsProcessed: hasBegun ? 1000 * index : null,
      totalRecords: 20_000,
    };
  };
  const watch = seen(
    progress({ stages: Array.from({ length: 22 }, (_, index) => stageOf(index)) }),
  );

  it('unfold one by one as far as there is room', async () => {
    expect(await show(watch, { rows: 28 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00

  Stage                       Progress           Time          Records      Rate
✓ 7 stages done, 7m
✓ Part 8 of the customer ba…  ████████ 100%    1m 00s   7,000 / 20,000
✓ Part 9 of the customer ba…  ████████ 100%    1m 00s   8,000 / 20,000
✓ Part 10 of the customer b…  ████████ 100%    1m 00s   9,000 / 20,000
✓ Part 11 of the customer b…  ████████ 100%    1m 00s  10,000 / 20,000
✓ Part 12 of the customer b…  ████████ 100%    1m 00s  11,000 / 20,000
● Part 13 of the customer b…  ███▊░░░░  48%    3m 35s  12,000 / 20,000      56/s
● Part 14 of the customer b…  ███▉░░░░  49%    3m 35s  13,000 / 20,000      61/s
● Part 15 of the customer b…  ████░░░░  50%    3m 35s  14,000 / 20,000      66/s
✗ Part 16 of the customer b…  ████░░░░  51%            15,000 / 20,000
⊘ Part 17 of the customer b…  ░░░░░░░░   0%
○ Part 18 of the customer b…  ░░░░░░░░   0%
○ Part 19 of the customer b…  ░░░░░░░░   0%
○ Part 20 of the customer b…  ░░░░░░░░   0%
○ Part 21 of the customer b…  ░░░░░░░░   0%
○ Part 22 of the customer b…  ░░░░░░░░   0%
  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
  CPU       █████████████▍░░░░░░  67%  ▆
  Memory    ███████████▌░░░░░░░░  58%  ▅                     2.3 GB of 4.0 GB
  Rate      1,250 records/s            █
  Disk      890 MB · Network 12 MB
  Quality   score 94.8 · 15 passed · 1 failed · 11 warnings · 2 errors
updated 2s ago                                        every 2s · q quit · ? help
`);
  });

  it('show those that run or failed, and count the others', async () => {
    expect(await show(watch, { rows: 9 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  █████████████████████████████████████████████░░░░░░░░   85%  6m 25s left
✓ 12 stages done, 12m · ⊘ 1 cancelled
● Part 13 of the customer b…  ███▊░░░░  48%    3m 35s  12,000 / 20,000      56/s
● Part 14 of the customer b…  ███▉░░░░  49%    3m 35s  13,000 / 20,000      61/s
● Part 15 of the customer b…  ████░░░░  50%    3m 35s  14,000 / 20,000      66/s
✗ Part 16 of the customer b…  ████░░░░  51%            15,000 / 20,000
○ 5 stages to come
updated 2s ago                                        every 2s · q quit · ? help
`);
  });

  it('show the failed one first where there is not even room for those', async () => {
    expect(await show(watch, { rows: 6, width: 40 })).toBe(`
● Customer Journey Analysis  Running
██████████████▍░░   85%  6m 25s left
● Part 13 of the custom…   48%    3m 35s
✗ Part 16 of the custom…   51%
● 2 more in progress
updated 2s ago           q quit · ? help
`);
  });
});

describe('the log', () => {
  it('marks entries that the server had late, and parts that can not be read any more', async () => {
    const entry = {
      timestamp: '2024-01-20T10:30:15Z',
      level: 'INFO',
      component: 'DataLoader',
      message: 'Starting data load',
    };
    const watch = told(
      [
        {
          type: 'gap',
          jobId,
          atMs,
          reason: 'no-longer-kept',
          fromTime: '2024-01-20T10:41:10Z',
          toTime: '2024-01-20T10:45:00Z',
        },
        { type: 'log', jobId, atMs, entry, late: true },
      ],
      midRun(),
    );
    expect(await show(watch, { rows: 16 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00

  Stage                 Progress              Time            Records       Rate
✓ 2 stages done, 11m 30s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 00s
  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
  CPU       █████████████▍░░░░░░  67%  ▂▇▆▆▆
  Memory    ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                 2.3 GB of 4.0 GB
  Rate      1,250 records/s            ▁█▇▇▇
── Log ─────────────────────────────────────────────────────────────────────────
▲  log entries are missing from 10:41:10 to 10:45:00  the server no longer keep…
10:30:15  INFO   DataLoader            came late  Starting data load
updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(watch, { rows: 16, width: 40 })).toBe(`
● Customer Journey Analysis  Running
████████████████████████████▉░░░░░   85%
Elapsed 15m 35s  Remaining 6m 25s

  Stage                           Time
✓ 2 stages done, 11m 30s
● Performance Analysis   78%    4m 05s
○ Report Generation       0%   ~4m 00s
Activity  PerformanceAnalyzer · Calcula…
CPU       ████▋░░  67%  ▂▇▆▆▆
Memory    ████░░░  58%  ▂▄▇▅▅    2.3 GB
Rate      1,250/s       ▁█▇▇▇
── Log ─────────────────────────────────
▲  log entries are missing from 10:41:1…
10:30:15  INFO   came late  Starting da…
updated 2s ago           q quit · ? help
`);
  });

  it('is not there when it was switched off', async () => {
    expect(await show(midRun(), { rows: 12, logs: false })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00
  Stage                 Progress              Time            Records       Rate
✓ 2 stages done, 11m 30s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 00s
  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
  CPU       █████████████▍░░░░░░  67%  ▂▇▆▆▆
  Memory    ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                 2.3 GB of 4.0 GB
  Rate      1,250 records/s            ▁█▇▇▇
updated 2s ago                                        every 2s · q quit · ? help
`);
  });
});

describe('panels', () => {
  it('take half of the screen: the timeline its last events', async () => {
    expect(await show(midRun(), { panels: ['timeline'] })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00
✓ 2 stages done, 11m 30s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 00s
  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
  CPU       █████████████▍░░░░░░  67%  ▂▇▆▆▆
── Timeline ────────────────────────────────────────────────────────────────── …
10:35:30   +5m 30s  ◆ Milestone        プロセスモデル発見
10:38:22   +8m 22s  ▲ Warning          データ品質問題検出
10:41:10  +11m 10s  ✗ Error            メモリ制限に接近
10:41:30  +11m 30s  ✓ Stage completed  プロセスディスカバリーステージ完了
10:41:30  +11m 30s  ▶ Stage started    パフォーマンス分析ステージ開始
10:45:33  +15m 33s  • Progress         パフォーマンス分析 78% 完了
10:45:35  +15m 35s  → now
10:48:00      +18m  ○ Stage end        パフォーマンス分析ステージ完了予定
                                       in 2m 25s
10:48:00      +18m  ○ Stage start      レポート生成ステージ開始予定  in 2m 25s
10:52:00      +22m  ○ Job end          ジョブ完了予定  in 6m 25s
── Log ─────────────────────────────────────────────────────────────────────────
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck …
10:45:33  INFO   ReportGenerator       Generating process map visualization act…
updated 2s ago                                        every 2s · q quit · ? help
`);
  });

  it('share it where there are several', async () => {
    expect(await show(midRun(), { panels: ['metrics', 'dependencies'], rows: 30 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00
  Stage                 Progress              Time            Records       Rate
✓ 2 stages done, 11m 30s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 00s
  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
  CPU       █████████████▍░░░░░░  67%  ▂▇▆▆▆
  Memory    ███████████▌░░░░░░░░  58%  ▂▄▇▅▅                 2.3 GB of 4.0 GB
  Rate      1,250 records/s            ▁█▇▇▇
── Metrics ─────────────────────────────────────────────────────────────────── …
Resources
  CPU      █████████████▍░░░░░░  67%  2 cores  efficiency 89.2%
  Memory   ███████████▌░░░░░░░│  2.3 GB of 4.0 GB  57.5%  │ peak 3.8 GB
           efficiency 87.5%
  Disk     read 450 MB  written 89 MB  145 IOPS  latency 12 ms
  Network  in 67 MB  out 12 MB  8 connections
Processing
  Records  ███████████████▌░░░░  150,243 / 192,850  77.9%
  Rate     1,250 records/s  efficiency 78.3%
  Errors   0.1%
  Retries  1.5%
Stages
── Dependencies ────────────────────────────────────────────────────────────────
Nothing blocks this job.
── Log ─────────────────────────────────────────────────────────────────────────
10:41:10  ERROR  AnalyticsEngine       Memory limit exceeded during bottleneck …
10:45:33  INFO   ReportGenerator       Generating process map visualization act…
updated 2s ago                                        every 2s · q quit · ? help
`);
  });

  it('say when there is nothing to show yet', async () => {
    const watch = seen(progress());
    expect(await show(watch, { panels: ['timeline', 'dependencies'], rows: 12 })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00
✓ 2 stages done, 11m 30s
● Performance Analysis  ████████▌░░  78%    4m 05s  150,243 / 192,850      618/s
○ Report Generation     ░░░░░░░░░░░   0%   ~4m 00s
  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…
── Timeline ────────────────────────────────────────────────────────────────────
nothing to show yet
── Dependencies ────────────────────────────────────────────────────────────────
nothing to show yet
updated 2s ago                                        every 2s · q quit · ? help
`);
  });
});

describe('on the whole screen', () => {
  it('the status line stands on the last row', async () => {
    const short = seen(progress({ stages: [], resourceUsage: null, qualityMetrics: null }));
    expect(await show(short, { rows: 9, isFullscreen: true })).toBe(`
● Customer Journey Analysis  Running        cc0e8400-e29b-41d4-a716-446655440000
  ███████████████████████████████████████████████████████████▌░░░░░░░░░░   85%
  Elapsed  15m 35s   Remaining  6m 25s    Finish  10:52:00

  Activity  PerformanceAnalyzer · Calculating resource utilization metrics · Pr…



updated 2s ago                                        every 2s · q quit · ? help
`);
  });
});
