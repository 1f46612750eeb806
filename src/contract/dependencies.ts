import * as v from 'valibot';
import { maybe, Timestamp } from './parts.js';

/** A job that has to be done before this one. `dependency` says why. */
const PrerequisiteJobSchema = v.looseObject({
  jobId: v.string(),
  jobName: maybe(v.string()),
  status: maybe(v.string()),
  completedAt: maybe(Timestamp),
  dependency: maybe(v.string()),
});

/** A job that waits for this one. */
const DependentJobSchema = v.looseObject({
  jobId: v.string(),
  jobName: maybe(v.string()),
  status: maybe(v.string()),
  waitingFor: maybe(v.string()),
});

/** Something other than a job that this job needs: a data set, a node. */
const ResourceDependencySchema = v.looseObject({
  resourceType: maybe(v.string()),
  resourceId: maybe(v.string()),
  resourceName: maybe(v.string()),
  status: maybe(v.string()),
  lastModified: maybe(Timestamp),
  allocatedAt: maybe(Timestamp),
});

/** A condition that holds, or held, the job back. */
const BlockingConditionSchema = v.looseObject({
  condition: maybe(v.string()),
  status: maybe(v.string()),
  resolvedAt: maybe(Timestamp),
  resolution: maybe(v.string()),
});

const GraphNodeSchema = v.looseObject({
  id: v.string(),
  type: maybe(v.string()),
  status: maybe(v.string()),
});

/** `from` has to be done before `to`. */
const GraphEdgeSchema = v.looseObject({
  from: v.string(),
  to: v.string(),
  type: maybe(v.string()),
});

/** The body of `GET /job/{jobId}/dependencies`. */
export const DependenciesBodySchema = v.looseObject({
  jobId: maybe(v.string()),
  dependencies: v.looseObject({
    prerequisiteJobs: maybe(v.array(PrerequisiteJobSchema)),
    resourceDependencies: maybe(v.array(ResourceDependencySchema)),
    dependentJobs: maybe(v.array(DependentJobSchema)),
  }),
  blockingConditions: maybe(v.array(BlockingConditionSchema)),
  dependencyGraph: maybe(
    v.looseObject({
      nodes: maybe(v.array(GraphNodeSchema)),
      edges: maybe(v.array(GraphEdgeSchema)),
    }),
  ),
});

export type PrerequisiteJob = v.InferOutput<typeof PrerequisiteJobSchema>;
export type DependentJob = v.InferOutput<typeof DependentJobSchema>;
export type ResourceDependency = v.InferOutput<typeof ResourceDependencySchema>;
export type BlockingCondition = v.InferOutput<typeof BlockingConditionSchema>;
export type GraphNode = v.InferOutput<typeof GraphNodeSchema>;
export type GraphEdge = v.InferOutput<typeof GraphEdgeSchema>;
export type DependenciesBody = v.InferOutput<typeof DependenciesBodySchema>;
