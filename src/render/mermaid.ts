import {
  CYCLE_COLOR,
  type Drawing,
  type DrawnNode,
  type NodeColors,
  nodeColors,
  TEXT_COLOR,
} from './graph-drawing.js';
import { inline, join, type SafeText, safe } from './safe-text.js';

/** How many edges Mermaid draws where its `maxEdges` is not raised. */
export const MERMAID_MAX_EDGES = 500;

/** A graph as a Mermaid flowchart. */
export function mermaidGraph({ nodes, edges }: Drawing): SafeText[] {
  const classes = new Map(nodes.map(({ status }) => [nodeColors(status).name, nodeColors(status)]));
  const inCycle = edges.flatMap(({ isInCycle }, index) => (isInCycle ? [safe`${index}`] : []));
  return [
    safe`flowchart TD`,
    ...nodes.map((node, index) => safe`  n${index}${nodeText(node)}`),
    ...edges.map(({ from, to, isInCycle }) =>
      isInCycle ? safe`  n${from} -.-> n${to}` : safe`  n${from} --> n${to}`,
    ),
    ...[...classes.values()].map(classLine),
    ...nodes.flatMap(({ isCurrent }, index) =>
      isCurrent ? [safe`  style n${index} stroke-width:4px`] : [],
    ),
    ...(inCycle.length === 0
      ? []
      : [safe`  linkStyle ${join(inCycle, safe`,`)} stroke:${inline(CYCLE_COLOR)}`]),
  ];
}

function nodeText({ label, status }: DrawnNode): SafeText {
  const lines = join(label.map(mermaidText), safe`<br/>`);
  return safe`["${lines}"]:::${inline(nodeColors(status).name)}`;
}

const classLine = ({ name, fill, line }: NodeColors): SafeText =>
  safe`  classDef ${inline(name)} fill:${inline(fill)},stroke:${inline(line)},color:${inline(TEXT_COLOR)}`;

/**
 * What is not left as it is: all ASCII punctuation but what stands inside a word or number, because Mermaid reads
 * labels as Markdown and HTML; and the signs that Mermaid itself puts in place of entities.
 */
const ACTIVE =
  /(?<![\p{L}\p{N}])[-_/]|[-_/](?![\p{L}\p{N}])|(?<!\p{N})\.|\.(?!\p{N})|[!-,:-@[-^`{-~ﬂ¶]/gu;

/** A text for a label in double quotes, with entity codes (Mermaid, "Entity codes to escape characters"). */
const mermaidText = (text: SafeText): SafeText =>
  text.replace(ACTIVE, (character) => `#${character.codePointAt(0)};`) as SafeText;
