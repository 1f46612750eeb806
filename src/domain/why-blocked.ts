import {
  type BlockingCondition,
  conditions,
  type DependenciesBody,
  isFinal,
  type ResourceDependency,
  statuses,
} from '../contract/index.js';
import { findCycles } from './dependency-cycles.js';
import type { DependencyGraph } from './dependency-graph.js';
import { closest, wayTo } from './reach.js';

/** What a job waits for. */
export interface WhyBlocked {
  /**
   * The shortest way from the job to what blocks it: its last one is not done and waits for nothing itself. One that
   * failed or was cancelled is taken before one that may still be done.
   */
  chain: string[];
  /** Other jobs that block it and wait for nothing themselves, in the same order: ended ones, then the nearest. */
  others: string[];
  /** Jobs among those it waits for that wait for each other, as {@link findCycles} gives them. */
  cycles: string[][];
  /** Conditions that are not resolved. */
  conditions: BlockingCondition[];
  /** Resources that are not there yet. */
  resources: ResourceDependency[];
}

/** Whether a condition still holds the job back. */
export const isOpenCondition = ({ status, resolvedAt }: BlockingCondition): boolean =>
  resolvedAt == null && conditions.canonical(status) !== 'Resolved';

/** Whether a resource is said to be something other than there. An unknown status counts as not there. */
export function isMissingResource({ status }: ResourceDependency): boolean {
  if (status == null) return false;
  const known = conditions.canonical(status);
  return known === undefined || known === 'Unavailable';
}

/**
 * Why a job can't go on: the unfinished jobs before it, followed to those that wait for nothing, open conditions and
 * missing resources. A prerequisite that failed or was cancelled blocks as one that still runs does.
 */
export function whyBlocked(graph: DependencyGraph, body: DependenciesBody): WhyBlocked {
  const isUnfinished = (key: string): boolean =>
    statuses.canonical(graph.jobs.get(key)?.status) !== 'Completed';
  const reached = closest(graph.before, [graph.current], isUnfinished);
  const waits = (key: string): boolean =>
    [...(graph.before.get(key) ?? [])].some((next) => reached.has(next));
  const isEnded = (key: string): boolean => isFinal(graph.jobs.get(key)?.status);
  const roots = [...reached.keys()]
    .filter((key) => key !== graph.current && !waits(key))
    .sort((a, b) => Number(isEnded(b)) - Number(isEnded(a)));
  const [nearest, ...others] = roots;
  return {
    chain: nearest === undefined ? [] : wayTo(reached, nearest),
    others,
    cycles: findCycles(reached.keys(), within(graph.after, reached), within(graph.before, reached))
      .shortest,
    conditions: (body.blockingConditions ?? []).filter(isOpenCondition),
    resources: (body.dependencies.resourceDependencies ?? []).filter(isMissingResource),
  };
}

function within(
  neighbours: DependencyGraph['before'],
  places: ReadonlyMap<string, unknown>,
): DependencyGraph['before'] {
  return new Map(
    [...places.keys()].map((key) => [
      key,
      new Set([...(neighbours.get(key) ?? [])].filter((next) => places.has(next))),
    ]),
  );
}
