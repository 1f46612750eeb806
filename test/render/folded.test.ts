import { expect, test } from 'vitest';
import { foldedLines } from '../../src/render/folded.js';
import { inline } from '../../src/render/safe-text.js';
import { type LookOptions, screen, testLook } from '../helpers/look.js';

const folded = async (kinds: readonly string[], options: LookOptions = {}) =>
  screen(foldedLines(kinds.map(inline), await testLook(options)));

const times = (count: number, kind: string): string[] => Array.from({ length: count }, () => kind);

test('nothing is said where nothing is left out', async () => {
  expect(foldedLines([], await testLook())).toEqual([]);
});

const many = [...times(3, 'Queued'), ...times(9_957, 'Completed')];

test('what is left out is counted by its kinds, the most frequent first', async () => {
  expect(await folded(many)).toBe(`
9,960 more not shown: 9,957 Completed, 3 Queued; add "| less" to see every one
`);
});

test('it says so in Turkish and in Japanese', async () => {
  expect(await folded(many, { language: 'tr', width: 120 })).toBe(`
9.960 tanesi daha gösterilmedi: 9.957 Completed, 3 Queued; hepsini görmek için "| less" ekleyin
`);
  expect(await folded(many, { language: 'ja', width: 120 })).toBe(`
ほか 9,960 件を省略しました（9,957 Completed, 3 Queued）。「| less」を付けるとすべて表示されます
`);
});

test('rare kinds, and things of no known kind, are in the number alone', async () => {
  expect(await folded(['a', 'a', 'b', 'c', 'd', 'e', 'f', '-'])).toBe(`
8 more not shown: 2 a, 1 b, 1 c, 1 d, 1 e, …; add "| less" to see every one
`);
  expect(await folded(['-', '-'])).toBe(`
2 more not shown; add "| less" to see every one
`);
});
