import type { Neighbours } from './reach.js';
import { closest, wayTo } from './reach.js';

/** The cycles of a graph. */
export interface Cycles {
  /** Of each group of jobs that wait for each other the shortest cycle through its first one: `[a, b]` is a → b → a. */
  shortest: string[][];
  /** The group that a job belongs to; jobs in no cycle have none. */
  groupOf: ReadonlyMap<string, number>;
}

/**
 * Finds the groups of jobs that wait for each other, a job that waits for itself among them. Linear (Kosaraju's
 * algorithm), without recursion: a graph may be deeper than the stack.
 */
export function findCycles(keys: Iterable<string>, after: Neighbours, before: Neighbours): Cycles {
  const groupOf = new Map<string, number>();
  const shortest: string[][] = [];
  const seen = new Set<string>();
  for (const key of finishOrder(keys, after).reverse()) {
    if (seen.has(key)) continue;
    const group = [...closest(before, [key], (next) => !seen.has(next)).keys()];
    for (const member of group) seen.add(member);
    const cycle = shortestCycle(key, new Set(group), after);
    if (cycle === undefined) continue;
    for (const member of group) groupOf.set(member, shortest.length);
    shortest.push(cycle);
  }
  return { shortest, groupOf };
}

/** The places in the order in which a walk into the depth leaves them for good. */
function finishOrder(keys: Iterable<string>, neighbours: Neighbours): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const start of keys) {
    const walk = seen.has(start) ? [] : [enter(start, neighbours, seen)];
    for (let at = walk.at(-1); at !== undefined; at = walk.at(-1)) {
      const step = at.steps.next();
      if (step.done === true) order.push(walk.pop()?.key ?? start);
      else if (!seen.has(step.value)) walk.push(enter(step.value, neighbours, seen));
    }
  }
  return order;
}

function enter(
  key: string,
  neighbours: Neighbours,
  seen: Set<string>,
): { key: string; steps: Iterator<string> } {
  seen.add(key);
  return { key, steps: (neighbours.get(key) ?? new Set<string>()).values() };
}

function shortestCycle(
  key: string,
  group: ReadonlySet<string>,
  after: Neighbours,
): string[] | undefined {
  if (after.get(key)?.has(key) === true) return [key];
  if (group.size === 1) return undefined;
  const reached = closest(after, [key], (next) => group.has(next));
  const last = [...reached.keys()].find((member) => after.get(member)?.has(key));
  return last === undefined ? undefined : wayTo(reached, last);
}
