import { describe, expect, it } from 'vitest';
import type { MetricsGroup } from '../../../src/commands/metrics/options.js';
import { metricsView } from '../../../src/commands/metrics/view.js';
import type { MetricsBody, MetricsSample } from '../../../src/contract/index.js';
import { type ExampleLanguage, example } from '../../helpers/examples.js';
import { type LookOptions, screen, testLook } from '../../helpers/look.js';

async function view(
  language: ExampleLanguage,
  metrics: readonly MetricsGroup[],
  options: LookOptions = {},
): Promise<string> {
  const body = example<MetricsBody>(language, 'metrics');
  return screen(metricsView({ body, history: true, metrics }, await testLook(options)));
}

async function past(samples: readonly MetricsSample[], options: LookOptions = {}): Promise<string> {
  const body: MetricsBody = { currentMetrics: {}, historicalMetrics: [...samples] };
  return screen(metricsView({ body, history: true }, await testLook(options)));
}

describe('the past of a job', () => {
  it('is a sparkline and a plot of each figure, with the changes of the stage marked', async () => {
    expect(await view('ja', ['cpu', 'throughput'])).toBe(`
Metrics  cc0e8400-e29b-41d4-a716-446655440000
Collected 10:45:33

Resources
  CPU  █████████████▍░░░░░░  67%  2 cores  efficiency 89.2%

Processing
  Records  ███████████████▌░░░░  150,243 / 192,850  77.9%
  Rate     1,250 records/s  efficiency 78.3%
  Errors   0.1%
  Retries  1.5%

Trends
  CPU         → Stable
  Throughput  ↑ Improving

History
  Period  10:30:00 → 10:45:00  4 samples
  CPU     ▁█▇▆  67%  min 15%  max 85%
  Rate    ▁█▇▇  1,250 records/s  min 0  max 1,427

  CPU (%)
   100% │
        │                     ··•···········
        │               ······              ············•······················•
    50% │         ······
        │   ······
        │•··
     0% │
        └◆─────────────┬────────◆────┬─────────────┬────◆────────┬─────────────◆
         10:30:00  10:33:00      10:36:00      10:39:00      10:42:00   10:45:00

  Rate (records/s)
  1,500 │                      ·•···········
        │                  ····             ············•······················•
        │              ····
    750 │          ····
        │      ····
        │  ····
      0 │•·
        └◆─────────────┬────────◆────┬─────────────┬────◆────────┬─────────────◆
         10:30:00  10:33:00      10:36:00      10:39:00      10:42:00   10:45:00

  ◆ 10:30:00 Initialization  ◆ 10:35:00 Data Loading
  ◆ 10:40:00 Process Discovery  ◆ 10:45:00 Performance Analysis
`);
  });

  it('fits 40 columns, in Turkish', async () => {
    expect(await view('tr', ['memory'], { width: 40, language: 'tr' })).toBe(`
Ölçümler
cc0e8400-e29b-41d4-a716-446655440000
Toplandı 10:45:33

Kaynaklar
  Bellek  █████▊░░░│  2,3 GB / 4,0 GB
          %57,5  │ en yüksek 3,8 GB
          verim %87,5

Eğilimler
  Bellek  ↓ Azalan

Geçmiş
  Dönem   10:30:00 → 10:45:00  4 örnek
  Bellek  ▁▄█▅  2,3 GB  en az 0,8
          en çok 3,2

  Bellek (GB)
  4 │
    │                     ··•··
    │               ······     ······
  2 │         ··•···                 ··•
    │   ······
    │•··
  0 │
    └◆──────────◆─────┬─────◆──────────◆
     10:30:00     10:37:30      10:45:00

  ◆ 10:30:00 Başlatma
  ◆ 10:35:00 Veri Yükleme
  ◆ 10:40:00 Süreç Keşfi
  ◆ 10:45:00 Performans Analizi
`);
  });

  it('is drawn with ASCII where the terminal shows nothing else', async () => {
    expect(await view('ja', ['cpu'], { unicode: false })).toBe(`
Metrics  cc0e8400-e29b-41d4-a716-446655440000
Collected 10:45:33

Resources
  CPU  [############------]  67%  2 cores  efficiency 89.2%

Trends
  CPU  > Stable

History
  Period  10:30:00 > 10:45:00  4 samples
  CPU     _#%*  67%  min 15%  max 85%

  CPU (%)
  100% |
       |                      --*-----------
       |                ------              -----------*-----------------------*
   50% |          ------
       |    ------
       |*---
    0% |
       +M-------------+---------M---+--------------+---M---------+-------------M
        10:30:00  10:32:57      10:35:55       10:39:05      10:42:03   10:45:00

  M 10:30:00 Initialization  M 10:35:00 Data Loading
  M 10:40:00 Process Discovery  M 10:45:00 Performance Analysis
`);
  });

  it('is a row for each sample in a pipe', async () => {
    expect(await view('ja', ['cpu', 'throughput'], { terminal: false })).toBe(`
Metrics: cc0e8400-e29b-41d4-a716-446655440000
Collected: 2024-01-20T10:45:33Z
Resources CPU: 67%, 2 cores, efficiency 89.2%
Processing Records: 150,243 / 192,850, 77.9%
Processing Rate: 1,250 records/s, efficiency 78.3%
Processing Errors: 0.1%
Processing Retries: 1.5%
Trends CPU: Stable
Trends Throughput: Improving
History Period: 2024-01-20T10:30:00Z → 2024-01-20T10:45:00Z, 4 samples
History CPU: 67%, min 15%, max 85%
History Rate: 1,250 records/s, min 0, max 1,427

Time                  CPU (%)  Rate (records/s)  Stage
2024-01-20T10:30:00Z  15       0                 Initialization
2024-01-20T10:35:00Z  85       1,427             Data Loading
2024-01-20T10:40:00Z  72       1,156             Process Discovery
2024-01-20T10:45:00Z  67       1,250             Performance Analysis
`);
  });

  it('shows what it does not know of a sample in a pipe', async () => {
    const samples = [
      { timestamp: '2024-01-20T10:30:00Z', cpu: 15, queue: { depth: 4 } },
      { timestamp: 'soon' },
    ];
    expect(await past(samples, { terminal: false })).toContain(`
Time                  CPU (%)  Memory (GB)  Rate (records/s)  Stage  Other
2024-01-20T10:30:00Z  15       -            -                 -      queue.depth 4
soon                  -        -            -                 -
`);
  });

  it('can be a single sample', async () => {
    expect(await past([{ timestamp: '2024-01-20T10:30:00Z', cpu: 15 }], { width: 40 })).toBe(`
Metrics  -

History
  Period  10:30:00 → 10:30:00  1 sample
  CPU     ▄  15%  min 15%  max 15%

  CPU (%)
  100% │
       │
       │
   50% │
       │
       │•
    0% │
       └┬───────────────────────────────
        10:30:00
`);
  });

  it('is not shown without being asked for, also where the server sent it', async () => {
    const body = example<MetricsBody>('ja', 'metrics');
    expect(screen(metricsView({ body, history: false }, await testLook()))).not.toContain(
      'History',
    );
  });

  it('is shown as it is when no sample has a time that can be read', async () => {
    expect(await past([{ timestamp: 'yesterday', cpu: 15 }])).toBe('\n\n');
  });
});
