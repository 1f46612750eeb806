import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inline } from '../../src/render/safe-text.js';
import { type Column, table } from '../../src/render/table.js';
import { width } from '../../src/render/width.js';
import { screen, testLook } from '../helpers/look.js';

const columns: readonly Column[] = [
  { header: inline('Name'), min: 6 },
  { header: inline('Done'), align: 'right' },
  { header: inline('Owner'), leaves: 1 },
];

const rows = [
  ['Data Loading', '100%', 'user123'],
  ['データ処理', '7%', 'system'],
].map((row) => row.map(inline));

test('columns are as wide as they need to be, numbers stand right', async () => {
  expect(screen(table(columns, rows, await testLook()))).toBe(`
Name          Done  Owner
Data Loading  100%  user123
データ処理      7%  system
`);
});

test('what has no room is cut where it may be', async () => {
  expect(screen(table(columns, rows, await testLook({ width: 22 })))).toBe(`
Name     Done  Owner
Data L…  100%  user123
データ…    7%  system
`);
});

test('what still has no room is told below its row', async () => {
  const narrow = await testLook({ width: 14 });
  expect(
    screen(table([{ ...columns[0], min: 8 } as Column, ...columns.slice(1)], rows, narrow)),
  ).toBe(`
Name      Done
Data Lo…  100%
  Owner
  user123
データ…     7%
  Owner system
`);
});

test('a column with nothing in it and no header is left out', async () => {
  const sparse: Column[] = [{ header: inline('') }, { header: inline('Name') }];
  expect(screen(table(sparse, [[inline(''), inline('a')]], await testLook()))).toBe(`
Name
a
`);
});

test('a pipe gets every value in full', async () => {
  const look = await testLook({ terminal: false });
  const long = inline('x'.repeat(300));
  expect(table([{ header: inline('Name'), min: 5 }], [[long]], look)[1]).toBe(long);
});

test('no line is ever wider than the terminal, whatever the values are', async () => {
  const look = await testLook();
  const text = fc
    .string({ unit: fc.constantFrom('a', 'Z', '8', '漢', 'ç', '😀', ' ') })
    .map(inline);
  const row = fc.tuple(text, text, text);
  const bounded = columns.map((column) => ({ ...column, min: 1 }));
  fc.assert(
    fc.property(fc.array(row), fc.integer({ min: 20, max: 120 }), (cells, wide) => {
      const lines = table(bounded, cells, { ...look, width: wide });
      return lines.every((line) => width(line) <= wide);
    }),
    { numRuns: 200 },
  );
});
