import { describe, expect, test } from 'vitest';
import type { DependenciesBody } from '../../src/contract/index.js';
import { dependencyGraph } from '../../src/domain/dependency-graph.js';
import { whyBlocked } from '../../src/domain/why-blocked.js';
import { deps } from '../helpers/dependencies.js';
import { example } from '../helpers/examples.js';

const why = (body: DependenciesBody) => whyBlocked(dependencyGraph(body, 'me'), body);

describe('why a job is blocked', () => {
  test('nothing blocks the job of the example: its prerequisite is done, its condition resolved', () => {
    expect(why(example('tr', 'dependencies'))).toEqual({
      chain: [],
      others: [],
      cycles: [],
      conditions: [],
      resources: [],
    });
  });

  test('the chain leads over unfinished jobs to the one that waits for nothing', () => {
    const body = deps({
      edges: ['done > a', 'a > b', 'b > me'],
      nodes: { done: 'Completed', a: 'Running', b: 'Queued' },
    });
    expect(why(body).chain).toEqual(['me', 'b', 'a']);
  });

  test('the chain is the shortest one, and the other blockers are named besides', () => {
    const body = deps({ edges: ['far > near', 'near > me', 'direct > me'], nodes: {} });
    expect(why(body)).toMatchObject({ chain: ['me', 'direct'], others: ['far'] });
  });

  test('a job that will never be done is the reason before one that still may be', () => {
    const body = deps({
      edges: ['runs > me', 'far > near', 'near > me'],
      nodes: { runs: 'Running', far: 'Failed', near: 'Queued' },
    });
    expect(why(body)).toMatchObject({ chain: ['me', 'near', 'far'], others: ['runs'] });
  });

  test('a job that failed, was cancelled or has no known status blocks as one that runs', () => {
    const body = deps({
      edges: ['a > me', 'b > me', 'c > me'],
      nodes: { a: 'Başarısız', b: 'キャンセル', c: 'Paused' },
    });
    expect([...why(body).chain.slice(1), ...why(body).others]).toEqual(['a', 'b', 'c']);
  });

  test('jobs that wait for each other block, whoever else does', () => {
    const body = deps({ edges: ['a > b', 'b > a', 'b > me'] });
    expect(why(body)).toMatchObject({ chain: [], cycles: [['b', 'a']] });
  });

  test('a cycle of jobs that are done blocks nothing', () => {
    const body = deps({
      edges: ['a > b', 'b > a', 'b > me'],
      nodes: { a: 'Completed', b: '完了' },
    });
    expect(why(body)).toMatchObject({ chain: [], cycles: [] });
  });

  test('conditions block until they are resolved, resources until they are there', () => {
    const body: DependenciesBody = {
      dependencies: {
        resourceDependencies: [
          { resourceId: 'a', status: 'Available' },
          { resourceId: 'b', status: 'Tahsis Edildi' },
          { resourceId: 'c', status: 'Unavailable' },
          { resourceId: 'd', status: 'Locked' },
          { resourceId: 'e' },
        ],
      },
      blockingConditions: [
        { condition: 'open', status: 'Active' },
        { condition: 'unknown' },
        { condition: 'resolved', status: 'Çözüldü' },
        { condition: 'resolved by its time', resolvedAt: '2024-01-20T10:30:00Z' },
      ],
    };
    const found = why(body);
    expect(found.conditions.map(({ condition }) => condition)).toEqual(['open', 'unknown']);
    expect(found.resources.map(({ resourceId }) => resourceId)).toEqual(['c', 'd']);
  });
});
