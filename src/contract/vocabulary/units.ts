import { createVocabulary } from './words.js';

/** The units that servers word in their own language, and those that are the same in all. */
export const units = createVocabulary({
  recordsPerSecond: [
    'records/second',
    'records/sec',
    'records/s',
    'kayıt/saniye',
    'kayıt/sn',
    'レコード/秒',
    '件/秒',
  ],
  records: ['record', 'kayıt', 'レコード', '件'],
  millisecond: ['ms', 'milliseconds', 'milisaniye', 'ミリ秒'],
  second: ['s', 'sec', 'seconds', 'saniye', 'saniyeler', 'sn', '秒', '秒間'],
  minute: ['min', 'minutes', 'dakika', 'dakikalar', 'dk', '分', '分間'],
  hour: ['h', 'hours', 'saat', 'sa', '時間'],
  day: ['d', 'days', 'gün', '日', '日間'],
  percentile: [
    'th percentile',
    'st percentile',
    'nd percentile',
    'rd percentile',
    'persentil',
    'パーセンタイル',
  ],
  additionalJobs: ['additional job', 'ek iş', '件の追加ジョブ', '追加ジョブ'],
  bytes: ['B', 'byte', 'bayt', 'バイト'],
  KB: [],
  MB: [],
  GB: [],
  TB: [],
  KiB: [],
  MiB: [],
  GiB: [],
  TiB: [],
});

export type Unit = (typeof units.words)[number];
