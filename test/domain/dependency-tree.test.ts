import { describe, expect, test } from 'vitest';
import { dependencyGraph } from '../../src/domain/dependency-graph.js';
import { dependencyTree, type TreeLimits } from '../../src/domain/dependency-tree.js';
import { deps, names } from '../helpers/dependencies.js';

const all: TreeLimits = { children: Number.POSITIVE_INFINITY, jobs: Number.POSITIVE_INFINITY };
const itemsOf = (edges: string[], limits = all, urgency = (_key: string) => 0) =>
  dependencyTree('me', dependencyGraph(deps({ edges }), 'me').after, limits, urgency);

/** Each line as its depth in dashes, its key, and how it was seen. */
const drawn = (...parameters: Parameters<typeof itemsOf>): string[] =>
  itemsOf(...parameters).map(
    ({ key, depth, seen, leftOut }) =>
      `${'-'.repeat(depth)}${key ?? `+${leftOut}`}${seen === 'first' ? '' : ` ${seen}`}`,
  );

describe('the tree of a graph', () => {
  test('has each branch below its job', () => {
    expect(drawn(['me > a', 'a > b', 'me > c'])).toEqual(['a', '-b', 'c']);
  });

  test('draws the branch of a job that is met again once', () => {
    expect(drawn(['me > a', 'a > b', 'b > d', 'me > b'])).toEqual(['a', '-b', '--d', 'b again']);
  });

  test('shows a cycle and does not follow it', () => {
    expect(drawn(['me > a', 'a > b', 'b > a', 'b > me', 'a > a'])).toEqual([
      'a',
      '-b',
      '--a cycle',
      '--me cycle',
      '-a cycle',
    ]);
  });

  test('knows the last of each row, and who has children', () => {
    const lines = itemsOf(['me > a', 'a > b', 'me > c']).map(({ isLast, hasChildren }) => [
      isLast,
      hasChildren,
    ]);
    expect(lines).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ]);
  });

  test('leaves out children beyond the limit, the most urgent ones drawn', () => {
    const edges = names(10).map((name) => `me > ${name}`);
    const urgency = (key: string): number => (key === 'job 7' ? 0 : 1);
    expect(drawn(edges, { ...all, children: 3 }, urgency)).toEqual([
      'job 7',
      'job 0',
      'job 1',
      '+7',
    ]);
  });

  test('stops at the limit of jobs, and says at each level how many brothers are left out', () => {
    expect(drawn(['me > a', 'a > b', 'a > c', 'me > d'], { ...all, jobs: 2 })).toEqual([
      'a',
      '-b',
      '-+1',
      '+1',
    ]);
  });

  test('is as deep as the graph', () => {
    const chain = ['me', ...names(10_000)];
    const edges = chain.slice(1).map((name, index) => `${chain[index]} > ${name}`);
    expect(itemsOf(edges).at(-1)).toMatchObject({ key: 'job 9999', depth: 9999 });
  });
});
