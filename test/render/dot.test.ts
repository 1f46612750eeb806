import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dotGraph } from '../../src/render/dot.js';
import type { Drawing } from '../../src/render/graph-drawing.js';
import { inline } from '../../src/render/safe-text.js';
import { anyDrawing, hostileNames, idsOf, labelsOf } from '../helpers/drawings.js';
import { parseDot } from '../helpers/graph-parsers.js';
import { screen } from '../helpers/look.js';

const two: Drawing = {
  nodes: [
    {
      label: [inline('Extract "EU" & <UK>'), inline('Completed')],
      status: 'Completed',
      isCurrent: false,
    },
    { label: [inline('C:\\new')], status: 'Running', isCurrent: true },
  ],
  edges: [
    { from: 0, to: 1, isInCycle: false },
    { from: 1, to: 1, isInCycle: true },
  ],
};

const written = (drawing: Drawing): string => dotGraph(drawing).join('\n');

describe('a graph for Graphviz', () => {
  test('says each job and each edge on a line', () => {
    expect(screen(dotGraph(two))).toBe(String.raw`
digraph dependencies {
  graph [rankdir=TB];
  node [shape=box, style="rounded,filled", fontname="sans-serif", fontcolor="#1b1b1b"];
  n0 [label="Extract \"EU\" &amp; <UK>\nCompleted", fillcolor="#dcf2dc", color="#2e7d32"];
  n1 [label="C:\\new", fillcolor="#d6ecfa", color="#1f6f9f", penwidth=3];
  n0 -> n1;
  n1 -> n1 [color="#b3261e", style=dashed];
}
`);
  });

  test('is read by Graphviz as it was meant', async () => {
    expect(await parseDot(written(two))).toEqual({
      nodes: [
        { id: 'n0', label: 'Extract "EU" & <UK>\nCompleted' },
        { id: 'n1', label: 'C:\\new' },
      ],
      edges: [
        ['n0', 'n1'],
        ['n1', 'n1'],
      ],
    });
  });

  test.each(hostileNames)('keeps the name %j', async (name) => {
    const drawing = {
      nodes: [{ label: [inline(name)], status: undefined, isCurrent: false }],
      edges: [],
    };
    expect(labelsOf(await parseDot(written(drawing)))).toEqual([inline(name)]);
  });

  test('is read with the same jobs and edges, whatever the names are', async () => {
    await fc.assert(
      fc.asyncProperty(anyDrawing, async (drawing) => {
        const parsed = await parseDot(written(drawing));
        expect(labelsOf(parsed)).toEqual(drawing.nodes.map(({ label }) => label.join('\n')));
        expect(parsed.edges).toEqual(idsOf(drawing));
      }),
      { numRuns: 200 },
    );
  });
});
