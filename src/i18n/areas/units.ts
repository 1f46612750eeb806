import type { Unit } from '../../contract/index.js';

/** The parts that a length of time is shown in. */
export type DurationUnit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

/** Numbers with units. Every language owns its word order and its plurals. */
export interface UnitMessages {
  /** For Intl, such as `tr`. */
  locale: string;
  /** One part of a length of time in its short form, such as "15m". */
  durationPart: (value: number, unit: DurationUnit) => string;
  /** Between two parts of a length of time. */
  durationSeparator: string;
  /** A moment in the past, `duration` before now. */
  ago: (duration: string) => string;
  /** A moment in the future, `duration` from now. */
  ahead: (duration: string) => string;
  now: string;
  /** A figure with its unit in words: `value` chooses the plural, `figure` is the number as it is written. */
  quantity: Record<Unit, (value: number, figure: string) => string>;
  /** The unit of a rate or a share on an axis or beside a bar, such as "records/s". */
  recordsPerSecond: string;
}
