import { readQuantity } from '../contract/index.js';
import type { UnitMessages } from '../i18n/areas/units.js';

/** A number that can be written in another language without losing a digit. */
const PLAIN_NUMBER = /^\d{1,15}(?:\.(\d{1,9}))?$/;
const MOST_DIGITS = 15;

const formats = new Map<string, Intl.NumberFormat>();

/** A worded figure with its known units and its number in the user's language; other words stay as they came. */
export function quantityText(display: string, units: UnitMessages): string {
  const parts = readQuantity(display);
  if (parts === undefined) return display;
  return parts
    .map(({ figure, unit }) => {
      // NaN, for "1,250" and "1-2", takes the plural in every language.
      const value = PLAIN_NUMBER.test(figure) ? Number(figure) : Number.NaN;
      return units.quantity[unit](value, localFigure(figure, units.locale));
    })
    .join(units.durationSeparator);
}

/** Keeps the digits a server gave: 2.30 stays two digits, and what is no plain number stays as it is. */
function localFigure(figure: string, locale: string): string {
  const found = PLAIN_NUMBER.exec(figure);
  if (found === null || figure.length > MOST_DIGITS + 1) return figure;
  return numberFormat(locale, found[1]?.length ?? 0).format(Number(figure));
}

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, format);
  return format;
}
