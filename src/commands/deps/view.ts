import type { DependenciesBody } from '../../contract/index.js';
import { findCycles } from '../../domain/dependency-cycles.js';
import { type DependencyGraph, dependencyGraph } from '../../domain/dependency-graph.js';
import { dotGraph } from '../../render/dot.js';
import type { Look } from '../../render/look.js';
import { mermaidGraph } from '../../render/mermaid.js';
import type { SafeText } from '../../render/safe-text.js';
import { drawing } from './drawing.js';
import type { DepsOptions } from './options.js';
import { cyclesView } from './view-cycles.js';
import { conditionsView, resourcesView } from './view-needs.js';
import { treeView } from './view-tree.js';
import { whyView } from './view-why.js';

/** Dependencies and how they are to be shown. */
export interface DepsState {
  body: DependenciesBody;
  /** The job that was asked for. */
  jobId: string;
  options: Pick<DepsOptions, 'format' | 'why'>;
}

/** Dependencies for people, or as a graph for another program. A tree of nothing is empty. */
export function depsView({ body, jobId, options }: DepsState, look: Look): SafeText[] {
  const graph = dependencyGraph(body, jobId);
  if (options.format === 'dot') return dotGraph(drawing(graph, look));
  if (options.format === 'mermaid') return mermaidGraph(drawing(graph, look));
  if (options.why) return whyView(graph, body, look);
  return isEmpty(graph, body) ? [] : wholeView(graph, body, look);
}

/** Whether the job depends on nothing and nothing on it. */
export function isEmpty(graph: DependencyGraph, body: DependenciesBody): boolean {
  const resources = body.dependencies.resourceDependencies ?? [];
  const conditions = body.blockingConditions ?? [];
  return graph.jobs.size + graph.after.size + resources.length + conditions.length <= 1;
}

function wholeView(graph: DependencyGraph, body: DependenciesBody, look: Look): SafeText[] {
  const words = look.messages.deps;
  const { shortest } = findCycles(graph.jobs.keys(), graph.after, graph.before);
  return [
    ...treeView(graph, look),
    ...cyclesView(graph, shortest, look),
    ...resourcesView(body.dependencies.resourceDependencies ?? [], words.resources, look),
    ...conditionsView(body.blockingConditions ?? [], words.conditions, look),
  ];
}
