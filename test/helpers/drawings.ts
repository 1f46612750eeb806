import fc from 'fast-check';
import type { Drawing } from '../../src/render/graph-drawing.js';
import { inline } from '../../src/render/safe-text.js';
import type { ParsedGraph } from './graph-parsers.js';

/** Names that mean something to the languages of graphs. */
export const hostileNames: readonly string[] = [
  'say "hello"',
  'C:\\temp\\new \\N \\G \\',
  'a]b[c{d}e(f)g<h>i|j',
  'end',
  'subgraph x end',
  'graph TD; a-->b',
  'digraph { a -> b }',
  '"]; evil [label="x',
  'n0"]:::running --> n1',
  'style a fill:#f00;',
  'classDef x fill:#f00;',
  '#quot; &quot; &#34; &amp;amp;',
  '`**bold** _it_`',
  '1. first',
  '- item',
  '%% comment',
  '// comment /* more */',
  '--- x ---',
  'a\nb\r\nc',
  '<img src=x onerror=alert(1)>',
  '<br/>',
  'www.example.com https://example.com',
  'ﬂ°quot¶ß',
  '日本語のジョブ名',
  'Müşteri Yolculuğu',
  '🚀 rocket',
  '@{ shape: circle }',
  'x'.repeat(20_000),
];

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '\\',
    '#',
    '&',
    ';',
    '<',
    '>',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '|',
    '`',
    '\n',
    '\u001b[2J',
  ),
  fc.constantFrom(
    'end',
    ' ',
    '-->',
    ':::',
    '%%',
    '🚀',
    '日本',
    '\u0000',
    '\ud800',
    '1. ',
    '--',
    '@',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** A label that is not empty and has no blanks at its ends, where both languages would drop them. */
const name = fc.array(piece, { maxLength: 8 }).map((pieces) => inline(`x${pieces.join('')}x`));

/** Any graph of up to eight jobs with any names. */
export const anyDrawing: fc.Arbitrary<Drawing> = fc
  .array(
    fc.record({
      label: fc.array(name, { minLength: 1, maxLength: 3 }),
      status: fc.option(fc.constantFrom('Running', 'Completed', 'Failed', 'Odd'), {
        nil: undefined,
      }),
      isCurrent: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((nodes) => {
    const place = fc.nat(nodes.length - 1);
    const edge = fc.record({ from: place, to: place, isInCycle: fc.boolean() });
    return fc.record({ nodes: fc.constant(nodes), edges: fc.array(edge, { maxLength: 10 }) });
  });

/** The labels of a graph that was read, in the order of its jobs. */
export const labelsOf = ({ nodes }: ParsedGraph): string[] =>
  [...nodes]
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
    .map(({ label }) => label);

/** The edges of a drawing as both languages name them. */
export const idsOf = ({ edges }: Drawing): [string, string][] =>
  edges.map(({ from, to }) => [`n${from}`, `n${to}`]);
