import type { DependenciesBody, DependentJob, PrerequisiteJob } from '../../src/contract/index.js';

/** What a test says of the dependencies of the job `me`. */
export interface DepsSketch {
  /** `a > b`: a has to be done before b. */
  edges?: readonly string[];
  /** The statuses of the graph's nodes. */
  nodes?: Readonly<Record<string, string>>;
  before?: PrerequisiteJob[];
  after?: DependentJob[];
}

/** The body for a sketch. */
export function deps({ edges = [], nodes = {}, before, after }: DepsSketch): DependenciesBody {
  return {
    jobId: 'me',
    dependencies: { prerequisiteJobs: before, dependentJobs: after },
    dependencyGraph: {
      nodes: Object.entries(nodes).map(([id, status]) => ({ id, status })),
      edges: edges.map((edge) => {
        const [from = '', to = ''] = edge.split(' > ');
        return { from, to };
      }),
    },
  };
}

/** `count` names: `job 0`, `job 1` … */
export const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `job ${index}`);
