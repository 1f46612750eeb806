import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlotPoint } from '../../src/domain/plot-grid.js';
import { type Plot, plot } from '../../src/render/plot.js';
import type { SafeText } from '../../src/render/safe-text.js';
import { width } from '../../src/render/width.js';
import { screen, testLook } from '../helpers/look.js';

const look = await testLook();
const START_MS = Date.parse('2024-01-20T10:30:00Z');

function plotOf(values: readonly (number | undefined)[], more: Partial<Plot> = {}): Plot {
  const points: PlotPoint[] = values.map((value, index) => ({
    timeMs: START_MS + index * 60_000,
    value,
  }));
  return {
    points,
    times: { low: START_MS, high: points.at(-1)?.timeMs ?? START_MS },
    formatValue: (value) => look.formats.number(value),
    formatTime: (timeMs) => look.formats.time(timeMs),
    ...more,
  };
}

describe('a plot', () => {
  it('has an axis for the figure, one for the time, and marks on it', () => {
    const marks = [START_MS + 60_000];
    expect(screen(plot(plotOf([0, 10, 5, undefined, 5], { marks }), 40, look))).toBe(`
10 │         •·
   │       ··  ···
   │      ·       ···
 5 │    ··           ·•                •
   │   ·
   │ ··
 0 │•
   └┬────────◆────────┬────────────────┬
    10:30:00      10:32:03      10:34:00
`);
  });

  it('lines up with another by the columns of its labels', () => {
    expect(plot(plotOf([1]), 40, look, 6)[0]).toBe('     1 │•');
  });

  it('ends at its full scale', () => {
    expect(plot(plotOf([15, 20], { fullScale: 100 }), 40, look)[0]).toBe('100 │');
  });

  it('shows figures that are all the same', () => {
    const lines = plot(plotOf([0, 0, 0]), 20, look);
    expect(screen(lines)).toBe(`
  1 │
    │
    │
0.5 │
    │
    │
  0 │•······•······•
    └┬──────────────
     10:30:00
`);
  });

  it('is nothing where it is too narrow, or there is no figure', () => {
    expect(plot(plotOf([1, 2]), 14, look)).toEqual([]);
    expect(plot(plotOf([undefined]), 80, look)).toEqual([]);
    expect(plot(plotOf([]), 80, look)).toEqual([]);
  });

  it('is drawn with ASCII where the terminal shows nothing else', async () => {
    const lines = plot(plotOf([0, 10]), 24, await testLook({ unicode: false }));
    expect(lines.join('\n')).toMatch(/^[ -~\n]+$/);
  });

  it('is never wider than it may be, and holds no NaN, whatever the figures', () => {
    const figures = fc.array(
      fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
    );
    const widest = fc.integer({ min: 1, max: 200 });
    const formatValue = (value: number): SafeText => value.toPrecision(3) as SafeText;
    fc.assert(
      fc.property(figures, widest, (values, columns) => {
        const lines = plot(plotOf(values, { formatValue }), columns, look);
        return lines.every((line) => width(line) <= columns && !line.includes('NaN'));
      }),
    );
  });
});
