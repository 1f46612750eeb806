import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportionBar } from '../../src/render/proportion-bar.js';
import { inline } from '../../src/render/safe-text.js';
import { width } from '../../src/render/width.js';
import { testLook } from '../helpers/look.js';

const look = await testLook();
const parts = (...amounts: readonly number[]) =>
  amounts.map((amount, index) => ({
    amount,
    glyph: inline('abc'[index] ?? '?'),
    paint: look.theme.plain,
  }));

describe('a bar of proportions', () => {
  it.each([
    [[85, 12, 3], 'aaaaaaaaab'],
    [[1, 1, 2], 'aaabbccccc'],
    [[0, 0, 5], 'cccccccccc'],
    [[-5, Number.NaN, 5], 'cccccccccc'],
    [[0, 0, 0], ''],
  ])('of %j is "%s"', (amounts, drawn) => {
    expect(proportionBar(parts(...amounts), 10, look)).toBe(drawn);
  });

  it('has an edge in ASCII', async () => {
    expect(proportionBar(parts(1, 1), 10, await testLook({ unicode: false }))).toBe('[aaaabbbb]');
  });

  it('is exactly as wide as asked', () => {
    const amounts = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 100 }), (values, columns) => {
        return width(proportionBar(parts(...values), columns, look)) === columns;
      }),
    );
  });
});
