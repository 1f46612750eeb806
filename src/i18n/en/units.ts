import type { UnitMessages } from '../areas/units.js';
import { sameUnits } from '../same-units.js';

const plural = new Intl.PluralRules('en');
const ordinal = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinalEnds: Partial<Record<Intl.LDMLPluralRule, string>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
};
const counted =
  (one: string, other: string) =>
  (value: number, figure: string): string =>
    `${figure} ${plural.select(value) === 'one' ? one : other}`;

export const units: UnitMessages = {
  locale: 'en',
  durationPart: (value, unit) =>
    `${value}${{ day: 'd', hour: 'h', minute: 'm', second: 's', millisecond: 'ms' }[unit]}`,
  durationSeparator: ' ',
  ago: (duration) => `${duration} ago`,
  ahead: (duration) => `in ${duration}`,
  now: 'now',
  quantity: {
    ...sameUnits,
    recordsPerSecond: (_value, figure) => `${figure} records/s`,
    records: counted('record', 'records'),
    second: counted('second', 'seconds'),
    minute: counted('minute', 'minutes'),
    hour: counted('hour', 'hours'),
    day: counted('day', 'days'),
    percentile: (value, figure) =>
      `${figure}${ordinalEnds[ordinal.select(value)] ?? 'th'} percentile`,
    additionalJobs: counted('additional job', 'additional jobs'),
  },
  recordsPerSecond: 'records/s',
};
