import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Drawing } from '../../src/render/graph-drawing.js';
import { mermaidGraph } from '../../src/render/mermaid.js';
import { inline } from '../../src/render/safe-text.js';
import { anyDrawing, hostileNames, idsOf, labelsOf } from '../helpers/drawings.js';
import { parseMermaid } from '../helpers/graph-parsers.js';
import { screen } from '../helpers/look.js';

const two: Drawing = {
  nodes: [
    {
      label: [inline('Extract "EU" v2.1'), inline('Completed')],
      status: 'Completed',
      isCurrent: false,
    },
    { label: [inline('1. load-data')], status: 'Running', isCurrent: true },
  ],
  edges: [
    { from: 0, to: 1, isInCycle: false },
    { from: 1, to: 1, isInCycle: true },
  ],
};

const written = (drawing: Drawing): string => mermaidGraph(drawing).join('\n');

describe('a graph for Mermaid', () => {
  test('says each job and each edge on a line, with the classes that occur', () => {
    expect(screen(mermaidGraph(two))).toBe(`
flowchart TD
  n0["Extract #34;EU#34; v2.1<br/>Completed"]:::completed
  n1["1#46; load-data"]:::running
  n0 --> n1
  n1 -.-> n1
  classDef completed fill:#dcf2dc,stroke:#2e7d32,color:#1b1b1b
  classDef running fill:#d6ecfa,stroke:#1f6f9f,color:#1b1b1b
  style n1 stroke-width:4px
  linkStyle 1 stroke:#b3261e
`);
  });

  test('is read by Mermaid as it was meant', async () => {
    expect(await parseMermaid(written(two))).toEqual({
      nodes: [
        { id: 'n0', label: 'Extract "EU" v2.1\nCompleted' },
        { id: 'n1', label: '1. load-data' },
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
    expect(labelsOf(await parseMermaid(written(drawing)))).toEqual([inline(name)]);
  });

  test('is read with the same jobs and edges, whatever the names are', async () => {
    await fc.assert(
      fc.asyncProperty(anyDrawing, async (drawing) => {
        const parsed = await parseMermaid(written(drawing));
        expect(labelsOf(parsed)).toEqual(drawing.nodes.map(({ label }) => label.join('\n')));
        expect(parsed.edges).toEqual(idsOf(drawing));
      }),
      { numRuns: 100 },
    );
  });
});
