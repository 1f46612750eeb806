import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { Graphviz } from '@hpcc-js/wasm-graphviz';

/** A graph as its own program reads it. */
export interface ParsedGraph {
  nodes: { id: string; label: string }[];
  edges: [from: string, to: string][];
}

interface GraphvizJson {
  objects?: { _gvid: number; name: string; label: string }[];
  edges?: { tail: number; head: number }[];
}

const require = createRequire(import.meta.url);
const graphviz = Graphviz.load();

/** Reads a graph with Graphviz itself; rejects with its message what it can't read. Labels are as they are written. */
export async function parseDot(text: string): Promise<ParsedGraph> {
  const answer = (await graphviz).layout(text, 'dot_json', 'nop');
  const { objects = [], edges = [] } = JSON.parse(answer) as GraphvizJson;
  const names = new Map(objects.map((object) => [object._gvid, object.name]));
  return {
    nodes: objects.map(({ name, label }) => ({ id: name, label: readDotLabel(label) })),
    edges: edges.map(({ tail, head }) => [names.get(tail) ?? '', names.get(head) ?? '']),
  };
}

/** What Graphviz draws for a label: `\n` ends a line, other escapes are their character, `&amp;` is an ampersand. */
const readDotLabel = (label: string): string =>
  label
    .replace(/\\(.)/gsu, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped))
    .replaceAll('&amp;', '&');

interface Mermaid {
  initialize(config: object): void;
  mermaidAPI: { getDiagramFromText(text: string): Promise<{ db: MermaidGraph }> };
}

interface MermaidGraph {
  getVertices(): Map<string, { id: string; text: string; classes: string[] }>;
  getEdges(): { start: string; end: string }[];
}

/** Mermaid's own bundle. It asks for a browser when it is loaded and for none of it to read a text. */
function loadMermaid(): Mermaid {
  const file = require.resolve('@mermaid-js/tiny');
  const browser: Record<string, unknown> = {
    document: { nodeType: 9, createElement: () => ({}) },
    Element: class {},
    addEventListener: () => {},
    structuredClone,
  };
  browser['window'] = browser;
  runInContext(readFileSync(file, 'utf8'), createContext(browser));
  const mermaid = browser['mermaid'] as Mermaid;
  mermaid.initialize({ startOnLoad: false });
  return mermaid;
}

let mermaid: Mermaid | undefined;

/** Reads a flowchart with Mermaid itself; rejects with its message what it can't read. */
export async function parseMermaid(text: string): Promise<ParsedGraph> {
  mermaid ??= loadMermaid();
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return {
    nodes: [...db.getVertices().values()].map((node) => ({
      id: node.id,
      label: readMermaidLabel(node.text),
    })),
    edges: db.getEdges().map(({ start, end }) => [start, end]),
  };
}

/** Mermaid holds an entity as signs of its own until it draws it; here all of them are numbers. */
const readMermaidLabel = (text: string): string =>
  text
    .replaceAll('<br/>', '\n')
    .replace(/ﬂ°°(\d+)¶ß/gu, (_, code: string) => String.fromCodePoint(Number(code)));
