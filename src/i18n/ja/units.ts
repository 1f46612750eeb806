import type { UnitMessages } from '../areas/units.js';
import { sameUnits } from '../same-units.js';

// Japanese has no plural, and no space between a number and its counter.
const counter =
  (word: string) =>
  (_value: number, figure: string): string =>
    `${figure}${word}`;

export const units: UnitMessages = {
  locale: 'ja',
  durationPart: (value, part) =>
    `${value}${{ day: '日', hour: '時間', minute: '分', second: '秒', millisecond: 'ミリ秒' }[part]}`,
  durationSeparator: '',
  ago: (duration) => `${duration}前`,
  ahead: (duration) => `${duration}後`,
  now: '今',
  quantity: {
    ...sameUnits,
    recordsPerSecond: (_value, figure) => `${figure} 件/秒`,
    records: counter('件'),
    second: counter('秒'),
    minute: counter('分'),
    hour: counter('時間'),
    day: counter('日'),
    percentile: counter('パーセンタイル'),
    additionalJobs: counter('件の追加ジョブ'),
  },
  recordsPerSecond: '件/秒',
};
