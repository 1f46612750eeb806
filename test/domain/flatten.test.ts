import { expect, test } from 'vitest';
import { flatten } from '../../src/domain/flatten.js';

test('plain values stay as they are, in their own order', () => {
  expect(flatten({ zeta: 1, alpha: 'two', done: true, gone: null })).toEqual([
    { path: 'zeta', value: 1 },
    { path: 'alpha', value: 'two' },
    { path: 'done', value: true },
    { path: 'gone', value: null },
  ]);
});

test('nested values are named by their path', () => {
  expect(flatten({ resources: { cpuUnits: 2, node: { name: 'w-02' } } })).toEqual([
    { path: 'resources.cpuUnits', value: 2 },
    { path: 'resources.node.name', value: 'w-02' },
  ]);
});

test('a list of plain values is one value, a list of maps is taken apart', () => {
  expect(flatten({ types: ['Bottleneck', 'Cycle Time'], steps: [{ id: 1 }, { id: 2 }] })).toEqual([
    { path: 'types', value: 'Bottleneck, Cycle Time' },
    { path: 'steps[0].id', value: 1 },
    { path: 'steps[1].id', value: 2 },
  ]);
});

test('empty maps and lists are still shown', () => {
  expect(flatten({ none: {}, nothing: [] })).toEqual([
    { path: 'none', value: '{}' },
    { path: 'nothing', value: '[]' },
  ]);
});

test('what is nested too deep is given as JSON, so that no depth can break it', () => {
  let deep: Record<string, unknown> = { end: 1 };
  for (let level = 0; level < 1000; level += 1) deep = { d: deep };
  const [only, ...others] = flatten({ deep });
  expect(others).toEqual([]);
  expect(only?.path).toBe('deep.d.d.d.d.d.d.d');
  expect(String(only?.value)).toMatch(/^\{"d":/);
});

test('what is nested deeper than the stack reaches is an ellipsis', () => {
  let deep: Record<string, unknown> = { end: 1 };
  for (let level = 0; level < 100_000; level += 1) deep = { d: deep };
  expect(flatten({ deep })).toEqual([{ path: 'deep.d.d.d.d.d.d.d', value: '…' }]);
});
