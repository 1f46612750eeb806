import { describe, expect, it } from 'vitest';
import { type PlotPoint, plotGrid } from '../../src/domain/plot-grid.js';

const signs = { point: '*', line: '-' } as const;

function drawn(points: readonly PlotPoint[], columns: number, rows: number): string[] {
  const times = { low: points[0]?.timeMs ?? 0, high: points.at(-1)?.timeMs ?? 0 };
  const grid = plotGrid(points, times, { low: 0, high: 10 }, { columns, rows });
  return grid.map((cells) =>
    cells.map((cell) => (cell === undefined ? ' ' : signs[cell])).join(''),
  );
}

const samples = (...values: readonly (number | undefined)[]): PlotPoint[] =>
  values.map((value, index) => ({ timeMs: index * 1000, value }));

describe('the cells of a plot', () => {
  it('join samples by lines', () => {
    expect(drawn(samples(0, 10, 10), 9, 3)).toEqual(['    *---*', '  --     ', '*-       ']);
  });

  it('leave no hole in a steep line', () => {
    expect(drawn(samples(0, 10), 2, 5)).toEqual([' *', ' -', ' -', ' -', '* ']);
  });

  it('leave a hole where a figure is not known', () => {
    expect(drawn(samples(10, 10, undefined, 10, 10), 9, 2)).toEqual(['*-*   *-*', '         ']);
  });

  it('leave a hole where samples are missing', () => {
    const points = [...samples(10, 10, 10), { timeMs: 8000, value: 10 }];
    expect(drawn(points, 9, 2)).toEqual(['***     *', '         ']);
  });

  it('hold a figure beyond the range at its end', () => {
    expect(drawn(samples(-5, 99), 2, 2)).toEqual([' *', '* ']);
  });

  it('show samples of one moment above each other', () => {
    const points = [5, 0, 10].map((value) => ({ timeMs: 0, value }));
    expect(drawn(points, 3, 3)).toEqual(['*  ', '*  ', '*  ']);
  });

  it('take 100,000 samples', () => {
    const many = samples(...Array.from({ length: 100_000 }, (_, index) => index % 11));
    expect(drawn(many, 20, 2)).toEqual(['*'.repeat(20), '*'.repeat(20)]);
  });
});
