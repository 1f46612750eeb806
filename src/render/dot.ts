import {
  CYCLE_COLOR,
  type Drawing,
  type DrawnNode,
  nodeColors,
  TEXT_COLOR,
} from './graph-drawing.js';
import { inline, join, type SafeText, safe } from './safe-text.js';

/** A graph in Graphviz's language. */
export function dotGraph({ nodes, edges }: Drawing): SafeText[] {
  return [
    safe`digraph dependencies {`,
    safe`  graph [rankdir=TB];`,
    safe`  node [shape=box, style="rounded,filled", fontname="sans-serif", fontcolor=${quoted(TEXT_COLOR)}];`,
    ...nodes.map((node, index) => safe`  n${index} [${nodeAttributes(node)}];`),
    ...edges.map(({ from, to, isInCycle }) =>
      isInCycle
        ? safe`  n${from} -> n${to} [color=${quoted(CYCLE_COLOR)}, style=dashed];`
        : safe`  n${from} -> n${to};`,
    ),
    safe`}`,
  ];
}

function nodeAttributes({ label, status, isCurrent }: DrawnNode): SafeText {
  const { fill, line } = nodeColors(status);
  const attributes = [
    safe`label="${join(label.map(dotText), safe`\\n`)}"`,
    safe`fillcolor=${quoted(fill)}`,
    safe`color=${quoted(line)}`,
    ...(isCurrent ? [safe`penwidth=3`] : []),
  ];
  return join(attributes, safe`, `);
}

const quoted = (own: string): SafeText => safe`"${inline(own)}"`;

/**
 * A text for a label in double quotes. A backslash begins an escape and an ampersand an entity there (Graphviz,
 * "escString" and "HTML entities"); neither the text nor its quotes end the label.
 */
const dotText = (text: SafeText): SafeText =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;') as SafeText;
