import { expect, test } from 'vitest';
import { logsView } from '../../../src/commands/logs/view.js';
import { pipeLine } from '../../../src/commands/logs/view-pipe.js';
import { summaryView } from '../../../src/commands/logs/view-summary.js';
import type { LogEntry, LogsBody } from '../../../src/contract/index.js';
import { countLevels } from '../../../src/domain/log-counts.js';
import { width } from '../../../src/render/width.js';
import { type ExampleLanguage, example, exampleLanguages } from '../../helpers/examples.js';
import { type LookOptions, screen, testLook } from '../../helpers/look.js';

const body = (language: ExampleLanguage) => example<LogsBody>(language, 'logs');

async function entriesScreen(
  entries: readonly LogEntry[],
  options: LookOptions,
  showsDetails = true,
) {
  return screen(logsView(entries, await testLook(options), { showsDetails }).lines);
}

async function pipeScreen(
  entries: readonly LogEntry[],
  options: LookOptions = {},
  showsDetails = true,
) {
  const look = await testLook({ ...options, terminal: false });
  return screen(entries.map((entry) => pipeLine(entry, look, { showsDetails })));
}

async function summaryScreen(language: ExampleLanguage, options: LookOptions) {
  const { logs } = body(language);
  return screen(summaryView(countLevels(logs), body(language), await testLook(options)));
}

test('80 columns keep 40 for the message; the stage stands below it with the details', async () => {
  expect(await entriesScreen(body('ja').logs, {})).toBe(`
10:30:15  INFO   DataLoader       Starting data load for dataset
                                  880e8400-e29b-41d4-a716-446655440000
                 stage Initialization  datasetSize 45.7 MB
                 expectedRecords 192,850  format CSV
10:32:45  INFO   ProcessMiner     Processing batch 1 of 15
                 stage Data Processing  batchSize 12,856  progress 6.7
                 recordsPerSecond 1,247
10:38:22  WARN   DataValidator    Found 125 records with missing timestamps
                 stage Data Processing  affectedRecords 125
                 action Timestamp inferred from surrounding events
                 impactOnAnalysis Minimal
10:41:10  ERROR  AnalyticsEngine  Memory limit exceeded during bottleneck
                                  analysis
                 stage Analysis  memoryUsage 3.8 GB  memoryLimit 4.0 GB
                 action Switching to disk-based processing  retry yes
10:45:33  INFO   ReportGenerator  Generating process map visualization
                 stage Output Generation  activitiesCount 47  pathsCount 156
                 formatRequested SVG
`);
});

test('a Turkish log reads the same way, with labels and yes and no in Turkish', async () => {
  expect(await entriesScreen(body('tr').logs, { language: 'tr' })).toBe(`
10:30:15  INFO   DataLoader       880e8400-e29b-41d4-a716-446655440000 veri
                                  kümesi için veri yükleme başlatılıyor
                 aşama Başlatma  datasetSize 45,7 MB  expectedRecords 192.850
                 format CSV
10:32:45  INFO   ProcessMiner     15 partiden 1. partiyi işliyor
                 aşama Veri İşleme  batchSize 12.856  progress 6,7
                 recordsPerSecond 1.247
10:38:22  WARN   DataValidator    Eksik zaman damgasına sahip 125 kayıt bulundu
                 aşama Veri İşleme  affectedRecords 125
                 action Zaman damgası çevre olaylardan türetildi
                 impactOnAnalysis Minimal
10:41:10  ERROR  AnalyticsEngine  Dar boğaz analizinde bellek sınırı aşıldı
                 aşama Analiz  memoryUsage 3,8 GB  memoryLimit 4,0 GB
                 action Disk tabanlı işleme geçiliyor  retry evet
10:45:33  INFO   ReportGenerator  İşlem haritası görselleştirmesi oluşturuluyor
                 aşama Çıktı Oluşturma  activitiesCount 47  pathsCount 156
                 formatRequested SVG
`);
});

test('a wide terminal has a column for the stage', async () => {
  expect(await entriesScreen(body('ja').logs, { width: 120 })).toBe(`
10:30:15  INFO   DataLoader       Initialization     Starting data load for dataset 880e8400-e29b-41d4-a716-446655440000
                 datasetSize 45.7 MB  expectedRecords 192,850  format CSV
10:32:45  INFO   ProcessMiner     Data Processing    Processing batch 1 of 15
                 batchSize 12,856  progress 6.7  recordsPerSecond 1,247
10:38:22  WARN   DataValidator    Data Processing    Found 125 records with missing timestamps
                 affectedRecords 125  action Timestamp inferred from surrounding events  impactOnAnalysis Minimal
10:41:10  ERROR  AnalyticsEngine  Analysis           Memory limit exceeded during bottleneck analysis
                 memoryUsage 3.8 GB  memoryLimit 4.0 GB  action Switching to disk-based processing  retry yes
10:45:33  INFO   ReportGenerator  Output Generation  Generating process map visualization
                 activitiesCount 47  pathsCount 156  formatRequested SVG
`);
});

test('40 columns set the message below', async () => {
  expect(await entriesScreen(body('tr').logs, { width: 40 })).toBe(`
10:30:15  INFO   DataLoader
  880e8400-e29b-41d4-a716-446655440000
  veri kümesi için veri yükleme
  başlatılıyor
  stage Başlatma  datasetSize 45.7 MB
  expectedRecords 192,850  format CSV
10:32:45  INFO   ProcessMiner
  15 partiden 1. partiyi işliyor
  stage Veri İşleme  batchSize 12,856
  progress 6.7  recordsPerSecond 1,247
10:38:22  WARN   DataValidator
  Eksik zaman damgasına sahip 125 kayıt
  bulundu
  stage Veri İşleme  affectedRecords 125
  action Zaman damgası çevre olaylardan
  türetildi
  impactOnAnalysis Minimal
10:41:10  ERROR  AnalyticsEngine
  Dar boğaz analizinde bellek sınırı
  aşıldı
  stage Analiz  memoryUsage 3.8 GB
  memoryLimit 4.0 GB
  action Disk tabanlı işleme geçiliyor
  retry yes
10:45:33  INFO   ReportGenerator
  İşlem haritası görselleştirmesi
  oluşturuluyor
  stage Çıktı Oluşturma
  activitiesCount 47  pathsCount 156
  formatRequested SVG
`);
});

test('a pipe gets a line an entry, in the asked time zone, with values as they came', async () => {
  expect(await pipeScreen(body('ja').logs)).toBe(`
2024-01-20T10:30:15Z  INFO  DataLoader  Initialization  Starting data load for dataset 880e8400-e29b-41d4-a716-446655440000  datasetSize="45.7 MB" expectedRecords=192850 format=CSV
2024-01-20T10:32:45Z  INFO  ProcessMiner  Data Processing  Processing batch 1 of 15  batchSize=12856 progress=6.7 recordsPerSecond=1247
2024-01-20T10:38:22Z  WARN  DataValidator  Data Processing  Found 125 records with missing timestamps  affectedRecords=125 action="Timestamp inferred from surrounding events" impactOnAnalysis=Minimal
2024-01-20T10:41:10Z  ERROR  AnalyticsEngine  Analysis  Memory limit exceeded during bottleneck analysis  memoryUsage="3.8 GB" memoryLimit="4.0 GB" action="Switching to disk-based processing" retry=true
2024-01-20T10:45:33Z  INFO  ReportGenerator  Output Generation  Generating process map visualization  activitiesCount=47 pathsCount=156 formatRequested=SVG
`);
  expect(await pipeScreen(body('tr').logs, { timeZone: 'Europe/Istanbul' })).toBe(`
2024-01-20T13:30:15+03:00  INFO  DataLoader  Başlatma  880e8400-e29b-41d4-a716-446655440000 veri kümesi için veri yükleme başlatılıyor  datasetSize="45.7 MB" expectedRecords=192850 format=CSV
2024-01-20T13:32:45+03:00  INFO  ProcessMiner  Veri İşleme  15 partiden 1. partiyi işliyor  batchSize=12856 progress=6.7 recordsPerSecond=1247
2024-01-20T13:38:22+03:00  WARN  DataValidator  Veri İşleme  Eksik zaman damgasına sahip 125 kayıt bulundu  affectedRecords=125 action="Zaman damgası çevre olaylardan türetildi" impactOnAnalysis=Minimal
2024-01-20T13:41:10+03:00  ERROR  AnalyticsEngine  Analiz  Dar boğaz analizinde bellek sınırı aşıldı  memoryUsage="3.8 GB" memoryLimit="4.0 GB" action="Disk tabanlı işleme geçiliyor" retry=true
2024-01-20T13:45:33+03:00  INFO  ReportGenerator  Çıktı Oluşturma  İşlem haritası görselleştirmesi oluşturuluyor  activitiesCount=47 pathsCount=156 formatRequested=SVG
`);
});

test('the summary counts what is shown and what the server has, and tells how far the job is', async () => {
  expect(await summaryScreen('ja', {})).toBe(`
5 of 247 entries: 1 error, 1 warning, 3 info
in the log: 2 errors, 11 warnings, 145 info, 89 debug
Customer Journey Analysis Running  stage Output Generation 78%  overall 85%
rate 1,250 records/s  memory 2.3 GB  CPU 67%  ends 10:52:00 (in 6m 27s)
`);
  expect(await summaryScreen('tr', { language: 'tr' })).toBe(`
247 kayıttan 5 tanesi: 1 hata, 1 uyarı, 3 bilgi
günlükte: 2 hata, 11 uyarı, 145 bilgi, 89 hata ayıklama
Müşteri Yolculuğu Analizi Çalışıyor  aşama Çıktı Oluşturma %78  genel %85
hız 1.250 kayıt/sn  bellek 2,3 GB  CPU %67  bitiş 10:52:00 (6 dk 27 sn sonra)
`);
  expect(await summaryScreen('ja', { language: 'ja' })).toBe(`
247 件中 5 件: エラー 1 件、警告 1 件、情報 3 件
ログ全体: エラー 2 件、警告 11 件、情報 145 件、デバッグ 89 件
Customer Journey Analysis 実行中  ステージ Output Generation 78%  全体 85%
速度 1,250 件/秒  メモリ 2.3 GB  CPU 67%  終了 10:52:00 (6分27秒後)
`);
});

const entry = (fields: Partial<LogEntry>): LogEntry => ({
  timestamp: '2024-01-20T10:41:10Z',
  level: 'INFO',
  component: 'Loader',
  message: 'started',
  ...fields,
});

test('a line with the date stands where the day changes', async () => {
  const entries = [
    entry({ timestamp: '2024-01-18T23:59:59Z' }),
    entry({ timestamp: '2024-01-19T00:00:01Z' }),
    entry({ timestamp: '2024-01-20T10:41:10Z' }),
  ];
  expect(await entriesScreen(entries, {})).toBe(`
2024-01-18
23:59:59  INFO  Loader  started
2024-01-19
00:00:01  INFO  Loader  started
today
10:41:10  INFO  Loader  started
`);
});

test('columns and day go on from one page to the next', async () => {
  const look = await testLook();
  const first = logsView([entry({ timestamp: '2024-01-19T00:00:01Z' })], look, {
    showsDetails: true,
  });
  const longer = entry({ timestamp: '2024-01-19T00:00:02Z', component: 'LoaderOfManyThings' });
  const second = logsView([longer], look, { showsDetails: true }, first.state);
  expect(screen([...first.lines, ...second.lines])).toBe(`
2024-01-19
00:00:01  INFO  Loader  started
00:00:02  INFO  Loade…  started
                component LoaderOfManyThings
`);
});

test('lines of a message stay lines, and a stack trace in the details too', async () => {
  const entries = [
    entry({ message: 'first\nsecond', details: { code: 7, stack: 'Error: no\n  at a\n  at b\n' } }),
  ];
  expect(await entriesScreen(entries, {})).toBe(`
10:41:10  INFO  Loader  first
                        second
                code 7
                stack
                  Error: no
                    at a
                    at b
`);
  expect(await pipeScreen(entries)).toBe(String.raw`
2024-01-20T10:41:10Z  INFO  Loader  -  first\nsecond  code=7 stack="Error: no\n  at a\n  at b\n"
`);
});

test('nested details and fields that the API does not document are shown by their path', async () => {
  const entries = [
    entry({ details: { resources: { cpuUnits: 4, tags: ['a', 'b'] } }, host: 'node-3' }),
  ];
  expect(await entriesScreen(entries, {})).toBe(`
10:41:10  INFO  Loader  started
                resources.cpuUnits 4  resources.tags a, b  host node-3
`);
  expect(await pipeScreen(entries)).toBe(`
2024-01-20T10:41:10Z  INFO  Loader  -  started  resources.cpuUnits=4 resources.tags="a, b" host=node-3
`);
});

test('without details an entry is its message', async () => {
  const [first] = body('ja').logs;
  expect(await pipeScreen(first ? [first] : [], {}, false)).toBe(`
2024-01-20T10:30:15Z  INFO  DataLoader  Initialization  Starting data load for dataset 880e8400-e29b-41d4-a716-446655440000
`);
});

test('levels in other spellings are told by their canonical word, unknown ones as they came', async () => {
  const levels = ['warning', 'Hata', 'fatal', 'Audit', undefined];
  expect(await pipeScreen(levels.map((level) => entry({ level })))).toBe(`
2024-01-20T10:41:10Z  WARN  Loader  -  started
2024-01-20T10:41:10Z  ERROR  Loader  -  started
2024-01-20T10:41:10Z  FATAL  Loader  -  started
2024-01-20T10:41:10Z  Audit  Loader  -  started
2024-01-20T10:41:10Z  -  Loader  -  started
`);
});

test('an entry with nothing but a time that is none is shown', async () => {
  expect(await entriesScreen([{ timestamp: 'some time ago' }], {})).toBe(`
some ti…  -
             time some time ago
`);
});

test('colour tells the level', async () => {
  const look = await testLook({ color: 1 });
  const [line] = logsView([entry({ level: 'ERROR' })], look, { showsDetails: true }).lines;
  expect(line).toBe('\x1b[2m10:41:10\x1b[22m  \x1b[31mERROR\x1b[39m  Loader  started');
});

test('control characters of a log act nowhere', async () => {
  const hostile = entry({
    message: 'a\x1b]0;t\x07b\x9b2J',
    component: 'c\x1b[2Jd',
    details: { k: '\u202ev' },
  });
  for (const shown of [await entriesScreen([hostile], {}), await pipeScreen([hostile])]) {
    expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  }
});

test('no line is wider than the terminal, from 20 to 200 columns', async () => {
  for (const language of exampleLanguages) {
    const { logs } = body(language);
    const wide = entry({
      message: '分析中にメモリ制限を超えました'.repeat(4),
      component: '分析エンジン',
      stage: 'データ処理',
    });
    for (let columns = 20; columns <= 200; columns++) {
      const look = await testLook({ width: columns, language: 'ja' });
      const { lines } = logsView([...logs, wide], look, { showsDetails: true });
      const all = [...lines, ...summaryView(countLevels(logs), body(language), look)];
      expect(all.filter((line) => width(line) > columns)).toEqual([]);
    }
  }
});
