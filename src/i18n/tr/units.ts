import type { UnitMessages } from '../areas/units.js';
import { sameUnits } from '../same-units.js';

// A noun after a number stays in the singular in Turkish.
const unit =
  (word: string) =>
  (_value: number, figure: string): string =>
    `${figure} ${word}`;

export const units: UnitMessages = {
  locale: 'tr',
  durationPart: (value, part) =>
    `${value} ${{ day: 'gün', hour: 'sa', minute: 'dk', second: 'sn', millisecond: 'ms' }[part]}`,
  durationSeparator: ' ',
  ago: (duration) => `${duration} önce`,
  ahead: (duration) => `${duration} sonra`,
  now: 'şimdi',
  quantity: {
    ...sameUnits,
    recordsPerSecond: unit('kayıt/sn'),
    records: unit('kayıt'),
    second: unit('saniye'),
    minute: unit('dakika'),
    hour: unit('saat'),
    day: unit('gün'),
    percentile: (_value, figure) => `${figure}. persentil`,
    additionalJobs: unit('ek iş'),
  },
  recordsPerSecond: 'kayıt/sn',
};
