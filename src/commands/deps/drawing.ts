import { findCycles } from '../../domain/dependency-cycles.js';
import type { DependencyGraph } from '../../domain/dependency-graph.js';
import type { Drawing, DrawnNode } from '../../render/graph-drawing.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { word } from '../../render/words.js';

/** A dependency graph for another program to draw: each job with its name, status and id. */
export function drawing(graph: DependencyGraph, look: Look): Drawing {
  const keys = [...graph.jobs.keys()];
  const places = new Map(keys.map((key, index) => [key, index]));
  const { groupOf } = findCycles(keys, graph.after, graph.before);
  const isInCycle = (from: string, to: string): boolean =>
    groupOf.has(from) && groupOf.get(from) === groupOf.get(to);
  return {
    nodes: keys.map((key) => drawnNode(graph, key, look)),
    edges: [...graph.after].flatMap(([from, followers]) =>
      [...followers].map((to) => ({
        from: places.get(from) ?? 0,
        to: places.get(to) ?? 0,
        isInCycle: isInCycle(from, to),
      })),
    ),
  };
}

function drawnNode(graph: DependencyGraph, key: string, look: Look): DrawnNode {
  const job = graph.jobs.get(key) ?? { id: key };
  const isCurrent = key === graph.current;
  const own = isCurrent ? look.messages.words.nodeType.CurrentJob : undefined;
  const name = job.name ?? own;
  const status = job.status === undefined ? undefined : word('status', job.status, look.messages);
  const lines = name === undefined ? [job.id, status] : [name, status, job.id];
  const label: SafeText[] = lines.flatMap((line) =>
    line === undefined || line === '' ? [] : [inline(line)],
  );
  return { label: label.length === 0 ? [safe`-`] : label, status: job.status, isCurrent };
}
