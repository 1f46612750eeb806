import { describe, expect, test } from 'vitest';
import { depsView } from '../../../src/commands/deps/view.js';
import type { DependenciesBody } from '../../../src/contract/index.js';
import { width } from '../../../src/render/width.js';
import { deps, names } from '../../helpers/dependencies.js';
import { EXAMPLE_JOB, example, exampleLanguages } from '../../helpers/examples.js';
import { type LookOptions, screen, testLook } from '../../helpers/look.js';

const lines = async (
  body: DependenciesBody,
  options: LookOptions = {},
  { why = false, format = 'tree' as 'tree' | 'dot' | 'mermaid' } = {},
) => depsView({ body, jobId: EXAMPLE_JOB, options: { why, format } }, await testLook(options));

const shown = async (...parameters: Parameters<typeof lines>): Promise<string> =>
  screen(await lines(...parameters));

/** Prerequisites of prerequisites, a dependent cycle, jobs beside, a missing resource, an open condition. */
const large: DependenciesBody = {
  ...deps({
    edges: [
      'extract > clean',
      'root > extract',
      'clean > me',
      'extract > me',
      'me > report',
      'report > d2',
      'd2 > report',
      'y > x',
    ],
    nodes: { root: 'Failed', me: 'Queued', x: 'Completed' },
    before: [
      {
        jobId: 'extract',
        jobName: 'Extract "EU" & <UK>',
        status: 'Running',
        dependency: 'needs the rows',
      },
      { jobId: 'clean', jobName: 'Clean', status: 'Pending' },
    ],
    after: [
      { jobId: 'report', jobName: '週次レポート', status: 'キュー待ち', waitingFor: 'results' },
    ],
  }),
  blockingConditions: [
    { condition: 'Window closed', status: 'Resolved', resolvedAt: '2024-01-20T10:30:00Z' },
    { condition: 'Quota used up', status: 'Active' },
  ],
};
large.dependencies.resourceDependencies = [
  { resourceType: 'GPU', resourceId: 'gpu-7', status: 'Locked' },
  { resourceType: 'Disk', resourceId: 'disk-1', status: 'Available' },
];

describe('the tree', () => {
  test('has prerequisites above, dependents below, then resources and conditions', async () => {
    expect(await shown(example('ja', 'dependencies'))).toBe(`
┌─ ✓ Data Preparation          Completed  aa0e8400-e29b-41d4-a716-446655440000
│     Dataset must be validated before analysis
│     completed 10:25:00 (20m 33s ago)
● this job                     Running    cc0e8400-e29b-41d4-a716-446655440000
└─ ○ Weekly Report Generation  Queued     ee0e8400-e29b-41d4-a716-446655440000
      waits for Customer Journey Analysis results

Resources
Type         Name                   Status     Since
Dataset      Customer Journey Data  Available  10:25:00 (20m 33s ago)
  ID 880e8400-e29b-41d4-a716-446655440000
ComputeNode  worker-node-02         Allocated  10:30:00 (15m 33s ago)

Blocking conditions
✓ Memory allocation below 2GB  Resolved
  resolved 10:30:00 (15m 33s ago)  Additional memory allocated
`);
  });

  test('speaks Turkish where the user does', async () => {
    expect(await shown(example('tr', 'dependencies'), { language: 'tr' })).toBe(`
┌─ ✓ Veri Hazırlama            Tamamlandı  aa0e8400-e29b-41d4-a716-446655440000
│     Analiz öncesi veri kümesi doğrulanmalı
│     tamamlandı: 10:25:00 (20 dk 33 sn önce)
● bu iş                        Çalışıyor   cc0e8400-e29b-41d4-a716-446655440000
└─ ○ Haftalık Rapor Oluşturma  Kuyrukta    ee0e8400-e29b-41d4-a716-446655440000
      beklediği: Müşteri Yolculuğu Analizi sonuçları

Kaynaklar
Tür          Ad                       Durum          Zaman
Dataset      Müşteri Yolculuğu Veri…  Mevcut         10:25:00 (20 dk 33 sn önce)
  Kimlik 880e8400-e29b-41d4-a716-446655440000
ComputeNode  worker-node-02           Tahsis edildi  10:30:00 (15 dk 33 sn önce)

Engelleyen koşullar
✓ Bellek tahsisi 2GB altı  Çözüldü
  çözüldü: 10:30:00 (15 dk 33 sn önce)  Ek bellek tahsis edildi
`);
  });

  test('fits 40 columns, with short ids', async () => {
    expect(await shown(example('ja', 'dependencies'), { language: 'ja', width: 40 })).toBe(`
┌─ ✓ Data Prepara…  完了        aa0e8400
│     Dataset must be validated before
│     analysis
│     完了: 10:25:00 (20分33秒前)
● このジョブ        実行中      cc0e8400
└─ ○ Weekly Repor…  キュー待ち  ee0e8400
      待機対象: Customer Journey
      Analysis results

リソース
種類         名前           状態
Dataset      Customer Jou…  利用可能
  日時 10:25:00 (20分33秒前)
  ID
  880e8400-e29b-41d4-a716-446655440000
ComputeNode  worker-node-…  割り当て済み
  日時 10:30:00 (15分33秒前)

ブロック条件
✓ Memory allocation below 2GB  解決済み
  解決: 10:30:00 (15分33秒前)
  Additional memory allocated
`);
  });

  test('names a job without a name by the beginning of its id, or by all of it where that has no column', async () => {
    const id = (last: number): string => `aa0e8400-e29b-41d4-a716-44665544000${last}`;
    const body = deps({ nodes: { [id(0)]: 'Running' }, edges: [`${id(0)} > ${id(1)}`] });
    body.jobId = id(1);
    expect(await shown(body)).toBe(`
┌─ ● aa0e8400  Running  aa0e8400-e29b-41d4-a716-446655440000
? this job     -        aa0e8400-e29b-41d4-a716-446655440001
`);
    expect(await shown(body, { width: 60 })).toBe(`
┌─ ● aa0e8400  Running  aa0e8400-e29b-41d4-a716-446655440000
? this job     -        aa0e8400-e29b-41d4-a716-446655440001
`);
    expect((await shown(body, { width: 52 })).split('\n')[1]).toMatch(/^┌─ ● aa0e8400-e29b-41d4-/);
  });

  test('is one job a line in a pipe, with whole ids and absolute times', async () => {
    expect(await shown(example('tr', 'dependencies'), { terminal: false })).toBe(`
┌─ ✓ Veri Hazırlama  Completed  aa0e8400-e29b-41d4-a716-446655440000  Analiz öncesi veri kümesi doğrulanmalı  completed 2024-01-20T10:25:00Z
● this job  Running  cc0e8400-e29b-41d4-a716-446655440000
└─ ○ Haftalık Rapor Oluşturma  Queued  ee0e8400-e29b-41d4-a716-446655440000  waits for Müşteri Yolculuğu Analizi sonuçları

Resources
Type         Name                      Status     Since                 ID
Dataset      Müşteri Yolculuğu Verisi  Available  2024-01-20T10:25:00Z  880e8400-e29b-41d4-a716-446655440000
ComputeNode  worker-node-02            Allocated  2024-01-20T10:30:00Z

Blocking conditions
✓ Bellek tahsisi 2GB altı  Resolved  resolved 2024-01-20T10:30:00Z  Ek bellek tahsis edildi
`);
  });

  test('is followed as far as the graph goes, each branch once, and no cycle', async () => {
    expect(await shown(large)).toBe(`
   ┌─ ● Extract "EU" & <UK> (shown elsewhere)  Running  extract
┌─ ○ Clean                                     Pending  clean
│  ┌─ ✗ root                                   Failed
├─ ● Extract "EU" & <UK>                       Running  extract
│     needs the rows
○ this job                                     Queued   me
└─ ○ 週次レポート                              Queued   report
   │  waits for results
   └─ ? d2                                     -
      └─ ○ 週次レポート (cycle)                Queued   report

Other jobs in the graph
✓ x  Completed
? y  -

Cycles
▲ 週次レポート → d2 → 週次レポート

Resources
Type  Name    Status
GPU   gpu-7   Locked
Disk  disk-1  Available

Blocking conditions
▲ Quota used up  Active
✓ Window closed  Resolved
  resolved 10:30:00 (15m 33s ago)
`);
  });

  test('tells below a job what there is no room for beside it', async () => {
    expect(await shown(large, { width: 40 })).toBe(`
   ┌─ ● Extract "EU"…  Running  extract
   │     (shown elsewhere)
┌─ ○ Clean             Pending  clean
│  ┌─ ✗ root           Failed
├─ ● Extract "EU" & …  Running  extract
│     needs the rows
○ this job             Queued   me
└─ ○ 週次レポート      Queued   report
   │  waits for results
   └─ ? d2             -
      └─ ○ 週次レポ…   Queued   report
            (cycle)

Other jobs in the graph
✓ x  Completed
? y  -

Cycles
▲ 週次レポート → d2 → 週次レポート

Resources
Type  Name    Status
GPU   gpu-7   Locked
Disk  disk-1  Available

Blocking conditions
▲ Quota used up  Active
✓ Window closed  Resolved
  resolved 10:30:00 (15m 33s ago)
`);
  });

  test('is drawn in ASCII where the terminal shows nothing else', async () => {
    expect(await shown(large, { unicode: false })).toContain('`- o 週次レポート');
  });

  test('names a cycle that the job itself is in', async () => {
    expect(await shown(deps({ edges: ['me > a', 'a > b', 'b > me'] }))).toBe(`
      ┌─ ? this job (cycle)  -  me
   ┌─ ? a                    -
┌─ ? b                       -
? this job                   -  me
└─ ? a                       -
   └─ ? b                    -
      └─ ? this job (cycle)  -  me

Cycles
▲ this job → a → b → this job
`);
  });

  test('is nothing where the job depends on nothing and nothing on it', async () => {
    expect(await lines(deps({}))).toEqual([]);
  });
});

describe('a large graph', () => {
  const star = deps({ edges: names(10_000).map((name) => `me > ${name}`) });
  const line = ['me', ...names(10_000)];
  const chain = deps({ edges: line.slice(1).map((name, index) => `${name} > ${line[index]}`) });

  test('folds on a terminal', async () => {
    const drawn = await lines(star);
    expect(screen(drawn.slice(49))).toBe(`
├─ ? job 48        -
├─ ? job 49        -
└─ and 9,950 more
9,950 more not shown; add "| less" to see every one
`);
  });

  test('counts what it folds by status', async () => {
    const some = names(60);
    const nodes = Object.fromEntries(
      some.map((name, index) => [name, index < 4 ? 'Running' : 'Completed']),
    );
    const drawn = await lines(deps({ edges: some.map((name) => `me > ${name}`), nodes }));
    expect(screen(drawn.slice(-2))).toBe(`
└─ and 10 more
10 more not shown: 10 Completed; add "| less" to see every one
`);
  });

  test('is whole in a pipe', async () => {
    expect(await lines(star, { terminal: false })).toHaveLength(10_001);
  });

  test('may be deeper than a terminal is wide', async () => {
    const drawn = await lines(chain);
    expect(drawn).toHaveLength(153);
    expect(screen(drawn.slice(-13))).toBe(`
                              ┌─ ? job 10 [11]    -
                           ┌─ ? job 9             -
                        ┌─ ? job 8                -
                     ┌─ ? job 7                   -
                  ┌─ ? job 6                      -
               ┌─ ? job 5                         -
            ┌─ ? job 4                            -
         ┌─ ? job 3                               -
      ┌─ ? job 2                                  -
   ┌─ ? job 1                                     -
┌─ ? job 0                                        -
? this job                                        -  me
9,850 more not shown; add "| less" to see every one
`);
    expect(await lines(chain, { terminal: false })).toHaveLength(10_001);
  });

  test('does not make the chain to a blocker larger than its jobs', async () => {
    expect(await lines(chain, { terminal: false }, { why: true })).toHaveLength(10_003);
  });

  test('names the two ends of a long cycle', async () => {
    const ring = names(1000);
    const edges = ring.map((name, index) => `${name} > ${ring[(index + 1) % ring.length]}`);
    const drawn = await lines(deps({ edges: [...edges, 'job 0 > me'] }));
    expect(screen(drawn.slice(-3))).toBe(`
Cycles
▲ job 0 → job 1 → job 2 → job 3 → job 4 → job 5 → job 6 → job 7 → job 8 → … and
  989 more → job 998 → job 999 → job 0
`);
  });
});

describe('--why', () => {
  const why = { why: true };

  test('says that nothing blocks the job', async () => {
    expect(await shown(example('ja', 'dependencies'), {}, why)).toBe(
      '\nNothing blocks this job.\n',
    );
  });

  test('shows the chain to what blocks the job, and what else does', async () => {
    expect(await shown(large, {}, why)).toBe(`
This job waits for root, whose status is Failed.

○ this job                Queued   me
└─ ● Extract "EU" & <UK>  Running  extract
   │  needs the rows
   └─ ✗ root (blocks it)  Failed

Open conditions
▲ Quota used up  Active

Resources that are not available
Type  Name   Status
GPU   gpu-7  Locked
`);
  });

  test('has one job a line in a pipe', async () => {
    expect(await shown(large, { terminal: false }, why)).toBe(`
This job waits for root, whose status is Failed.

○ this job  Queued  me
└─ ● Extract "EU" & <UK>  Running  extract  needs the rows
   └─ ✗ root  Failed  (blocks it)

Open conditions
▲ Quota used up  Active

Resources that are not available
Type  Name   Status
GPU   gpu-7  Locked
`);
  });

  test('names the other jobs that wait for nothing', async () => {
    expect(
      await shown(deps({ edges: ['a > me', 'b > me', 'c > b'] }), { language: 'tr' }, why),
    ).toBe(`
Bu işin beklediği iş: a.

? bu iş              -  me
└─ ? a (engelliyor)  -

Bu iş bunları da bekliyor
? c  -
`);
  });

  test('names jobs that wait for each other', async () => {
    expect(
      await shown(deps({ edges: ['a > b', 'b > a', 'b > me'] }), { language: 'ja' }, why),
    ).toBe(`
このジョブは、互いに待ち合うジョブを待っています。

循環
▲ b → a → b
`);
  });

  test('says that only a condition blocks it', async () => {
    const body = { ...deps({}), blockingConditions: [{ condition: 'Quota used up' }] };
    expect(await shown(body, {}, why)).toBe(`
No job blocks this one, but something else does.

Open conditions
▲ Quota used up  -
`);
  });

  test('says of a job that has ended that nothing blocks it', async () => {
    expect(await shown(deps({ edges: ['a > me'], nodes: { me: 'Başarısız' } }), {}, why)).toBe(
      '\nNothing blocks this job: its status is Failed.\n',
    );
  });
});

describe('a graph for another program', () => {
  test('is Graphviz’s language', async () => {
    expect(await shown(large, {}, { format: 'dot' })).toBe(`
digraph dependencies {
  graph [rankdir=TB];
  node [shape=box, style="rounded,filled", fontname="sans-serif", fontcolor="#1b1b1b"];
  n0 [label="this job\\nQueued\\nme", fillcolor="#eceff1", color="#607d8b", penwidth=3];
  n1 [label="root\\nFailed", fillcolor="#fbdcdc", color="#b3261e"];
  n2 [label="x\\nCompleted", fillcolor="#dcf2dc", color="#2e7d32"];
  n3 [label="Extract \\"EU\\" &amp; <UK>\\nRunning\\nextract", fillcolor="#d6ecfa", color="#1f6f9f"];
  n4 [label="Clean\\nPending\\nclean", fillcolor="#eceff1", color="#607d8b"];
  n5 [label="週次レポート\\nQueued\\nreport", fillcolor="#eceff1", color="#607d8b"];
  n6 [label="d2", fillcolor="#ffffff", color="#757575"];
  n7 [label="y", fillcolor="#ffffff", color="#757575"];
  n3 -> n4;
  n3 -> n0;
  n1 -> n3;
  n4 -> n0;
  n0 -> n5;
  n5 -> n6 [color="#b3261e", style=dashed];
  n6 -> n5 [color="#b3261e", style=dashed];
  n7 -> n2;
}
`);
  });

  test('is Mermaid’s language', async () => {
    expect(
      await shown(example('tr', 'dependencies'), { language: 'tr' }, { format: 'mermaid' }),
    ).toBe(`
flowchart TD
  n0["bu iş<br/>Çalışıyor<br/>cc0e8400-e29b-41d4-a716-446655440000"]:::running
  n1["Veri Hazırlama<br/>Tamamlandı<br/>aa0e8400-e29b-41d4-a716-446655440000"]:::completed
  n2["Haftalık Rapor Oluşturma<br/>Kuyrukta<br/>ee0e8400-e29b-41d4-a716-446655440000"]:::queued
  n1 --> n0
  n0 --> n2
  classDef running fill:#d6ecfa,stroke:#1f6f9f,color:#1b1b1b
  classDef completed fill:#dcf2dc,stroke:#2e7d32,color:#1b1b1b
  classDef queued fill:#eceff1,stroke:#607d8b,color:#1b1b1b
  style n0 stroke-width:4px
`);
  });
});

describe('any dependencies', () => {
  test.each([...exampleLanguages, 'large'] as const)(
    'of %s are never wider than the terminal',
    async (name) => {
      const body = name === 'large' ? large : example<DependenciesBody>(name, 'dependencies');
      for (const language of ['en', 'tr', 'ja'] as const) {
        for (let columns = 20; columns <= 200; columns += 1) {
          for (const why of [false, true]) {
            const drawn = await lines(body, { language, width: columns }, { why });
            expect(drawn.filter((line) => width(line) > columns)).toEqual([]);
          }
        }
      }
    },
  );
});
