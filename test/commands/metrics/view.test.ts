import { describe, expect, it } from 'vitest';
import { metricsView } from '../../../src/commands/metrics/view.js';
import type { MetricsBody } from '../../../src/contract/index.js';
import { width } from '../../../src/render/width.js';
import { type ExampleLanguage, example } from '../../helpers/examples.js';
import { type LookOptions, screen, testLook } from '../../helpers/look.js';

async function view(language: ExampleLanguage, options: LookOptions = {}): Promise<string> {
  const body = example<MetricsBody>(language, 'metrics');
  return screen(metricsView({ body, history: false }, await testLook(options)));
}

describe('metrics on a terminal', () => {
  it('shows resources, processing, stages, trends and the benchmark in 80 columns', async () => {
    expect(await view('ja')).toBe(`
Metrics  cc0e8400-e29b-41d4-a716-446655440000
Collected 10:45:33

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
  Counts        2 completed  1 running  1 pending
  Average time  5.75 minutes
  Efficiency    91.2%

Trends
  CPU         → Stable
  Memory      ↓ Declining
  Throughput  ↑ Improving
  Efficiency  Good
  Prediction  94.2%

Benchmark
  Job type    ProcessMining
  Rank        85th percentile
  Duration    18.5 minutes on average
  Throughput  1,180 records/s on average  this job 1,250 records/s
  Compared    █████████████████▒▒░  █ faster than 85%  ▒ similar to 12%
              ░ slower than 3%
`);
  });

  it('says the same of a server that speaks Turkish', async () => {
    expect(await view('tr')).toBe(await view('ja'));
  });

  it('speaks Turkish', async () => {
    expect(await view('tr', { language: 'tr' })).toBe(`
Ölçümler  cc0e8400-e29b-41d4-a716-446655440000
Toplandı 10:45:33

Kaynaklar
  CPU     █████████████▍░░░░░░  %67  2 çekirdek  verim %89,2
  Bellek  ███████████▌░░░░░░░│  2,3 GB / 4,0 GB  %57,5  │ en yüksek 3,8 GB
          verim %87,5
  Disk    okunan 450 MB  yazılan 89 MB  145 IOPS  gecikme 12 ms
  Ağ      gelen 67 MB  giden 12 MB  8 bağlantı

İşleme
  Kayıt           ███████████████▌░░░░  150.243 / 192.850  %77,9
  Hız             1.250 kayıt/sn  verim %78,3
  Hata            %0,1
  Yeniden deneme  %1,5

Aşamalar
  Sayı           2 tamamlandı  1 çalışıyor  1 beklemede
  Ortalama süre  5,75 dakika
  Verim          %91,2

Eğilimler
  CPU               → Stabil
  Bellek            ↓ Azalan
  İş hacmi          ↑ İyileşen
  Verim             İyi
  Tahmin doğruluğu  %94,2

Kıyaslama
  İş türü       ProcessMining
  Sıralama      85. persentil
  Süre          ortalama 18,5 dakika
  İş hacmi      ortalama 1.180 kayıt/sn  bu iş 1.250 kayıt/sn
  Benzer işler  █████████████████▒▒░  █ %85 daha yavaş  ▒ %12 benzer
                ░ %3 daha hızlı
`);
  });

  it('speaks Japanese, and its wide characters line up', async () => {
    expect(await view('ja', { language: 'ja' })).toBe(`
指標  cc0e8400-e29b-41d4-a716-446655440000
収集時刻 10:45:33

リソース
  CPU           █████████████▍░░░░░░  67%  2 コア  効率 89.2%
  メモリ        ███████████▌░░░░░░░│  2.3 GB / 4.0 GB  57.5%  │ ピーク 3.8 GB
                効率 87.5%
  ディスク      読み込み 450 MB  書き込み 89 MB  145 IOPS  遅延 12 ms
  ネットワーク  受信 67 MB  送信 12 MB  8 接続

処理
  件数      ███████████████▌░░░░  150,243 / 192,850  77.9%
  速度      1,250 件/秒  効率 78.3%
  エラー率  0.1%
  再試行率  1.5%

ステージ
  内訳      完了 2  実行中 1  保留中 1
  平均時間  5.75分
  効率      91.2%

傾向
  CPU           → 安定
  メモリ        ↓ 低下
  スループット  ↑ 改善
  総合効率      良好
  予測精度      94.2%

比較
  ジョブの種類  ProcessMining
  順位          85パーセンタイル
  所要時間      平均 18.5分
  スループット  平均 1,180 件/秒  このジョブ 1,250 件/秒
  類似ジョブ    █████████████████▒▒░  █ 85%より速い  ▒ 12%と同程度  ░ 3%より遅い
`);
  });

  it('fits 40 columns', async () => {
    expect(await view('ja', { width: 40 })).toBe(`
Metrics
cc0e8400-e29b-41d4-a716-446655440000
Collected 10:45:33

Resources
  CPU      ██████░░░  67%  2 cores
           efficiency 89.2%
  Memory   █████▏░░│  2.3 GB of 4.0 GB
           57.5%  │ peak 3.8 GB
           efficiency 87.5%
  Disk     read 450 MB  written 89 MB
           145 IOPS  latency 12 ms
  Network  in 67 MB  out 12 MB
           8 connections

Processing
  Records  ███████░░  150,243 / 192,850
           77.9%
  Rate     1,250 records/s
           efficiency 78.3%
  Errors   0.1%
  Retries  1.5%

Stages
  Counts        2 completed  1 running
                1 pending
  Average time  5.75 minutes
  Efficiency    91.2%

Trends
  CPU         → Stable
  Memory      ↓ Declining
  Throughput  ↑ Improving
  Efficiency  Good
  Prediction  94.2%

Benchmark
  Job type    ProcessMining
  Rank        85th percentile
  Duration    18.5 minutes on average
  Throughput  1,180 records/s on average
              this job 1,250 records/s
  Compared    ███████▒
              █ faster than 85%
              ▒ similar to 12%
              ░ slower than 3%
`);
  });

  it.each(['en', 'tr', 'ja'] as const)(
    'is never wider than the terminal in %s',
    async (language) => {
      const body = example<MetricsBody>('ja', 'metrics');
      const stage = 'プロセスの発見と分析'.repeat(4);
      for (const sample of body.historicalMetrics ?? []) sample.stage += stage;
      for (let columns = 20; columns <= 200; columns++) {
        const lines = metricsView(
          { body, history: true },
          await testLook({ width: columns, language }),
        );
        expect(Math.max(...lines.map(width)), `at ${columns} columns`).toBeLessThanOrEqual(columns);
      }
    },
  );

  it('shows the groups that were asked for and no others, also where the server sent more', async () => {
    const body = example<MetricsBody>('ja', 'metrics');
    const lines = metricsView(
      { body, history: false, metrics: ['memory', 'cpu'] },
      await testLook(),
    );
    expect(screen(lines)).toBe(`
Metrics  cc0e8400-e29b-41d4-a716-446655440000
Collected 10:45:33

Resources
  CPU     █████████████▍░░░░░░  67%  2 cores  efficiency 89.2%
  Memory  ███████████▌░░░░░░░│  2.3 GB of 4.0 GB  57.5%  │ peak 3.8 GB
          efficiency 87.5%

Trends
  CPU     → Stable
  Memory  ↓ Declining
`);
  });

  it('shows fields that it does not know, and leaves out what is missing', async () => {
    const body: MetricsBody = {
      currentMetrics: {
        resourceUtilization: { cpu: { cores: 1, load: [1.5, 0.75] }, gpu: { usage: 12 } },
        processing: { recordsProcessed: 10, errorRate: 0.2, retryRate: 0 },
      },
      performanceTrends: { cpuTrend: 'Erratic', overallEfficiency: 'Poor' },
      benchmarks: { similarJobsComparison: { fasterThan: 0, similarTo: 0, slowerThan: 0 } },
    };
    expect(screen(metricsView({ body, history: false }, await testLook()))).toBe(`
Metrics  -

Resources
  CPU        1 core  load 1.5, 0.75
  gpu.usage  12

Processing
  Records  10
  Errors   20%
  Retries  0%

Trends
  CPU         Erratic
  Efficiency  Poor

Benchmark
  Compared  █ faster than 0%  ▒ similar to 0%  ░ slower than 0%
`);
  });

  it('is nothing at all where nothing of what was asked for came', async () => {
    const body: MetricsBody = { jobId: 'x', currentMetrics: {} };
    expect(metricsView({ body, history: true, metrics: ['disk'] }, await testLook())).toEqual([]);
  });

  it('gives a trend the colour of what it means', async () => {
    const body = example<MetricsBody>('ja', 'metrics');
    const trends = {
      cpuTrend: 'Declining',
      memoryTrend: 'Improving',
      throughputTrend: 'Declining',
    };
    const lines = metricsView(
      { body: { ...body, performanceTrends: trends }, history: false },
      await testLook({ color: 1 }),
    );
    const shown = lines.filter((line) => /Declining|Improving/.test(line));
    expect(shown.map((line) => line.slice(line.search(/(\x1b\[3.m)?[↑↓]/)))).toEqual([
      '↓ Declining',
      '\x1b[32m↑ Improving\x1b[0m',
      '\x1b[33m↓ Declining\x1b[0m',
    ]);
  });
});

describe('metrics in a pipe', () => {
  it('is a line for each fact', async () => {
    expect(await view('ja', { terminal: false })).toBe(`
Metrics: cc0e8400-e29b-41d4-a716-446655440000
Collected: 2024-01-20T10:45:33Z
Resources CPU: 67%, 2 cores, efficiency 89.2%
Resources Memory: 2.3 GB of 4.0 GB, 57.5%, peak 3.8 GB, efficiency 87.5%
Resources Disk: read 450 MB, written 89 MB, 145 IOPS, latency 12 ms
Resources Network: in 67 MB, out 12 MB, 8 connections
Processing Records: 150,243 / 192,850, 77.9%
Processing Rate: 1,250 records/s, efficiency 78.3%
Processing Errors: 0.1%
Processing Retries: 1.5%
Stages Counts: 2 completed, 1 running, 1 pending
Stages Average time: 5.75 minutes
Stages Efficiency: 91.2%
Trends CPU: Stable
Trends Memory: Declining
Trends Throughput: Improving
Trends Efficiency: Good
Trends Prediction: 94.2%
Benchmark Job type: ProcessMining
Benchmark Rank: 85th percentile
Benchmark Duration: 18.5 minutes on average
Benchmark Throughput: 1,180 records/s on average, this job 1,250 records/s
Benchmark Compared: faster than 85%, similar to 12%, slower than 3%
`);
  });
});
