import type { GraphEdge, GraphNode, NodeType } from '../../contract/index.js';
import type { Store } from '../store/port.js';
import type { JobRecord } from '../store/records.js';

/** The most jobs in one graph: it is there to be read. */
const GRAPH_JOBS_MAX = 500;

/** A graph around one job. */
export type JobGraph = { nodes: GraphNode[]; edges: GraphEdge[] };

type Links = Pick<Store, 'job' | 'prerequisites' | 'dependents'>;

/**
 * Everything that has to be done before a job and everything that waits for it, however far away, nearest first. A
 * prerequisite that is not kept any more is left out.
 */
export function walkDependencies(store: Links, job: JobRecord): JobGraph {
  const current: GraphNode = { id: job.id, type: 'CurrentJob', status: job.status };
  const before = walk(store, job.id, (id) => store.prerequisites(id), 'PrerequisiteJob');
  const after = walk(store, job.id, (id) => store.dependents(id), 'DependentJob');
  return {
    nodes: [...before.nodes.toReversed(), current, ...after.nodes],
    edges: [
      ...before.links
        .map(([near, far]): GraphEdge => ({ from: far, to: near, type: 'prerequisite' }))
        .toReversed(),
      ...after.links.map(([near, far]): GraphEdge => ({ from: near, to: far, type: 'dependency' })),
    ],
  };
}

function walk(
  store: Links,
  start: string,
  next: (id: string) => readonly string[],
  type: NodeType,
) {
  const found = new Map<string, GraphNode>();
  const links: [near: string, far: string][] = [];
  const open = [start];
  for (const near of open) {
    for (const far of next(near)) {
      const isNew = !found.has(far);
      const job = isNew && found.size < GRAPH_JOBS_MAX ? store.job(far) : undefined;
      if (job !== undefined) {
        found.set(far, { id: far, type, status: job.status });
        open.push(far);
      }
      if (found.has(far)) links.push([near, far]);
    }
  }
  return { nodes: [...found.values()], links };
}
