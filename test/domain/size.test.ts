import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSize, share } from '../../src/domain/size.js';

describe('a size in words', () => {
  it.each([
    ['2.3 GB', 2_300_000_000],
    ['2,3 GB', 2_300_000_000],
    ['890 MB', 890_000_000],
    ['4GiB', 4_294_967_296],
    ['512 bayt', 512],
    ['1,234.5 MB', 1_234_500_000],
    ['1.234,5 MB', 1_234_500_000],
    ['1.250 GB', 1_250_000_000],
  ])('"%s" is %i bytes', (display, bytes) => {
    expect(parseSize(display)).toBeCloseTo(bytes, 3);
  });

  it.each([
    '1,250 MB',
    '2-3 GB',
    '15 minutes',
    '2 GB 3 MB',
    'GB',
    '-1 GB',
    '',
    'lots',
    null,
    undefined,
  ])('%s is none, or could be read in two ways', (display) => {
    expect(parseSize(display)).toBeUndefined();
  });

  it('never breaks, and is a number from 0 on or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[\d.,]{1,20} ?(GB|MiB|B)$/)),
        (display) => {
          const bytes = parseSize(display);
          return bytes === undefined || (Number.isFinite(bytes) && bytes >= 0);
        },
      ),
    );
  });
});

describe('a share', () => {
  it.each([
    [1, 4, 25],
    [5, 4, 125],
    [0, 4, 0],
    [1, 0, undefined],
    [undefined, 4, undefined],
    [1, null, undefined],
    [1, Number.NaN, undefined],
    [1e308, 1e-308, undefined],
  ])('of %s in %s is %s', (part, whole, percentage) => {
    expect(share(part, whole)).toBe(percentage);
  });
});
