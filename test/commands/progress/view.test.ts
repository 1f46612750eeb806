import { describe, expect, it } from 'vitest';
import { progressView } from '../../../src/commands/progress/view.js';
import type { ProgressBody } from '../../../src/contract/index.js';
import { width } from '../../../src/render/width.js';
import { type ExampleLanguage, example } from '../../helpers/examples.js';
import { type LookOptions, EXAMPLE_NOW_MS as nowMs, screen, testLook } from '../../helpers/look.js';

async function view(language: ExampleLanguage, options: LookOptions = {}): Promise<string> {
  const body = example<ProgressBody>(language, 'progress');
  return screen(progressView({ body, nowMs }, await testLook(options)));
}

describe('the progress of a running job on a terminal', () => {
  it('shows times, stages, activity, resources and quality in 80 columns', async () => {
    expect(await view('ja')).toBe(`
● Customer Journey Analysis  Running
  cc0e8400-e29b-41d4-a716-446655440000

  ███████████████████████████████████████████████████░░░░░░░░░  85%

  Elapsed    15m 33s  since 10:30:00
  Remaining  6m 27s (server says 2 minutes 27 seconds)
  Finish     10:52:00

Stages
  Stage                         Progress    Time            Records
✓ Data Loading          ██████████  100%  2m 15s            192,850
  throughput 1,427 records/s  dataValidated yes  errorsFound 0
✓ Process Discovery     ██████████  100%  9m 15s            192,850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
● Performance Analysis  ███████▊░░   78%   4m 3s  150,243 / 192,850
  ends in 2m 27s, at 10:48:00  618 records/s on average
  bottlenecksIdentified 8  waitTimeCalculated 150,243
  cycleTimeCalculated 150,243
○ Report Generation     ░░░░░░░░░░    0%     ~4m
  starts ~10:48:00  ends ~10:52:00

Activity
  Component  PerformanceAnalyzer
  Operation  Calculating resource utilization metrics
  Details    Processing activity transitions for efficiency analysis

Resources
  Memory   ███████████▌░░░░░░░░  2.3 GB of 4.0 GB  57.5%
  CPU      █████████████▍░░░░░░  67%
  Disk     890 MB
  Network  12 MB
  Rate     1,250 records/s

Quality
  Score        94.8
  Validations  15 passed  1 failed
  Warnings     11
  Errors       2
`);
  });

  it('reads a server that speaks Turkish', async () => {
    expect(await view('tr')).toBe(`
● Müşteri Yolculuğu Analizi  Running
  cc0e8400-e29b-41d4-a716-446655440000

  ███████████████████████████████████████████████████░░░░░░░░░  85%

  Elapsed    15m 33s  since 10:30:00
  Remaining  6m 27s (server says 2 minutes 27 seconds)
  Finish     10:52:00

Stages
  Stage                       Progress    Time            Records
✓ Veri Yükleme        ██████████  100%  2m 15s            192,850
  throughput 1,427 records/s  dataValidated yes  errorsFound 0
✓ Süreç Keşfi         ██████████  100%  9m 15s            192,850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
● Performans Analizi  ███████▊░░   78%   4m 3s  150,243 / 192,850
  ends in 2m 27s, at 10:48:00  618 records/s on average
  bottlenecksIdentified 8  waitTimeCalculated 150,243
  cycleTimeCalculated 150,243
○ Rapor Oluşturma     ░░░░░░░░░░    0%     ~4m
  starts ~10:48:00  ends ~10:52:00

Activity
  Component  PerformanceAnalyzer
  Operation  Kaynak kullanımı metrikleri hesaplanıyor
  Details    Verimlilik analizi için faaliyet geçişleri işleniyor

Resources
  Memory   ███████████▌░░░░░░░░  2.3 GB of 4.0 GB  57.5%
  CPU      █████████████▍░░░░░░  67%
  Disk     890 MB
  Network  12 MB
  Rate     1,250 records/s

Quality
  Score        94.8
  Validations  15 passed  1 failed
  Warnings     11
  Errors       2
`);
  });

  it('speaks Turkish', async () => {
    expect(await view('tr', { language: 'tr' })).toBe(`
● Müşteri Yolculuğu Analizi  Çalışıyor
  cc0e8400-e29b-41d4-a716-446655440000

  ███████████████████████████████████████████████████░░░░░░░░░  %85

  Geçen  15 dk 33 sn  başlangıç 10:30:00
  Kalan  6 dk 27 sn (sunucuya göre 2 dakika 27 saniye)
  Bitiş  10:52:00

Aşamalar
  Aşama                       İlerleme        Süre              Kayıt
✓ Veri Yükleme        ██████████  %100  2 dk 15 sn            192.850
  throughput 1.427 kayıt/sn  dataValidated evet  errorsFound 0
✓ Süreç Keşfi         ██████████  %100  9 dk 15 sn            192.850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
● Performans Analizi  ███████▊░░   %78   4 dk 3 sn  150.243 / 192.850
  bitişe 2 dk 27 sn, saat 10:48:00  ortalama 618 kayıt/sn
  bottlenecksIdentified 8  waitTimeCalculated 150.243
  cycleTimeCalculated 150.243
○ Rapor Oluşturma     ░░░░░░░░░░    %0       ~4 dk
  başlangıç ~10:48:00  bitiş ~10:52:00

Etkinlik
  Bileşen  PerformanceAnalyzer
  İşlem    Kaynak kullanımı metrikleri hesaplanıyor
  Ayrıntı  Verimlilik analizi için faaliyet geçişleri işleniyor

Kaynaklar
  Bellek  ███████████▌░░░░░░░░  2,3 GB / 4,0 GB  %57,5
  CPU     █████████████▍░░░░░░  %67
  Disk    890 MB
  Ağ      12 MB
  Hız     1.250 kayıt/sn

Kalite
  Puan       94,8
  Doğrulama  15 başarılı  1 başarısız
  Uyarı      11
  Hata       2
`);
  });

  it('speaks Japanese, and its wide characters line up', async () => {
    expect(await view('ja', { language: 'ja' })).toBe(`
● Customer Journey Analysis  実行中
  cc0e8400-e29b-41d4-a716-446655440000

  ███████████████████████████████████████████████████░░░░░░░░░  85%

  経過      15分33秒  開始 10:30:00
  残り      6分27秒 (サーバーでは 2分27秒)
  終了予定  10:52:00

ステージ
  ステージ                          進捗     時間               件数
✓ Data Loading          ██████████  100%  2分15秒            192,850
  throughput 1,427 件/秒  dataValidated はい  errorsFound 0
✓ Process Discovery     ██████████  100%  9分15秒            192,850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
● Performance Analysis  ███████▊░░   78%   4分3秒  150,243 / 192,850
  終了まで 2分27秒（10:48:00）  平均 618 件/秒
  bottlenecksIdentified 8  waitTimeCalculated 150,243
  cycleTimeCalculated 150,243
○ Report Generation     ░░░░░░░░░░    0%    約4分
  開始 約10:48:00  終了 約10:52:00

現在の処理
  コンポーネント  PerformanceAnalyzer
  操作            Calculating resource utilization metrics
  詳細            Processing activity transitions for efficiency analysis

リソース
  メモリ        ███████████▌░░░░░░░░  2.3 GB / 4.0 GB  57.5%
  CPU           █████████████▍░░░░░░  67%
  ディスク      890 MB
  ネットワーク  12 MB
  処理速度      1,250 件/秒

品質
  スコア  94.8
  検証    合格 15  不合格 1
  警告    11
  エラー  2
`);
  });

  it('tells below each stage what 40 columns have no room for', async () => {
    expect(await view('ja', { width: 40 })).toBe(`
● Customer Journey Analysis  Running
  cc0e8400-e29b-41d4-a716-446655440000

  ████████████████████████████░░░░░  85%

  Elapsed    15m 33s  since 10:30:00
  Remaining  6m 27s (server says 2
             minutes 27 seconds)
  Finish     10:52:00

Stages
  Stage                 Progress    Time
✓ Data Loading              100%  2m 15s
  Records 192,850
  throughput 1,427 records/s
  dataValidated yes  errorsFound 0
✓ Process Discovery         100%  9m 15s
  Records 192,850
  activitiesDiscovered 47
  variantsFound 234  pathsIdentified 156
● Performance Analysis       78%   4m 3s
  Records 150,243 / 192,850
  ends in 2m 27s, at 10:48:00
  618 records/s on average
  bottlenecksIdentified 8
  waitTimeCalculated 150,243
  cycleTimeCalculated 150,243
○ Report Generation           0%     ~4m
  starts ~10:48:00  ends ~10:52:00

Activity
  Component  PerformanceAnalyzer
  Operation  Calculating resource
             utilization metrics
  Details    Processing activity
             transitions for efficiency
             analysis

Resources
  Memory   █████▏░░░  2.3 GB of 4.0 GB
           57.5%
  CPU      ██████░░░  67%
  Disk     890 MB
  Network  12 MB
  Rate     1,250 records/s

Quality
  Score        94.8
  Validations  15 passed  1 failed
  Warnings     11
  Errors       2
`);
  });

  it('keeps the names of stages whole in 40 columns of Turkish', async () => {
    expect(await view('tr', { width: 40, language: 'tr' })).toBe(`
● Müşteri Yolculuğu Analizi  Çalışıyor
  cc0e8400-e29b-41d4-a716-446655440000

  ████████████████████████████░░░░░  %85

  Geçen  15 dk 33 sn  başlangıç 10:30:00
  Kalan  6 dk 27 sn (sunucuya göre 2
         dakika 27 saniye)
  Bitiş  10:52:00

Aşamalar
  Aşama               İlerleme
✓ Veri Yükleme            %100
  Süre 2 dk 15 sn  Kayıt 192.850
  throughput 1.427 kayıt/sn
  dataValidated evet  errorsFound 0
✓ Süreç Keşfi             %100
  Süre 9 dk 15 sn  Kayıt 192.850
  activitiesDiscovered 47
  variantsFound 234  pathsIdentified 156
● Performans Analizi       %78
  Süre 4 dk 3 sn
  Kayıt 150.243 / 192.850
  bitişe 2 dk 27 sn, saat 10:48:00
  ortalama 618 kayıt/sn
  bottlenecksIdentified 8
  waitTimeCalculated 150.243
  cycleTimeCalculated 150.243
○ Rapor Oluşturma           %0
  Süre ~4 dk
  başlangıç ~10:48:00  bitiş ~10:52:00

Etkinlik
  Bileşen  PerformanceAnalyzer
  İşlem    Kaynak kullanımı metrikleri
           hesaplanıyor
  Ayrıntı  Verimlilik analizi için
           faaliyet geçişleri işleniyor

Kaynaklar
  Bellek  █████▊░░░░  2,3 GB / 4,0 GB
          %57,5
  CPU     ██████▋░░░  %67
  Disk    890 MB
  Ağ      12 MB
  Hız     1.250 kayıt/sn

Kalite
  Puan       94,8
  Doğrulama  15 başarılı  1 başarısız
  Uyarı      11
  Hata       2
`);
  });

  it('draws with ASCII where the terminal shows nothing else', async () => {
    expect(await view('ja', { unicode: false })).toBe(`
* Customer Journey Analysis  Running
  cc0e8400-e29b-41d4-a716-446655440000

  [#################################################---------]  85%

  Elapsed    15m 33s  since 10:30:00
  Remaining  6m 27s (server says 2 minutes 27 seconds)
  Finish     10:52:00

Stages
  Stage                         Progress    Time            Records
+ Data Loading          [########]  100%  2m 15s            192,850
  throughput 1,427 records/s  dataValidated yes  errorsFound 0
+ Process Discovery     [########]  100%  9m 15s            192,850
  activitiesDiscovered 47  variantsFound 234  pathsIdentified 156
* Performance Analysis  [######--]   78%   4m 3s  150,243 / 192,850
  ends in 2m 27s, at 10:48:00  618 records/s on average
  bottlenecksIdentified 8  waitTimeCalculated 150,243
  cycleTimeCalculated 150,243
o Report Generation     [--------]    0%     ~4m
  starts ~10:48:00  ends ~10:52:00

Activity
  Component  PerformanceAnalyzer
  Operation  Calculating resource utilization metrics
  Details    Processing activity transitions for efficiency analysis

Resources
  Memory   [##########--------]  2.3 GB of 4.0 GB  57.5%
  CPU      [############------]  67%
  Disk     890 MB
  Network  12 MB
  Rate     1,250 records/s

Quality
  Score        94.8
  Validations  15 passed  1 failed
  Warnings     11
  Errors       2
`);
  });

  it.each(['en', 'tr', 'ja'] as const)(
    'is never wider than the terminal in %s',
    async (language) => {
      const japanese = 'パフォーマンス分析とボトルネックの特定'.repeat(3);
      const body = example<ProgressBody>('ja', 'progress');
      for (const stage of body.stages ?? []) stage.stageName = `${japanese}${stage.stageName}`;
      body.jobName = japanese;
      for (let columns = 20; columns <= 200; columns++) {
        const look = await testLook({ width: columns, language });
        const widest = Math.max(...progressView({ body, nowMs }, look).map(width));
        expect(widest, `at ${columns} columns`).toBeLessThanOrEqual(columns);
      }
    },
  );
});

describe('the progress of a running job in a pipe', () => {
  it('is a line for each fact, absolute times, and a row for each stage', async () => {
    expect(await view('ja', { terminal: false })).toBe(`
Job: Customer Journey Analysis
ID: cc0e8400-e29b-41d4-a716-446655440000
Status: Running
Progress: 85%
Elapsed: 15m 33s, since 2024-01-20T10:30:00Z
Remaining: 6m 27s (server says 2 minutes 27 seconds)
Finish: 2024-01-20T10:52:00Z

Stage                 Status     Progress  Time    Started                Ended                  Records            Rate                      Metrics
Data Loading          Completed  100%      2m 15s  2024-01-20T10:30:00Z   2024-01-20T10:32:15Z   192,850            -                         throughput 1,427 records/s, dataValidated yes, errorsFound 0
Process Discovery     Completed  100%      9m 15s  2024-01-20T10:32:15Z   2024-01-20T10:41:30Z   192,850            -                         activitiesDiscovered 47, variantsFound 234, pathsIdentified 156
Performance Analysis  Running    78%       4m 3s   2024-01-20T10:41:30Z   ~2024-01-20T10:48:00Z  150,243 / 192,850  618 records/s on average  bottlenecksIdentified 8, waitTimeCalculated 150,243, cycleTimeCalculated 150,243
Report Generation     Pending    0%        ~4m     ~2024-01-20T10:48:00Z  ~2024-01-20T10:52:00Z  -                  -

Activity Component: PerformanceAnalyzer
Activity Operation: Calculating resource utilization metrics
Activity Details: Processing activity transitions for efficiency analysis
Resources Memory: 2.3 GB of 4.0 GB, 57.5%
Resources CPU: 67%
Resources Disk: 890 MB
Resources Network: 12 MB
Resources Rate: 1,250 records/s
Quality Score: 94.8
Quality Validations: 15 passed, 1 failed
Quality Warnings: 11
Quality Errors: 2
`);
  });
});
