import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareEvenly, shareRows } from '../../../../src/commands/watch/view/rows.js';

describe('rows are shared out', () => {
  it('to the first claims first, as far as they go', () => {
    const claims = [
      ['title', 1],
      ['stages', 3],
      ['logs', 2],
    ] as const;
    expect(shareRows(10, claims)).toEqual({ title: 1, stages: 3, logs: 2 });
    expect(shareRows(5, claims)).toEqual({ title: 1, stages: 3, logs: 1 });
    expect(shareRows(2, claims)).toEqual({ title: 1, stages: 1, logs: 0 });
    expect(shareRows(0, claims)).toEqual({ title: 0, stages: 0, logs: 0 });
    expect(shareRows(-1, claims)).toEqual({ title: 0, stages: 0, logs: 0 });
  });

  it('to a part that asks twice at both places', () => {
    const claims = [
      ['logs', 1],
      ['title', 1],
      ['logs', 5],
    ] as const;
    expect(shareRows(2, claims)).toEqual({ logs: 1, title: 1 });
    expect(shareRows(4, claims)).toEqual({ logs: 3, title: 1 });
  });

  const someClaims = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -2, max: 30 })),
    { maxLength: 12 },
  );
  const total = (plan: Readonly<Record<string, number>>): number =>
    Object.values(plan).reduce((sum, rows) => sum + rows, 0);

  it('and never more than there are, and all that are asked for', () => {
    fc.assert(
      fc.property(fc.nat(60), someClaims, (rows, claims) => {
        const asked = claims.reduce((sum, [, count]) => sum + Math.max(0, count), 0);
        return total(shareRows(rows, claims)) === Math.min(rows, asked);
      }),
    );
  });

  it('and no part loses one when there are more', () => {
    fc.assert(
      fc.property(fc.nat(60), someClaims, (rows, claims) => {
        const fewer = shareRows(rows, claims);
        const more = shareRows(rows + 1, claims);
        for (const [part] of claims) expect(more[part]).toBeGreaterThanOrEqual(fewer[part] ?? 0);
      }),
    );
  });
});

describe('parts that count the same', () => {
  it.each([
    [9, [5, 5, 5], [3, 3, 3]],
    [7, [1, 5, 5], [1, 3, 3]],
    [4, [5, 5, 5], [2, 1, 1]],
    [99, [5, 0, 2], [5, 0, 2]],
    [0, [5], [0]],
    [3, [], []],
  ])('get %d rows between those that ask for %j as %j', (rows, asked, given) => {
    expect(shareEvenly(rows, asked)).toEqual(given);
  });
});
