import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../../src/contract/index.js';
import { wordingOf } from '../../../src/server/wording/choose.js';

const languages = ['en', 'tr', 'ja'] as const;

describe('figures in words', () => {
  it.each([
    [
      'en',
      '2.3 GB',
      '1250 records/second',
      '15 minutes 33 seconds',
      '85th percentile',
      '6 additional jobs',
    ],
    ['tr', '2.3 GB', '1250 kayıt/saniye', '15 dakika 33 saniye', '85. persentil', '6 ek iş'],
    ['ja', '2.3 GB', '1250 レコード/秒', '15分33秒', '85パーセンタイル', '6件の追加ジョブ'],
  ] as const)('are worded as the API document does in %s', (language, ...expected) => {
    const words = wordingOf(language);
    expect([
      words.size(2.3e9),
      words.rate(1250),
      words.duration(933_000),
      words.percentile(85),
      words.additionalJobs(6),
    ]).toEqual(expected);
  });

  it('have their singular in English', () => {
    const words = wordingOf('en');
    expect(words.duration(61_000)).toBe('1 minute 1 second');
    expect(words.additionalJobs(1)).toBe('1 additional job');
    expect([1, 2, 3, 11, 22].map(words.percentile)).toEqual([
      '1st percentile',
      '2nd percentile',
      '3rd percentile',
      '11th percentile',
      '22nd percentile',
    ]);
  });

  it.each(languages)('can all be read again by the client, in %s', (language) => {
    const words = wordingOf(language);
    const amount = fc.double({ min: 0, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(amount, (value) => {
        for (const write of [words.size, words.rate, words.duration]) {
          expect(readQuantity(write(value))).toBeDefined();
        }
        expect(readQuantity(words.percentile(Math.round(value) % 101))).toBeDefined();
        expect(readQuantity(words.additionalJobs(Math.round(value) % 1000))).toBeDefined();
      }),
    );
  });
});

describe('events in words', () => {
  const stageName = 'Data Loading';

  it.each([
    [
      'en',
      'Job started',
      'Data Loading stage started',
      'Data Loading stage completed',
      'Data Loading stage failed',
      'Data Loading 78% complete',
    ],
    [
      'tr',
      'İş yürütme başlatıldı',
      'Data Loading aşaması başlatıldı',
      'Data Loading aşaması tamamlandı',
      'Data Loading aşaması başarısız oldu',
      'Data Loading %78 tamamlandı',
    ],
    [
      'ja',
      'ジョブ実行開始',
      'Data Loading ステージ開始',
      'Data Loading ステージ完了',
      'Data Loading ステージ失敗',
      'Data Loading 78% 完了',
    ],
  ] as const)('are told in %s', (language, ...expected) => {
    const { event } = wordingOf(language);
    expect([
      event.JobStarted({}),
      event.StageStarted({ stageName }),
      event.StageCompleted({ stageName }),
      event.StageCompleted({ stageName, stageEnd: 'Failed' }),
      event.Progress({ stageName, percent: 78 }),
    ]).toEqual(expected);
  });

  it.each(languages)("keep the reporter's own words in %s", (language) => {
    const { event } = wordingOf(language);
    const text = 'Found 125 records';
    expect(event.Milestone({ text })).toBe(text);
    expect(event.Warning({ text })).toBe(text);
    expect(event.Error({ text })).toBe(text);
    expect(event.JobFailed({ text })).toContain(`: ${text}`);
    expect(event.JobCancelled({ text })).toContain(`: ${text}`);
  });

  it.each(languages)('say something of an event without any facts in %s', (language) => {
    for (const tell of Object.values(wordingOf(language).event)) expect(tell({})).not.toBe('');
  });

  it('tell of what is expected', () => {
    const expected = languages.map((language) =>
      wordingOf(language).upcoming.StageStart(stageName),
    );
    expect(expected).toEqual([
      'Data Loading stage is expected to start',
      'Data Loading aşamasının başlaması bekleniyor',
      'Data Loading ステージ開始予定',
    ]);
  });
});
