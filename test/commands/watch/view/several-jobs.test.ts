import { describe, expect, it } from 'vitest';
import type { BatchJob } from '../../../../src/contract/index.js';
import { emptyWatch } from '../../../../src/domain/events/reduce.js';
import { atMs, batchRows, several, show } from './watches.js';

const idOf = (index: number): string =>
  `${index.toString(16).padStart(8, '0')}-e29b-41d4-a716-446655440000`;

const runs = { startTime: '2024-01-20T10:30:00Z', estimatedCompletion: '2024-01-20T10:52:00Z' };
const ended = { startTime: '2024-01-20T10:20:00Z', endTime: '2024-01-20T10:42:03Z' };

const five: readonly BatchJob[] = [
  { jobId: idOf(1), jobName: 'Nightly import', status: 'Completed', ...ended },
  {
    jobId: idOf(2),
    jobName: 'Customer Journey Analysis',
    status: 'Running',
    progress: 85,
    currentStage: 'Performance Analysis',
    ...runs,
  },
  {
    jobId: idOf(3),
    jobName: 'Weekly report',
    status: 'Queued',
    queuePosition: 2,
    estimatedStartTime: '2024-01-20T10:55:00Z',
  },
  {
    jobId: idOf(4),
    jobName: '週次レポートの作成',
    status: 'Failed',
    progress: 42.7,
    currentStage: 'Data Loading',
    ...ended,
  },
  {
    jobId: idOf(5),
    jobName: 'Enrichment',
    status: 'Running',
    progress: 99.9,
    currentStage: 'Cleaning up',
    ...runs,
    estimatedCompletion: '2024-01-20T10:44:00Z',
  },
];

describe('several jobs', () => {
  it('are a line each: failed ones first, then those that run, wait, are done', async () => {
    expect(await show(several(five))).toBe(`
5 jobs  ✗ 1 failed  ● 2 running  ○ 1 queued  ✓ 1 done
  █████████████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░░░░   66%

✗ 週次レポートの作成     Failed     ███▍░░░░  43%  Data Loading  took 22m 03s
● Customer Journey Ana…  Running    ██████▊░  85%  Performance…  6m 25s left
● Enrichment             Running    ███████▉  99%  Cleaning up   late by 1m 35s
○ Weekly report          Queued                 -  #2            in 9m 25s
✓ Nightly import         Completed  ████████ 100%                took 22m 03s

updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(several(five), { width: 120 })).toBe(`
5 jobs  ✗ 1 failed  ● 2 running  ○ 1 queued  ✓ 1 done
  ████████████████████████████████████████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   66%

✗ 週次レポートの作成         00000004  Failed     ████████▌░░░░░░░░░░░  43%  Data Loading                took 22m 03s
● Customer Journey Analysis  00000002  Running    █████████████████░░░  85%  Performance Analysis        6m 25s left
● Enrichment                 00000005  Running    ███████████████████▉  99%  Cleaning up                 late by 1m 35s
○ Weekly report              00000003  Queued                             -  #2                          in 9m 25s
✓ Nightly import             00000001  Completed  ████████████████████ 100%                              took 22m 03s

updated 2s ago                                                                                every 2s · q quit · ? help
`);
  });

  it('fit 40 columns', async () => {
    expect(await show(several(five), { width: 40 })).toBe(`
5 jobs  ✗ 1  ● 2  ○ 1  ✓ 1
██████████████████████▎░░░░░░░░░░░   66%

✗ 週次レポートの…   43%  took 22m 03s
● Customer Journ…   85%  6m 25s left
● Enrichment        99%  late by 1m 35s
○ Weekly report       -  in 9m 25s
✓ Nightly import   100%  took 22m 03s

updated 2s ago           q quit · ? help
`);
  });

  it('are told in Japanese and in Turkish', async () => {
    expect(await show(several(five), { language: 'ja' })).toBe(`
5 件のジョブ  ✗ 失敗 1  ● 実行中 2  ○ キュー待ち 1  ✓ 完了 1
  █████████████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░░░░   66%

✗ 週次レポートの作成    失敗        ███▍░░░░  43%  Data Loading  所要 22分03秒
● Customer Journey An…  実行中      ██████▊░  85%  Performance…  残り 6分25秒
● Enrichment            実行中      ███████▉  99%  Cleaning up   1分35秒 遅れ
○ Weekly report         キュー待ち              -  2 番目        9分25秒後
✓ Nightly import        完了        ████████ 100%                所要 22分03秒

2秒前に更新                                          2秒ごと · q 終了 · ? ヘルプ
`);
    expect(await show(several(five), { language: 'tr' })).toBe(`
5 iş  ✗ 1 başarısız  ● 2 çalışıyor  ○ 1 kuyrukta  ✓ 1 tamamlandı
  █████████████████████████████████████████████▊░░░░░░░░░░░░░░░░░░░░░░░░   %66

✗ 週次レポートの作成         Başarısız     ████▎░░░░░  %43  süre 22 dk 03 sn
● Customer Journey Analysis  Çalışıyor     ████████▌░  %85  kalan 6 dk 25 sn
● Enrichment                 Çalışıyor     █████████▉  %99  gecikme 1 dk 35 sn
○ Weekly report              Kuyrukta                    -  9 dk 25 sn sonra
✓ Nightly import             Tamamlandı    ██████████ %100  süre 22 dk 03 sn

2 sn önce güncellendi                             2 sn arayla · q çık · ? yardım
`);
  });

  it('are told by their ids as well where two have one name', async () => {
    const twins = five.map((job) => ({ ...job, jobName: 'Nightly import' }));
    expect(await show(several(twins.slice(0, 3)))).toBe(`
3 jobs  ● 1 running  ○ 1 queued  ✓ 1 done
  ███████████████████████████████████████████▏░░░░░░░░░░░░░░░░░░░░░░░░░░   62%

● Nightly import  00000002  Running    ████████████████▏░░  85%  6m 25s left
○ Nightly import  00000003  Queued                            -  in 9m 25s
✓ Nightly import  00000001  Completed  ███████████████████ 100%  took 22m 03s

updated 2s ago                                        every 2s · q quit · ? help
`);
  });

  it('of the example batch', async () => {
    expect(await show(several(batchRows()))).toBe(`
3 jobs  ● 2 running  ○ 1 queued
  ██████████████████████████████▎░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   43%

● Customer Journey Ana…  Running    ██████▊░  85%  Performance…  6m 25s left
● Sales Data Enrichment  Running    ███▌░░░░  45%  Data Enrich…  19m 25s left
○ Weekly Report Genera…  Queued     ░░░░░░░░   0%  #2            in 9m 25s

updated 2s ago                                        every 2s · q quit · ? help
`);
  });

  it('that nobody has seen yet have their ids', async () => {
    expect(await show(emptyWatch([idOf(1), idOf(2)]))).toBe(`
2 jobs  ○ 2 not seen yet

○ 00000001                              -
○ 00000002                              -

asking the server                                     every 2s · q quit · ? help
`);
  });

  it('have a help without the keys of a single one', async () => {
    expect(await show(several(five), { panels: ['help'] })).toBe(`
5 jobs  ✗ 1 failed  ● 2 running  ○ 1 queued  ✓ 1 done
── Keys ────────────────────────────────────────────────────────────────────────
  q   stop watching; the job goes on
  p   pause
  + - look more or less often (now every 2s)
  l   the last lines of the log (on)
  ?   close this help
updated 2s ago                                        every 2s · q quit · ? help
`);
  });
});

describe('more jobs than rows', () => {
  const statusOf = (index: number): string =>
    index % 10 === 7 ? 'Failed' : (['Running', 'Queued', 'Completed'][index % 3] ?? '');
  const jobs = (count: number): BatchJob[] =>
    Array.from({ length: count }, (_, index) => ({
      jobId: idOf(index),
      jobName: `Import ${index + 1}`,
      status: statusOf(index),
      progress: index % 101,
    }));

  it('those that need a look are shown, the others are counted', async () => {
    expect(await show(several(jobs(30)))).toBe(`
30 jobs  ✗ 3 failed  ● 9 running  ○ 9 queued  ✓ 9 done
  ███████████████████████████▉░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   40%

✗ Import 8   Failed     ▊░░░░░░░░░░░   7%
✗ Import 18  Failed     ██░░░░░░░░░░  17%
✗ Import 28  Failed     ███▏░░░░░░░░  27%
● Import 1   Running    ░░░░░░░░░░░░   0%
● Import 4   Running    ▎░░░░░░░░░░░   3%
● Import 7   Running    ▋░░░░░░░░░░░   6%
● Import 10  Running    █░░░░░░░░░░░   9%
● Import 13  Running    █▍░░░░░░░░░░  12%
● Import 16  Running    █▊░░░░░░░░░░  15%
● Import 19  Running    ██▏░░░░░░░░░  18%
● Import 22  Running    ██▌░░░░░░░░░  21%
● Import 25  Running    ██▉░░░░░░░░░  24%
○ Import 2   Queued     ░░░░░░░░░░░░   1%
○ Import 5   Queued     ▍░░░░░░░░░░░   4%
○ Import 11  Queued     █▏░░░░░░░░░░  10%
○ Import 14  Queued     █▌░░░░░░░░░░  13%
○ Import 17  Queued     █▉░░░░░░░░░░  16%
○ Import 20  Queued     ██▎░░░░░░░░░  19%
… and 12 more: 3 queued, 9 done

updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(several(jobs(30)), { rows: 10, width: 40 })).toBe(`
30 jobs  ✗ 3  ● 9  ○ 9  ✓ 9
█████████████▌░░░░░░░░░░░░░░░░░░░░   40%

✗ Import 8     7%
✗ Import 18   17%
✗ Import 28   27%
● Import 1     0%
… and 26 more: 8 running, 9 queued, 9 d…

updated 2s ago           q quit · ? help
`);
  });

  it('keep their order inside of each kind', async () => {
    const shown = await show(several(jobs(30)), { rows: 60 });
    const numbers = [...shown.matchAll(/● Import (\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(numbers.length).toBeGreaterThan(5);
  });

  it('three, two and one row still tell how many there are', async () => {
    expect(await show(several(jobs(30)), { rows: 3 })).toBe(`
30 jobs  ✗ 3 failed  ● 9 running  ○ 9 queued  ✓ 9 done
✗ Import 8   Failed     ▊░░░░░░░░░░░   7%
updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(several(jobs(30)), { rows: 2 })).toBe(`
30 jobs  ✗ 3 failed  ● 9 running  ○ 9 queued  ✓ 9 done
updated 2s ago                                        every 2s · q quit · ? help
`);
    expect(await show(several(jobs(30)), { rows: 1, width: 40 })).toBe(`
30 jobs  ✗ 3  ● 9  ○ 9  ✓ 9
`);
  });

  it('ten thousand cost no more than those that are shown, once they are in order', async () => {
    let formatted = 0;
    const many = jobs(10_000).map((job) => ({
      ...job,
      get startTime() {
        formatted += 1;
        return '2024-01-20T10:30:00Z';
      },
    }));
    const watch = {
      jobs: many.map((row) => ({
        jobId: row.jobId,
        row,
        status: row.status ?? 'Unknown',
        seenAtMs: atMs,
        trend: { cpu: [], memory: [], rate: [] },
        lines: [],
        lineCount: 0,
      })),
    };
    await show(watch);
    expect(formatted).toBeGreaterThan(0);
    expect(formatted).toBeLessThan(100);
  });
});
