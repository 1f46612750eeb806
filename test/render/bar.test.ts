import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bar } from '../../src/render/bar.js';
import { width } from '../../src/render/width.js';
import { testLook } from '../helpers/look.js';

const look = await testLook();
const ascii = await testLook({ unicode: false });

describe('a bar', () => {
  it.each([
    [0, '░░░░░░░░░░'],
    [50, '█████░░░░░'],
    [78, '███████▊░░'],
    [29, '██▉░░░░░░░'],
    [99.9999, '█████████▉'],
    [100, '██████████'],
    [150, '██████████'],
    [-5, '░░░░░░░░░░'],
    [Number.NaN, '░░░░░░░░░░'],
    [Number.POSITIVE_INFINITY, '██████████'],
  ])('of %d percent is %s', (percentage, drawn) => {
    expect(bar(percentage, 10, look)).toBe(drawn);
  });

  it('has an edge in ASCII, and is not full before 100', () => {
    expect(bar(57, 12, ascii)).toBe('[#####-----]');
    expect(bar(99.99, 12, ascii)).toBe('[#########-]');
    expect(bar(100, 12, ascii)).toBe('[##########]');
  });

  it('fills every step that it reached', () => {
    for (let percentage = 0; percentage <= 100; percentage++) {
      expect(bar(percentage, 102, ascii)).toBe(`[${'#'.repeat(percentage).padEnd(100, '-')}]`);
    }
  });

  it('can be marked at another percentage', () => {
    expect(bar(50, 10, look, undefined, 80)).toBe('█████░░░│░');
    expect(bar(50, 10, look, undefined, 20)).toBe('██│██░░░░░');
    expect(bar(50, 10, look, undefined, 100)).toBe('█████░░░░│');
  });

  it('takes the colour that it is given, and is faint where it is empty', async () => {
    const coloured = await testLook({ color: 1 });
    expect(bar(50, 4, coloured, coloured.theme.good)).toBe('\x1b[32m██\x1b[39m\x1b[2m░░\x1b[22m');
  });

  it('is exactly as wide as asked', () => {
    const percentage = fc.double({ min: -10, max: 110, noNaN: true });
    fc.assert(
      fc.property(
        percentage,
        percentage,
        fc.integer({ min: 3, max: 200 }),
        fc.boolean(),
        (filled, mark, columns, plain) => {
          return width(bar(filled, columns, plain ? ascii : look, undefined, mark)) === columns;
        },
      ),
    );
  });
});
