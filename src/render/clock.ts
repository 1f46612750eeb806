import { inline, type SafeText } from './safe-text.js';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

/** How fine the labels of an axis have to be. */
export type ClockForm = 'year' | 'day' | 'minute' | 'second' | 'millisecond';

/** The coarsest form that tells two labels apart that are `stepMs` from each other, on an axis of `spanMs`. */
export function clockForm(stepMs: number, spanMs: number): ClockForm {
  if (stepMs >= DAY_MS) return spanMs >= YEAR_MS ? 'year' : 'day';
  if (stepMs >= 60_000) return 'minute';
  return stepMs >= 1000 ? 'second' : 'millisecond';
}

/** How many columns a label of a form has. */
export const clockColumns: Record<ClockForm, number> = {
  year: 10,
  day: 5,
  minute: 5,
  second: 8,
  millisecond: 12,
};

/** The label of a moment: a time of day, or the date where a day begins. `localMs` is the zone's own clock. */
export function clockLabel(localMs: number, form: ClockForm): SafeText {
  const [date = '', clock = ''] = new Date(localMs).toISOString().split('T');
  if (form === 'year') return inline(date);
  if (form === 'day' || localMs % DAY_MS === 0) return inline(date.slice(5));
  return inline(clock.slice(0, clockColumns[form]));
}

/** The time of day to the second, `10:45:33`. */
export const clockTime = (localMs: number): SafeText =>
  inline(new Date(localMs).toISOString().slice(11, 19));

/** The date, `2024-01-20`. */
export const clockDate = (localMs: number): SafeText => clockLabel(localMs, 'year');

/** The number of a day, the same for two moments of one day. */
export const dayNumber = (localMs: number): number => Math.floor(localMs / DAY_MS);
