import { describe, expect, test } from 'vitest';
import type { DependenciesBody } from '../../src/contract/index.js';
import { dependencyGraph } from '../../src/domain/dependency-graph.js';
import { deps } from '../helpers/dependencies.js';
import { EXAMPLE_JOB, example, exampleLanguages } from '../helpers/examples.js';

const edgesOf = (body: DependenciesBody, asked = 'me'): string[] =>
  [...dependencyGraph(body, asked).after].flatMap(([from, followers]) =>
    [...followers].map((to) => `${from} > ${to}`),
  );

describe('one graph from the parts of an answer', () => {
  test.each(exampleLanguages)('joins lists and graph of the example of %s', (language) => {
    const graph = dependencyGraph(example(language, 'dependencies'), EXAMPLE_JOB);
    const [prerequisite, current, dependent] = ['aa', 'cc', 'ee'].map(
      (start) => `${start}0e8400-e29b-41d4-a716-446655440000`,
    );
    expect(graph.current).toBe(current);
    expect([...graph.jobs.keys()]).toEqual([current, prerequisite, dependent]);
    expect(graph.jobs.get(prerequisite ?? '')).toMatchObject({
      name: expect.stringMatching(/^(Data Preparation|Veri Hazırlama)$/),
      completedAt: '2024-01-20T10:25:00Z',
    });
    expect(edgesOf(example(language, 'dependencies'))).toEqual([
      `${prerequisite} > ${current}`,
      `${current} > ${dependent}`,
    ]);
  });

  test('what a list says of a job wins over what the graph says', () => {
    const body = deps({
      edges: ['a > me'],
      nodes: { a: 'Running' },
      before: [{ jobId: 'a', status: 'Completed' }],
    });
    expect(dependencyGraph(body, 'me').jobs.get('a')?.status).toBe('Completed');
  });

  test('a job of the lists that the graph does not connect gets its edge', () => {
    const body = deps({ before: [{ jobId: 'a' }], after: [{ jobId: 'z' }] });
    expect(edgesOf(body)).toEqual(['a > me', 'me > z']);
  });

  test('a prerequisite that the graph connects over another job gets no second way', () => {
    const body = deps({ edges: ['a > b', 'b > me'], before: [{ jobId: 'a' }, { jobId: 'b' }] });
    expect(edgesOf(body)).toEqual(['a > b', 'b > me']);
  });

  test('an edge to a job that nothing names makes that job, and a doubled edge is one', () => {
    const body = deps({ edges: ['ghost > me', 'ghost > me'] });
    expect(edgesOf(body)).toEqual(['ghost > me']);
    expect(dependencyGraph(body, 'me').jobs.get('ghost')).toEqual({ id: 'ghost' });
  });

  test('GUIDs are the same in any case, and are shown as they came first', () => {
    const guid = 'aa0e8400-e29b-41d4-a716-446655440000';
    const body = deps({
      edges: [`${guid.toUpperCase()} > me`],
      before: [{ jobId: guid, jobName: 'A' }],
    });
    expect(dependencyGraph(body, 'me').jobs.get(guid)).toEqual({
      id: guid.toUpperCase(),
      name: 'A',
    });
  });

  test('the job is the one the answer is about, else the marked one, else the one that was asked for', () => {
    const nodes = [{ id: 'marked', type: 'Mevcut İş' }];
    expect(dependencyGraph({ jobId: 'told', dependencies: {} }, 'asked').current).toBe('told');
    expect(dependencyGraph({ dependencies: {}, dependencyGraph: { nodes } }, 'asked').current).toBe(
      'marked',
    );
    expect(dependencyGraph({ dependencies: {} }, 'asked').current).toBe('asked');
  });

  test('ids that objects already have are ids like any other', () => {
    expect(edgesOf(deps({ edges: ['__proto__ > me', 'me > constructor'] }))).toEqual([
      '__proto__ > me',
      'me > constructor',
    ]);
  });
});
