import { describe, expect, test } from 'vitest';
import { timelineView } from '../../../src/commands/timeline/view.js';
import type { TimelineBody } from '../../../src/contract/index.js';
import { width } from '../../../src/render/width.js';
import { example, exampleLanguages } from '../../helpers/examples.js';
import { EXAMPLE_NOW_MS, type LookOptions, screen, testLook } from '../../helpers/look.js';
import { at, bodyOf, event } from '../../helpers/timelines.js';

async function shown(
  body: TimelineBody,
  view: 'list' | 'gantt',
  options: LookOptions = {},
  nowMs = EXAMPLE_NOW_MS,
): Promise<string> {
  return screen(timelineView({ body, nowMs, view }, await testLook({ nowMs, ...options })));
}

/** A job whose stages overlap and fail. */
const failed = bodyOf([
  event(0, 'JobStarted'),
  event(4, 'StageCompleted', 'Fetch'),
  event(4, 'StageStarted', 'Sort'),
  event(10, 'StageStarted', 'Index'),
  event(12, 'Warning', 'Sort'),
  event(40, 'StageFailed', 'Index'),
  event(41, 'Error'),
  event(55, 'JobCancelled'),
]);

describe('the list', () => {
  test('shows every event with its details, the present, and what is expected', async () => {
    expect(await shown(example('ja', 'timeline'), 'list')).toBe(`
Customer Journey Analysis  cc0e8400-e29b-41d4-a716-446655440000
started 10:30:00  running for 15m 33s

10:30:00       +0s  ● Job started      ジョブ実行開始
                      submittedBy user123  priority High
                      estimatedDuration 20-25 minutes
                      resourcesAllocated.cpuUnits 2
                      resourcesAllocated.memoryGB 4
                      resourcesAllocated.workerNode worker-node-02
10:30:15      +15s  ▶ Stage started    データローディングステージ開始
                      stageName Data Loading  expectedDuration 2-3 minutes
                      datasetSize 45.7 MB  recordCount 192,850
10:32:15   +2m 15s  ✓ Stage completed  データローディングステージ完了
                      stageName Data Loading
                      actualDuration 2 minutes 15 seconds  recordsLoaded 192,850
                      dataQualityScore 98.2  errorsFound 0
10:32:15   +2m 15s  ▶ Stage started    プロセスディスカバリーステージ開始
                      stageName Process Discovery  expectedDuration 8-12 minutes
                      algorithm Alpha Miner Enhanced
10:35:30   +5m 30s  ◆ Milestone        プロセスモデル発見
                      activitiesFound 47  uniqueActivities 47
                      processComplexity Medium
10:38:22   +8m 22s  ▲ Warning          データ品質問題検出
                      issue タイムスタンプの欠損  affectedRecords 125
                      resolution タイムスタンプを推定  impact Minimal
10:41:10  +11m 10s  ✗ Error            メモリ制限に接近
                      memoryUsage 3.8 GB  memoryLimit 4.0 GB
                      action ディスクベース処理に切り替え
                      performanceImpact 15% 遅延処理
10:41:30  +11m 30s  ✓ Stage completed  プロセスディスカバリーステージ完了
                      stageName Process Discovery
                      actualDuration 9 minutes 15 seconds  processVariants 234
                      pathsDiscovered 156
10:41:30  +11m 30s  ▶ Stage started    パフォーマンス分析ステージ開始
                      stageName Performance Analysis
                      expectedDuration 6-8 minutes
                      analysisTypes Bottleneck, Resource Utilization, Cycle Time
10:45:33  +15m 33s  • Progress         パフォーマンス分析 78% 完了
                      stageName Performance Analysis  progress 78
                      currentOperation リソース利用率分析
                      recordsProcessed 150,243  remainingRecords 42,607
10:45:33  +15m 33s  → now
10:48:00      +18m  ○ Stage end        パフォーマンス分析ステージ完了予定
                                       in 2m 27s
10:48:00      +18m  ○ Stage start      レポート生成ステージ開始予定  in 2m 27s
10:52:00      +22m  ○ Job end          ジョブ完了予定  in 6m 27s
`);
  });

  test('speaks Turkish where the user does', async () => {
    expect(await shown(example('tr', 'timeline'), 'list', { language: 'tr' })).toBe(`
Müşteri Yolculuğu Analizi  cc0e8400-e29b-41d4-a716-446655440000
başladı 10:30:00  geçen süre 15 dk 33 sn

10:30:00         +0 sn  ● İş başladı        İş yürütme başlatıldı
                          submittedBy user123  priority Yüksek
                          estimatedDuration 20-25 dakika
                          resourcesAllocated.cpuUnits 2
                          resourcesAllocated.memoryGB 4
                          resourcesAllocated.workerNode worker-node-02
10:30:15        +15 sn  ▶ Aşama başladı     Veri Yükleme aşaması başlatıldı
                          stageName Veri Yükleme  expectedDuration 2-3 dakika
                          datasetSize 45,7 MB  recordCount 192.850
10:32:15   +2 dk 15 sn  ✓ Aşama bitti       Veri Yükleme aşaması başarıyla
                                            tamamlandı
                          stageName Veri Yükleme
                          actualDuration 2 dakika 15 saniye
                          recordsLoaded 192.850  dataQualityScore 98,2
                          errorsFound 0
10:32:15   +2 dk 15 sn  ▶ Aşama başladı     Süreç Keşfi aşaması başlatıldı
                          stageName Süreç Keşfi  expectedDuration 8-12 dakika
                          algorithm Alpha Miner Enhanced
10:35:30   +5 dk 30 sn  ◆ Kilometre taşı    Süreç modeli keşfedildi
                          activitiesFound 47  uniqueActivities 47
                          processComplexity Orta
10:38:22   +8 dk 22 sn  ▲ Uyarı             Veri kalitesi sorunu tespit edildi
                          issue Eksik zaman damgaları  affectedRecords 125
                          resolution Zaman damgaları türetildi  impact Minimal
10:41:10  +11 dk 10 sn  ✗ Hata              Bellek limiti yaklaşıldı
                          memoryUsage 3,8 GB  memoryLimit 4,0 GB
                          action Disk tabanlı işleme geçildi
                          performanceImpact İşleme %15 daha yavaş
10:41:30  +11 dk 30 sn  ✓ Aşama bitti       Süreç Keşfi aşaması tamamlandı
                          stageName Süreç Keşfi
                          actualDuration 9 dakika 15 saniye  processVariants 234
                          pathsDiscovered 156
10:41:30  +11 dk 30 sn  ▶ Aşama başladı     Performans Analizi aşaması
                                            başlatıldı
                          stageName Performans Analizi
                          expectedDuration 6-8 dakika
                          analysisTypes Dar Boğaz, Kaynak Kullanımı, Süre Zamanı
10:45:33  +15 dk 33 sn  • İlerleme          Performans Analizi %78 tamamlandı
                          stageName Performans Analizi  progress 78
                          currentOperation Kaynak kullanımı analizi
                          recordsProcessed 150.243  remainingRecords 42.607
10:45:33  +15 dk 33 sn  → şimdi
10:48:00        +18 dk  ○ Aşama sonu        Performans Analizi aşaması
                                            tamamlanması bekleniyor
                                            2 dk 27 sn sonra
10:48:00        +18 dk  ○ Aşama başlangıcı  Rapor Oluşturma aşamasının başlaması
                                            bekleniyor
                                            2 dk 27 sn sonra
10:52:00        +22 dk  ○ İş sonu           İşin tamamlanması bekleniyor
                                            6 dk 27 sn sonra
`);
  });

  test('puts descriptions and details below the events on a narrow terminal', async () => {
    expect(await shown(example('ja', 'timeline'), 'list', { language: 'ja', width: 40 })).toBe(`
Customer Journey Analysis
cc0e8400-e29b-41d4-a716-446655440000
開始 10:30:00  経過時間 15分33秒

10:30:00       +0秒  ● ジョブ開始
  ジョブ実行開始
  submittedBy user123  priority High
  estimatedDuration 20-25分
  resourcesAllocated.cpuUnits 2
  resourcesAllocated.memoryGB 4
  resourcesAllocated.workerNode
  worker-node-02
10:30:15      +15秒  ▶ ステージ開始
  データローディングステージ開始
  stageName Data Loading
  expectedDuration 2-3分
  datasetSize 45.7 MB
  recordCount 192,850
10:32:15   +2分15秒  ✓ ステージ完了
  データローディングステージ完了
  stageName Data Loading
  actualDuration 2分15秒
  recordsLoaded 192,850
  dataQualityScore 98.2  errorsFound 0
10:32:15   +2分15秒  ▶ ステージ開始
  プロセスディスカバリーステージ開始
  stageName Process Discovery
  expectedDuration 8-12分
  algorithm Alpha Miner Enhanced
10:35:30   +5分30秒  ◆ マイルストーン
  プロセスモデル発見
  activitiesFound 47
  uniqueActivities 47
  processComplexity Medium
10:38:22   +8分22秒  ▲ 警告
  データ品質問題検出
  issue タイムスタンプの欠損
  affectedRecords 125
  resolution タイムスタンプを推定
  impact Minimal
10:41:10  +11分10秒  ✗ エラー
  メモリ制限に接近
  memoryUsage 3.8 GB  memoryLimit 4.0 GB
  action ディスクベース処理に切り替え
  performanceImpact 15% 遅延処理
10:41:30  +11分30秒  ✓ ステージ完了
  プロセスディスカバリーステージ完了
  stageName Process Discovery
  actualDuration 9分15秒
  processVariants 234
  pathsDiscovered 156
10:41:30  +11分30秒  ▶ ステージ開始
  パフォーマンス分析ステージ開始
  stageName Performance Analysis
  expectedDuration 6-8分
  analysisTypes Bottleneck, Resource
  Utilization, Cycle Time
10:45:33  +15分33秒  • 進捗
  パフォーマンス分析 78% 完了
  stageName Performance Analysis
  progress 78
  currentOperation リソース利用率分析
  recordsProcessed 150,243
  remainingRecords 42,607
10:45:33  +15分33秒  → 現在
10:48:00      +18分  ○ ステージ完了予定
  パフォーマンス分析ステージ完了予定
  2分27秒後
10:48:00      +18分  ○ ステージ開始予定
  レポート生成ステージ開始予定
  2分27秒後
10:52:00      +22分  ○ ジョブ完了予定
  ジョブ完了予定  6分27秒後
`);
  });

  test('is one event a line in a pipe, with absolute times', async () => {
    expect(await shown(example('ja', 'timeline'), 'list', { terminal: false })).toBe(`
Customer Journey Analysis  cc0e8400-e29b-41d4-a716-446655440000
started 2024-01-20T10:30:00Z  running for 15m 33s

2024-01-20T10:30:00Z  +0s  Job started  ジョブ実行開始  submittedBy user123  priority High  estimatedDuration 20-25 minutes  resourcesAllocated.cpuUnits 2  resourcesAllocated.memoryGB 4  resourcesAllocated.workerNode worker-node-02
2024-01-20T10:30:15Z  +15s  Stage started  データローディングステージ開始  stageName Data Loading  expectedDuration 2-3 minutes  datasetSize 45.7 MB  recordCount 192,850
2024-01-20T10:32:15Z  +2m 15s  Stage completed  データローディングステージ完了  stageName Data Loading  actualDuration 2 minutes 15 seconds  recordsLoaded 192,850  dataQualityScore 98.2  errorsFound 0
2024-01-20T10:32:15Z  +2m 15s  Stage started  プロセスディスカバリーステージ開始  stageName Process Discovery  expectedDuration 8-12 minutes  algorithm Alpha Miner Enhanced
2024-01-20T10:35:30Z  +5m 30s  Milestone  プロセスモデル発見  activitiesFound 47  uniqueActivities 47  processComplexity Medium
2024-01-20T10:38:22Z  +8m 22s  Warning  データ品質問題検出  issue タイムスタンプの欠損  affectedRecords 125  resolution タイムスタンプを推定  impact Minimal
2024-01-20T10:41:10Z  +11m 10s  Error  メモリ制限に接近  memoryUsage 3.8 GB  memoryLimit 4.0 GB  action ディスクベース処理に切り替え  performanceImpact 15% 遅延処理
2024-01-20T10:41:30Z  +11m 30s  Stage completed  プロセスディスカバリーステージ完了  stageName Process Discovery  actualDuration 9 minutes 15 seconds  processVariants 234  pathsDiscovered 156
2024-01-20T10:41:30Z  +11m 30s  Stage started  パフォーマンス分析ステージ開始  stageName Performance Analysis  expectedDuration 6-8 minutes  analysisTypes Bottleneck, Resource Utilization, Cycle Time
2024-01-20T10:45:33Z  +15m 33s  Progress  パフォーマンス分析 78% 完了  stageName Performance Analysis  progress 78  currentOperation リソース利用率分析  recordsProcessed 150,243  remainingRecords 42,607
2024-01-20T10:45:33Z  +15m 33s  now
2024-01-20T10:48:00Z  +18m  Stage end  パフォーマンス分析ステージ完了予定  expected
2024-01-20T10:48:00Z  +18m  Stage start  レポート生成ステージ開始予定  expected
2024-01-20T10:52:00Z  +22m  Job end  ジョブ完了予定  expected
`);
  });

  test('says the date where the day changes', async () => {
    const body = bodyOf([
      event(0, 'JobStarted'),
      event(49_000, 'Progress'),
      event(90_000, 'Progress'),
    ]);
    expect(await shown(body, 'list', { timeZone: 'Europe/Istanbul' }, at(90_060))).toBe(`
Job
started 2024-01-20 13:30:00  running for 1d 1h

2024-01-20
13:30:00       +0s  ● Job started
2024-01-21
03:06:40  +13h 36m  • Progress
14:30:00    +1d 1h  • Progress
14:31:00    +1d 1h  → now
`);
  });

  test('says that the job ended where no event does, and shows a time that it can not read', async () => {
    const body = {
      ...bodyOf([
        event(0, 'StageStarted', 'A'),
        { timestamp: 'soon', eventType: 'Strange', description: 'what?' },
      ]),
      jobId: 'the-id',
      timelineScope: { startTime: '2024-01-20T10:29:00', endTime: '2024-01-20T10:31:00+00:00' },
    };
    expect(await shown(body, 'list')).toBe(`
Job  the-id
started 10:29:00  ended 10:31:00  took 2m

10:30:00  +1m  ▶ Stage started
                 stageName A
soon           • Strange        what?
10:31:00  +2m  • Job ended
`);
  });

  test('says how late something expected is', async () => {
    const body = {
      ...bodyOf([event(0, 'JobStarted')]),
      upcomingEvents: [{ estimatedTime: '2024-01-20T10:31:00Z', eventType: 'JobCompletion' }],
    };
    expect(await shown(body, 'list', {}, at(150))).toBe(`
Job
started 10:30:00  running for 2m 30s

10:30:00      +0s  ● Job started
10:32:30  +2m 30s  → now
10:31:00      +1m  ○ Job end      1m 30s late
`);
  });
});

describe('the gantt', () => {
  test('has a lane for each stage on a true axis, and explains its marks', async () => {
    expect(await shown(example('ja', 'timeline'), 'gantt')).toBe(`
Customer Journey Analysis  cc0e8400-e29b-41d4-a716-446655440000
started 10:30:00  running for 15m 33s

                            10:30     10:35    10:40     10:45    10:50
                            ┬─────────┬────────┬─────────┬────────┬────
Customer Journey Analysis   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶╌╌╌╌╌╌╌╌╌╌╌╌  15m 33s
Data Loading                ━━━━━                                             2m
Process Discovery               ━━━━━━━◆━━━━▲━━━━✗━                       9m 15s
Performance Analysis                              ━━━━━━━━▶╌╌╌╌            4m 3s
レポート生成ステージ開始…                                     ╌╌╌╌╌╌╌╌╌
                                             now 10:45:33 ↑

◆ 10:35:30  プロセスモデル発見  Process Discovery
▲ 10:38:22  データ品質問題検出  Process Discovery
✗ 10:41:10  メモリ制限に接近  Process Discovery
○ 10:48:00  パフォーマンス分析ステージ完了予定  in 2m 27s
○ 10:48:00  レポート生成ステージ開始予定  in 2m 27s
○ 10:52:00  ジョブ完了予定  in 6m 27s
`);
  });

  test('speaks Turkish where the user does', async () => {
    expect(await shown(example('tr', 'timeline'), 'gantt', { language: 'tr' })).toBe(`
Müşteri Yolculuğu Analizi  cc0e8400-e29b-41d4-a716-446655440000
başladı 10:30:00  geçen süre 15 dk 33 sn

                            10:30    10:35   10:40    10:45    10:50
                            ┬────────┬───────┬────────┬────────┬───
Müşteri Yolculuğu Analizi   ━━━━━━━━━━━━━━━━━━━━━━━━━━━▶╌╌╌╌╌╌╌╌╌╌╌  15 dk 33 sn
Veri Yükleme                ━━━━━                                           2 dk
Süreç Keşfi                     ━━━━━━◆━━━▲━━━━✗━                     9 dk 15 sn
Performans Analizi                              ━━━━━━━▶╌╌╌╌           4 dk 3 sn
Rapor Oluşturma aşamasını…                                 ╌╌╌╌╌╌╌╌
                                        şimdi 10:45:33 ↑

◆ 10:35:30  Süreç modeli keşfedildi  Süreç Keşfi
▲ 10:38:22  Veri kalitesi sorunu tespit edildi  Süreç Keşfi
✗ 10:41:10  Bellek limiti yaklaşıldı  Süreç Keşfi
○ 10:48:00  Performans Analizi aşaması tamamlanması bekleniyor  2 dk 27 sn sonra
○ 10:48:00  Rapor Oluşturma aşamasının başlaması bekleniyor  2 dk 27 sn sonra
○ 10:52:00  İşin tamamlanması bekleniyor  6 dk 27 sn sonra
`);
  });

  test('fits 40 columns, also with wide characters', async () => {
    expect(await shown(example('ja', 'timeline'), 'gantt', { language: 'ja', width: 40 })).toBe(`
Customer Journey Analysis
cc0e8400-e29b-41d4-a716-446655440000
開始 10:30:00  経過時間 15分33秒

               10:30     10:45
               ┬─────────┬────
Customer Jou…  ━━━━━━━━━━▶╌╌╌╌  15分33秒
Data Loading   ━━                    2分
Process Disc…   ━━━◆▲━✗          9分15秒
Performance …         ━━━▶╌       4分3秒
レポート生成…             ╌╌╌╌
           現在 10:45:33 ↑

◆ 10:35:30  プロセスモデル発見
            Process Discovery
▲ 10:38:22  データ品質問題検出
            Process Discovery
✗ 10:41:10  メモリ制限に接近
            Process Discovery
○ 10:48:00  パフォーマンス分析ステージ完
            了予定
            2分27秒後
○ 10:48:00  レポート生成ステージ開始予定
            2分27秒後
○ 10:52:00  ジョブ完了予定  6分27秒後
`);
  });

  test('is drawn in ASCII where the terminal shows nothing else', async () => {
    expect(await shown(example('tr', 'timeline'), 'gantt', { unicode: false, width: 60 })).toBe(`
Müşteri Yolculuğu Analizi
cc0e8400-e29b-41d4-a716-446655440000
started 10:30:00  running for 15m 33s

                      10:30        10:40       10:50
                      +------------+-----------+---
Müşteri Yolculuğu A~  ====================>........  15m 33s
Veri Yükleme          ====                                2m
Süreç Keşfi              ====M===!==x=                9m 15s
Performans Analizi                   =====>...         4m 3s
Rapor Oluşturma aşa~                         ......
                             now 10:45:33 ^

M 10:35:30  Süreç modeli keşfedildi  Süreç Keşfi
! 10:38:22  Veri kalitesi sorunu tespit edildi  Süreç Keşfi
x 10:41:10  Bellek limiti yaklaşıldı  Süreç Keşfi
o 10:48:00  Performans Analizi aşaması tamamlanması
            bekleniyor
            in 2m 27s
o 10:48:00  Rapor Oluşturma aşamasının başlaması bekleniyor
            in 2m 27s
o 10:52:00  İşin tamamlanması bekleniyor  in 6m 27s
`);
  });

  test('is 80 columns wide in a pipe, with absolute times below', async () => {
    expect(await shown(example('ja', 'timeline'), 'gantt', { terminal: false })).toBe(`
Customer Journey Analysis  cc0e8400-e29b-41d4-a716-446655440000
started 2024-01-20T10:30:00Z  running for 15m 33s

                            10:30     10:35    10:40     10:45    10:50
                            ┬─────────┬────────┬─────────┬────────┬────
Customer Journey Analysis   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶╌╌╌╌╌╌╌╌╌╌╌╌  15m 33s
Data Loading                ━━━━━                                             2m
Process Discovery               ━━━━━━━◆━━━━▲━━━━✗━                       9m 15s
Performance Analysis                              ━━━━━━━━▶╌╌╌╌            4m 3s
レポート生成ステージ開始…                                     ╌╌╌╌╌╌╌╌╌
                                             now 10:45:33 ↑

◆ 2024-01-20T10:35:30Z  プロセスモデル発見  Process Discovery
▲ 2024-01-20T10:38:22Z  データ品質問題検出  Process Discovery
✗ 2024-01-20T10:41:10Z  メモリ制限に接近  Process Discovery
○ 2024-01-20T10:48:00Z  パフォーマンス分析ステージ完了予定  expected
○ 2024-01-20T10:48:00Z  レポート生成ステージ開始予定  expected
○ 2024-01-20T10:52:00Z  ジョブ完了予定  expected
`);
  });

  test('is as wide in a pipe as the environment says', async () => {
    const state = {
      body: example<TimelineBody>('ja', 'timeline'),
      nowMs: EXAMPLE_NOW_MS,
      view: 'gantt' as const,
    };
    const lines = timelineView({ ...state, columns: 120 }, await testLook({ terminal: false }));
    expect(Math.max(...lines.slice(3, 8).map(width))).toBe(120);
  });

  test('shows how stages ended that ran at once, and where the start of one is not known', async () => {
    expect(await shown(failed, 'gantt', { width: 70 })).toBe(`
Job
started 10:30:00  ended 10:30:55  took 55s

       10:30:00  10:30:10   10:30:20  10:30:30  10:30:40   10:30:50
       ┬─────────┬──────────┬─────────┬─────────┬──────────┬─────
Job    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━⊘  55s
Fetch  ╌╌╌╌━                                                         -
Sort       ━━━━━━━━▲━━━━━━━━━━━━━━━━━━━━━━━━━━━━━✗━━━━━━━━━━━━━━⊘  51s
Index            ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━✗                  30s

▲ 10:30:12  Warning  Sort
✗ 10:30:41  Error  Sort
`);
  });

  test('has a lane also for a job of no length', async () => {
    const body = bodyOf([event(0, 'JobStarted'), event(0, 'JobCompleted')]);
    expect(await shown(body, 'gantt', { width: 60 })).toBe(`
Job
started 10:30:00  ended 10:30:00  took 0s

     10:30:00
     ┬──────────────────────────────────────────────────
Job  ━                                                    0s
`);
  });

  test('is a list where no time is known', async () => {
    const body = bodyOf([{ timestamp: 'soon', eventType: 'Milestone', description: 'half way' }]);
    expect(await shown(body, 'gantt')).toBe(`
Job

soon    ◆ Milestone  half way
`);
  });
});

describe('any timeline', () => {
  test('is nothing where there is nothing in it', async () => {
    expect(
      timelineView({ body: { timeline: [] }, nowMs: 0, view: 'gantt' }, await testLook()),
    ).toEqual([]);
  });

  test.each(exampleLanguages)(
    'of the example of %s is never wider than the terminal',
    async (body) => {
      for (const language of ['en', 'tr', 'ja'] as const) {
        for (let columns = 20; columns <= 200; columns += 1) {
          const look = await testLook({ language, width: columns });
          for (const view of ['list', 'gantt'] as const) {
            const lines = timelineView(
              { body: example(body, 'timeline'), nowMs: EXAMPLE_NOW_MS, view },
              look,
            );
            expect(lines.filter((line) => width(line) > columns)).toEqual([]);
          }
        }
      }
    },
    30_000,
  );

  test('of ten thousand events is whole in a pipe', async () => {
    const look = await testLook({ terminal: false });
    const body = stagesOf(5000);
    expect(timelineView({ body, nowMs: at(10_000), view: 'list' }, look)).toHaveLength(10_004);
    const gantt = timelineView({ body, nowMs: at(10_000), view: 'gantt' }, look);
    expect(gantt.length).toBeGreaterThan(5000);
  });

  test('of ten thousand events is about what a terminal can scroll back to', async () => {
    const body = stagesOf(5000);
    for (const view of ['list', 'gantt'] as const) {
      const lines = timelineView({ body, nowMs: at(10_000), view }, await testLook());
      expect(lines.length).toBeLessThan(1000);
    }
  });
});

describe('a long timeline on a terminal', () => {
  const body = bodyOf([
    event(0, 'JobStarted'),
    ...[1, 2, 3, 4].map((second) => event(second, 'Progress')),
    event(5, 'Warning'),
    event(6, 'Progress'),
    event(7, 'Error'),
    ...[8, 9, 10, 11].map((second) => event(second, 'Progress')),
  ]);

  test('keeps how it began, what went wrong and how it stands, and counts the rest', async () => {
    const look = await testLook({ nowMs: at(12) });
    expect(screen(timelineView({ body, nowMs: at(12), view: 'list', most: 5 }, look))).toBe(`
Job
started 10:30:00  running for 12s

10:30:00   +0s  ● Job started
… 4 more events
10:30:05   +5s  ▲ Warning
… 1 more event
10:30:07   +7s  ✗ Error
… 2 more events
10:30:10  +10s  • Progress
10:30:11  +11s  • Progress
10:30:12  +12s  → now
7 more not shown: 7 Progress; add "| less" to see every one
`);
  });

  test('draws the stages that failed and those that took longest', async () => {
    const stages = [3, 9, 1, 20, 2].flatMap((seconds, index) => [
      event(index * 30, 'StageStarted', `stage ${index}`),
      event(index * 30 + seconds, index === 2 ? 'StageFailed' : 'StageCompleted', `stage ${index}`),
    ]);
    const look = await testLook({ nowMs: at(150) });
    const state = { body: bodyOf(stages), nowMs: at(150), view: 'gantt', most: 4 } as const;
    expect(screen(timelineView(state, look))).toBe(`
Job
started 10:30:00  running for 2m 30s

         10:30:00    10:30:30     10:31:00    10:31:30     10:32:00    10:32:30
         ┬───────────┬────────────┬───────────┬────────────┬───────────┬
Job      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶  2m 30s
stage 0  ━━                                                                   3s
stage 2                           ✗                                           1s
stage 3                                       ━━━━━━━━━                      20s
stage 4                                                    ━                  2s
                                                          now 10:32:30 ↑
1 more not shown: 1 Stage; add "| less" to see every one
`);
  });
});

/** So many stages, one after the other: two events each. */
const stagesOf = (count: number): TimelineBody =>
  bodyOf(
    Array.from({ length: count * 2 }, (_, index) =>
      event(index, index % 2 === 0 ? 'StageStarted' : 'StageCompleted', `stage ${index >> 1}`),
    ),
  );
