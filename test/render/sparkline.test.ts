import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sparkline } from '../../src/render/sparkline.js';
import { createSymbols } from '../../src/render/symbols.js';
import { width } from '../../src/render/width.js';

const unicode = createSymbols(true);

describe('a sparkline', () => {
  it.each([
    [[15, 85, 72, 67], '▁█▇▆'],
    [[0, 1, 2, 3, 4, 5, 6, 7], '▁▂▃▄▅▆▇█'],
    [[-3, 3], '▁█'],
    [[5, 5, 5], '▄▄▄'],
    [[5], '▄'],
    [[], ''],
    [[1, undefined, 3], '▁ █'],
    [[1, Number.NaN, Number.POSITIVE_INFINITY, 3], '▁  █'],
    [[undefined], ' '],
    [[-Number.MAX_VALUE, Number.MAX_VALUE], '▁█'],
  ])('of %j is "%s"', (values, drawn) => {
    expect(sparkline(values, 20, unicode)).toBe(drawn);
  });

  it('averages what is too much for its columns', () => {
    expect(sparkline([0, 2, 10, 12, 20, 22], 3, unicode)).toBe('▁▅█');
    expect(sparkline([0, undefined, undefined, undefined, 9, 9], 3, unicode)).toBe('▁ █');
  });

  it('keeps to a given scale, so that a small change looks small', () => {
    const percent = { low: 0, high: 100 };
    expect(sparkline([0, 49, 51, 100], 20, unicode, percent)).toBe('▁▄▅█');
    expect(sparkline([67, 68, 67], 20, unicode, percent)).toBe('▆▆▆');
    expect(sparkline([10, 200], 20, unicode, percent)).toBe('▁█');
    expect(sparkline([4, 8], 20, unicode, { low: 0 })).toBe('▅█');
  });

  it('is drawn with ASCII where the terminal shows nothing else', () => {
    expect(sparkline([0, 5, 10], 20, createSymbols(false))).toBe('_+#');
  });

  it('fills no more than its columns, whatever the figures', () => {
    const figures = fc.array(fc.option(fc.double(), { nil: undefined }), { maxLength: 50 });
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 30 }), (values, columns) => {
        return width(sparkline(values, columns, unicode)) === Math.min(values.length, columns);
      }),
    );
  });
});
