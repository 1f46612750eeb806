import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/config/settings.js';
import { loadMessages } from '../../src/i18n/load.js';
import { testLook } from '../helpers/look.js';

const MINUTE_MS = 60_000;

async function formatsIn(language: Language) {
  return (await testLook({ language })).formats;
}

describe('lengths of time', () => {
  test.each<[Language, string[]]>([
    ['en', ['1s', '1m 30s', '2h 5m', '1d', '3d 4h']],
    ['tr', ['1 sn', '1 dk 30 sn', '2 sa 5 dk', '1 gün', '3 gün 4 sa']],
    ['ja', ['1秒', '1分30秒', '2時間5分', '1日', '3日4時間']],
  ])('in %s: %j', async (language, expected) => {
    const { duration } = await formatsIn(language);
    const lengths = [1000, 90_000, 125 * MINUTE_MS, 1440 * MINUTE_MS, 76 * 60 * MINUTE_MS];
    expect(lengths.map((length) => duration(length))).toEqual(expected);
  });

  test.each<[Language, string[]]>([
    ['en', ['2m ago', 'now', 'in 6m 27s']],
    ['tr', ['2 dk önce', 'şimdi', '6 dk 27 sn sonra']],
    ['ja', ['2分前', '今', '6分27秒後']],
  ])('before and after now in %s: %j', async (language, expected) => {
    const look = await testLook({ language, nowMs: 10 * MINUTE_MS });
    const moments = [8 * MINUTE_MS, 10 * MINUTE_MS, 10 * MINUTE_MS + 387_000];
    expect(moments.map((moment) => look.formats.relative(moment))).toEqual(expected);
  });
});

describe('plurals', () => {
  const counts = [0, 1, 2, 192_850] as const;
  const figures = ['0', '1', '2', '192850'] as const;

  test.each<[Language, string[], string[]]>([
    [
      'en',
      ['0 records', '1 record', '2 records', '192850 records'],
      ['0 additional jobs', '1 additional job', '2 additional jobs', '192850 additional jobs'],
    ],
    [
      'tr',
      ['0 kayıt', '1 kayıt', '2 kayıt', '192850 kayıt'],
      ['0 ek iş', '1 ek iş', '2 ek iş', '192850 ek iş'],
    ],
    [
      'ja',
      ['0件', '1件', '2件', '192850件'],
      ['0件の追加ジョブ', '1件の追加ジョブ', '2件の追加ジョブ', '192850件の追加ジョブ'],
    ],
  ])('in %s: %j, %j', async (language, records, jobs) => {
    const { quantity } = (await loadMessages(language)).units;
    expect(counts.map((count, place) => quantity.records(count, figures[place] ?? ''))).toEqual(
      records,
    );
    expect(
      counts.map((count, place) => quantity.additionalJobs(count, figures[place] ?? '')),
    ).toEqual(jobs);
  });

  test('English counts percentiles: 1st, 2nd, 3rd, 4th, 11th, 22nd', async () => {
    const { percentile } = (await loadMessages('en')).units.quantity;
    expect([1, 2, 3, 4, 11, 22].map((value) => percentile(value, String(value)))).toEqual([
      '1st percentile',
      '2nd percentile',
      '3rd percentile',
      '4th percentile',
      '11th percentile',
      '22nd percentile',
    ]);
  });
});

describe('what a server says with units is told in the language of the user', () => {
  test.each<[Language, string[]]>([
    ['en', ['1,250 records/s', '85th percentile', '2.3 GB', '3 minutes']],
    ['tr', ['1.250 kayıt/sn', '85. persentil', '2,3 GB', '3 dakika']],
    ['ja', ['1,250 件/秒', '85パーセンタイル', '2.3 GB', '3分']],
  ])('%s: %j', async (language, expected) => {
    const { quantity } = await formatsIn(language);
    const said = ['1250 kayıt/saniye', '85th percentile', '2.3 GB', '3 minutes'];
    expect(said.map((text) => quantity(text))).toEqual(expected);
  });
});

describe('numbers', () => {
  test.each<[Language, string[]]>([
    ['en', ['192,850', '0.5', '78.5%']],
    ['tr', ['192.850', '0,5', '%78,5']],
    ['ja', ['192,850', '0.5', '78.5%']],
  ])('in %s: %j', async (language, expected) => {
    const { number, percent } = await formatsIn(language);
    expect([number(192_850), number(0.5), percent(78.5)]).toEqual(expected);
  });
});
