import { describe, expect, it } from 'vitest';
import { units as en } from '../../src/i18n/en/units.js';
import { units as ja } from '../../src/i18n/ja/units.js';
import { units as tr } from '../../src/i18n/tr/units.js';
import { quantityText } from '../../src/render/quantity.js';

describe('a figure that a server put into words', () => {
  it.each([
    ['2.30 GB', '2.30 GB', '2,30 GB', '2.30 GB'],
    ['1250 kayıt/saniye', '1,250 records/s', '1.250 kayıt/sn', '1,250 件/秒'],
    ['15 minutes 33 seconds', '15 minutes 33 seconds', '15 dakika 33 saniye', '15分33秒'],
    ['1 saat 1 dakika', '1 hour 1 minute', '1 saat 1 dakika', '1時間1分'],
    ['20-25 dakika', '20-25 minutes', '20-25 dakika', '20-25分'],
    ['85. persentil', '85th percentile', '85. persentil', '85パーセンタイル'],
    ['82 パーセンタイル', '82nd percentile', '82. persentil', '82パーセンタイル'],
    ['12ms', '12 ms', '12 ms', '12 ms'],
  ])('"%s" is said in the language of the user', (display, english, turkish, japanese) => {
    expect([en, tr, ja].map((units) => quantityText(display, units))).toEqual([
      english,
      turkish,
      japanese,
    ]);
  });

  it.each(['fast enough', '', '3 parsecs', '2.3 GB per fortnight'])(
    '"%s" is shown as it came',
    (display) => {
      expect(quantityText(display, tr)).toBe(display);
    },
  );

  it('keeps every digit, also those that no number can hold', () => {
    expect(quantityText('12345678901234567890 records', en)).toBe('12345678901234567890 records');
    expect(quantityText('0.1234567890123456789 GB', en)).toBe('0.1234567890123456789 GB');
  });

  it('is in the plural where it is a range or has groups of digits', () => {
    expect(quantityText('1-2 minutes', en)).toBe('1-2 minutes');
    expect(quantityText('1,250 records', en)).toBe('1,250 records');
  });
});
