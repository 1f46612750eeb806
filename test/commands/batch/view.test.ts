import { expect, test } from 'vitest';
import { batchView } from '../../../src/commands/batch/view.js';
import type { BatchBody, BatchJob } from '../../../src/contract/index.js';
import { width } from '../../../src/render/width.js';
import { type ExampleLanguage, example, exampleLanguages } from '../../helpers/examples.js';
import { EXAMPLE_NOW_MS, type LookOptions, screen, testLook } from '../../helpers/look.js';

const body = (language: ExampleLanguage) => example<BatchBody>(language, 'batch');

async function batchScreen(shown: BatchBody, options: LookOptions, showsMetrics = false) {
  const look = await testLook(options);
  return screen(batchView({ body: shown, nowMs: EXAMPLE_NOW_MS, showsMetrics }, look));
}

test('80 columns show a row with a bar for each job, its full id and its resources', async () => {
  expect(await batchScreen(body('ja'), {}, true)).toBe(`
3 of 5 jobs shown  ● 3 Running  ○ 1 Queued  ✓ 1 Completed  ✗ 0 Failed
as of 10:45:33

  Job                        Status     Progress         End
● Customer Journey Analysis  Running    ████████▌░  85%  in 6m 27s
  cc0e8400-e29b-41d4-a716-446655440000  Stage Performance Analysis
  Start 15m 33s ago  By user123  Priority High  CPU 67%  Memory 2.3 GB
  Rate 1,250 records/s
● Sales Data Enrichment      Running    ████▌░░░░░  45%  in 19m 27s
  dd0e8400-e29b-41d4-a716-446655440000  Stage Data Enrichment  Start 10m 33s ago
  By system  Priority Normal  CPU 52%  Memory 1.8 GB  Rate 890 records/s
○ Weekly Report Generation   Queued #2  ░░░░░░░░░░   0%  in 34m 27s
  ee0e8400-e29b-41d4-a716-446655440000  Start in 9m 27s  By user456
  Priority Normal

System
  Load       ██████████████▌░░░░░  73%
  Queue      Good
  Resources  Medium
  Capacity   6 additional jobs
`);
});

test('a Turkish answer is shown in Turkish, without resources when they were not asked for', async () => {
  expect(await batchScreen(body('tr'), { language: 'tr' })).toBe(`
5 işten 3 tanesi gösteriliyor  ● 3 Çalışıyor  ○ 1 Kuyrukta  ✓ 1 Tamamlandı
✗ 0 Başarısız  ölçüm: 10:45:33

  İş                           Durum        İlerleme         Bitiş
● Müşteri Yolculuğu Analizi    Çalışıyor    ████████▌░  %85  6 dk 27 sn sonra
  cc0e8400-e29b-41d4-a716-446655440000  Aşama Performans Analizi
  Başlangıç 15 dk 33 sn önce  Gönderen user123  Öncelik Yüksek
● Satış Verisi Zenginleştirme  Çalışıyor    ████▌░░░░░  %45  19 dk 27 sn sonra
  dd0e8400-e29b-41d4-a716-446655440000  Aşama Veri Zenginleştirme
  Başlangıç 10 dk 33 sn önce  Gönderen system  Öncelik Normal
○ Haftalık Rapor Oluşturma     Kuyrukta #2  ░░░░░░░░░░   %0  34 dk 27 sn sonra
  ee0e8400-e29b-41d4-a716-446655440000  Başlangıç 9 dk 27 sn sonra
  Gönderen user456  Öncelik Normal

Sistem
  Yük        ██████████████▌░░░░░  %73
  Kuyruk     İyi
  Kaynaklar  Orta
  Kapasite   6 ek iş
`);
});

test('40 columns in Japanese lose no fact', async () => {
  expect(await batchScreen(body('ja'), { width: 40, language: 'ja' }, true)).toBe(`
5 件中 3 件のジョブを表示  ● 3 実行中
○ 1 キュー待ち  ✓ 1 完了  ✗ 0 失敗
10:45:33 時点

  ジョブ                     進捗
● Customer Journey Analysis  85%
  状態 実行中  終了 6分27秒後
  cc0e8400-e29b-41d4-a716-446655440000
  ステージ Performance Analysis
  開始 15分33秒前  投入者 user123
  優先度 高  CPU 67%  メモリ 2.3 GB
  速度 1,250 件/秒
● Sales Data Enrichment      45%
  状態 実行中  終了 19分27秒後
  dd0e8400-e29b-41d4-a716-446655440000
  ステージ Data Enrichment
  開始 10分33秒前  投入者 system
  優先度 通常  CPU 52%  メモリ 1.8 GB
  速度 890 件/秒
○ Weekly Report Generation    0%
  状態 キュー待ち 2 番目
  終了 34分27秒後
  ee0e8400-e29b-41d4-a716-446655440000
  開始 9分27秒後  投入者 user456
  優先度 通常

システム
  負荷      ██████▌░░  73%
  キュー    良好
  リソース  中
  余力      6件の追加ジョブ
`);
});

test('a pipe gets a line a job with the id first and absolute times', async () => {
  expect(await batchScreen(body('ja'), { terminal: false }, true)).toBe(`
3 of 5 jobs shown, 3 Running, 1 Queued, 1 Completed, 0 Failed, as of 2024-01-20T10:45:33Z

ID                                    Status   Progress  Job                        Queue  Stage                 Start                 End                   By       Priority  CPU  Memory  Rate
cc0e8400-e29b-41d4-a716-446655440000  Running  85%       Customer Journey Analysis  -      Performance Analysis  2024-01-20T10:30:00Z  2024-01-20T10:52:00Z  user123  High      67%  2.3 GB  1,250 records/s
dd0e8400-e29b-41d4-a716-446655440000  Running  45%       Sales Data Enrichment      -      Data Enrichment       2024-01-20T10:35:00Z  2024-01-20T11:05:00Z  system   Normal    52%  1.8 GB  890 records/s
ee0e8400-e29b-41d4-a716-446655440000  Queued   0%        Weekly Report Generation   #2     -                     2024-01-20T10:55:00Z  2024-01-20T11:20:00Z  user456  Normal    -    -       -

System Load: 73%
System Queue: Good
System Resources: Medium
System Capacity: 6 additional jobs
`);
});

test('a translated answer reads the same in a pipe', async () => {
  const options: LookOptions = { terminal: false, language: 'tr', timeZone: 'Europe/Istanbul' };
  expect(await batchScreen(body('tr'), options)).toBe(`
5 işten 3 tanesi gösteriliyor, 3 Çalışıyor, 1 Kuyrukta, 1 Tamamlandı, 0 Başarısız, ölçüm: 2024-01-20T13:45:33+03:00

Kimlik                                Durum      İlerleme  İş                           Sıra  Aşama                Başlangıç                  Bitiş                      Gönderen  Öncelik
cc0e8400-e29b-41d4-a716-446655440000  Çalışıyor  %85       Müşteri Yolculuğu Analizi    -     Performans Analizi   2024-01-20T13:30:00+03:00  2024-01-20T13:52:00+03:00  user123   Yüksek
dd0e8400-e29b-41d4-a716-446655440000  Çalışıyor  %45       Satış Verisi Zenginleştirme  -     Veri Zenginleştirme  2024-01-20T13:35:00+03:00  2024-01-20T14:05:00+03:00  system    Normal
ee0e8400-e29b-41d4-a716-446655440000  Kuyrukta   %0        Haftalık Rapor Oluşturma     #2    -                    2024-01-20T13:55:00+03:00  2024-01-20T14:20:00+03:00  user456   Normal

Sistem Yük: %73
Sistem Kuyruk: İyi
Sistem Kaynaklar: Orta
Sistem Kapasite: 6 ek iş
`);
});

const job = (fields: Partial<BatchJob>): BatchJob => ({
  jobId: 'cc0e8400-e29b-41d4-a716-446655440000',
  ...fields,
});

test('a job of which only the id is known, an unknown status and a job that is late are shown', async () => {
  const jobs = [
    job({}),
    job({ jobName: 'Paused', status: 'Suspended', progress: 12.5 }),
    job({
      jobName: 'Late',
      status: 'Running',
      progress: 99,
      estimatedCompletion: '2024-01-20T10:43:33Z',
    }),
    job({ jobName: 'Ended', status: 'Failed', progress: 40, endTime: '2024-01-20T10:15:33Z' }),
  ];
  expect(await batchScreen({ jobs }, {})).toBe(`
4 jobs

  Job       Status     Progress           End
? cc0e8400  -          ░░░░░░░░░░      -  -
  cc0e8400-e29b-41d4-a716-446655440000
? Paused    Suspended  █▎░░░░░░░░  12.5%  -
  cc0e8400-e29b-41d4-a716-446655440000
● Late      Running    █████████▉    99%  late by 2m
  cc0e8400-e29b-41d4-a716-446655440000
✗ Ended     Failed     ████░░░░░░    40%  30m ago
  cc0e8400-e29b-41d4-a716-446655440000
`);
});

test('an answer without jobs still tells how the system is doing', async () => {
  expect(
    await batchScreen({ jobs: [], systemHealth: { overallLoad: 97, queueHealth: 'Poor' } }, {}),
  ).toBe(`
0 jobs

System
  Load   ███████████████████▍  97%
  Queue  Poor
`);
});

test('no line is wider than the terminal, from 20 to 200 columns', async () => {
  const wide = job({
    jobName: '顧客行動分析ジョブ'.repeat(5),
    status: 'Running',
    progress: 50,
    currentStage: '出力生成',
  });
  for (const language of exampleLanguages) {
    const jobs = [...body(language).jobs, wide];
    for (let columns = 20; columns <= 200; columns++) {
      const look = await testLook({ width: columns, language: 'ja' });
      const lines = batchView(
        { body: { ...body(language), jobs }, nowMs: EXAMPLE_NOW_MS, showsMetrics: true },
        look,
      );
      expect([...lines].filter((line) => width(line) > columns)).toEqual([]);
    }
  }
});
