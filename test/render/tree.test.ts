import { describe, expect, test } from 'vitest';
import { createSymbols } from '../../src/render/symbols.js';
import { type TreeLine, type TreeManner, treeGuides } from '../../src/render/tree.js';

/** Root → a (→ b, c), d. */
const family: readonly (TreeLine & { name: string })[] = [
  { name: 'a', depth: 0, isLast: false, hasChildren: true },
  { name: 'b', depth: 1, isLast: false, hasChildren: false },
  { name: 'c', depth: 1, isLast: true, hasChildren: false },
  { name: 'd', depth: 0, isLast: true, hasChildren: false },
];

/** Each line with a second one below it. */
function drawn(manner: TreeManner): string {
  const blocks = treeGuides(family, manner, createSymbols(true)).map(
    ({ own, below }, index) => `${own}${family[index]?.name}\n${below}and more`,
  );
  return `\n${(manner.direction === 'up' ? blocks.reverse() : blocks).join('\n')}\n`;
}

describe('the branches of a tree', () => {
  test('lead down from the root', () => {
    expect(drawn({ direction: 'down', levels: 9 })).toBe(`
├─ a
│  │  and more
│  ├─ b
│  │     and more
│  └─ c
│        and more
└─ d
      and more
`);
  });

  test('lead up from the root when the lines are shown in reverse', () => {
    expect(drawn({ direction: 'up', levels: 9 })).toBe(`
┌─ d
│     and more
│  ┌─ c
│  │     and more
│  ├─ b
│  │     and more
├─ a
│     and more
`);
  });

  test('go no further to the right than they may', () => {
    expect(drawn({ direction: 'down', levels: 0 })).toBe(`
├─ a
│  │  and more
├─ b
│     and more
└─ c
      and more
└─ d
      and more
`);
  });
});
