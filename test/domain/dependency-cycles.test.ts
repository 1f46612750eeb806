import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCycles } from '../../src/domain/dependency-cycles.js';
import { dependencyGraph } from '../../src/domain/dependency-graph.js';
import { closest } from '../../src/domain/reach.js';
import { deps, names } from '../helpers/dependencies.js';

function cyclesOf(...edges: string[]): { shortest: string[]; groups: string[] } {
  const { jobs, after, before } = dependencyGraph(deps({ edges }), 'me');
  const { shortest, groupOf } = findCycles(jobs.keys(), after, before);
  return {
    shortest: shortest.map((cycle) => cycle.join(' > ')),
    groups: [...groupOf.keys()].sort(),
  };
}

describe('cycles', () => {
  test('are none in a graph without one', () => {
    expect(cyclesOf('a > b', 'a > c', 'b > d', 'c > d')).toEqual({ shortest: [], groups: [] });
  });

  test('are named by the shortest way round', () => {
    expect(cyclesOf('a > b', 'b > c', 'c > a', 'c > d')).toEqual({
      shortest: ['a > b > c'],
      groups: ['a', 'b', 'c'],
    });
    expect(cyclesOf('a > b', 'b > c', 'c > a', 'b > a')).toEqual({
      shortest: ['a > b'],
      groups: ['a', 'b', 'c'],
    });
  });

  test('may be a job that waits for itself', () => {
    expect(cyclesOf('a > a', 'a > b')).toEqual({ shortest: ['a'], groups: ['a'] });
  });

  test('are one for each group of jobs that wait for each other', () => {
    const { shortest } = cyclesOf('a > b', 'b > a', 'b > c', 'c > d', 'd > c');
    expect(shortest.sort()).toEqual(['a > b', 'c > d']);
  });

  test('are found in a ring of ten thousand jobs', () => {
    const ring = names(10_000);
    const { shortest } = cyclesOf(
      ...ring.map((name, index) => `${name} > ${ring[(index + 1) % ring.length]}`),
    );
    expect(shortest[0]?.split(' > ')).toHaveLength(10_000);
  });

  test('are real, and whoever can come back to itself is in one', () => {
    const place = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 20 }), (pairs) => {
        const { jobs, after, before } = dependencyGraph(
          deps({ edges: pairs.map(([a, b]) => `${a} > ${b}`) }),
          'me',
        );
        const { shortest, groupOf } = findCycles(jobs.keys(), after, before);
        const isStep = (from: string, to: string | undefined) =>
          after.get(from)?.has(to ?? '') === true;
        const areReal = shortest.every((cycle) =>
          cycle.every((key, index) => isStep(key, cycle[(index + 1) % cycle.length])),
        );
        const comesBack = (key: string): boolean =>
          [...closest(after, [key]).keys()].some((reached) => isStep(reached, key));
        return areReal && [...jobs.keys()].every((key) => comesBack(key) === groupOf.has(key));
      }),
    );
  });
});
