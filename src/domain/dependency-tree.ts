import type { Neighbours } from './reach.js';

/** A line of a tree that is drawn from its root. */
export interface TreeItem {
  /** The job's key; `undefined` for the line that counts the brothers left out. */
  key: string | undefined;
  /** 0 for the neighbours of the root. */
  depth: number;
  isLast: boolean;
  hasChildren: boolean;
  /** `again`: its own branch is drawn elsewhere; `cycle`: it is one of those that this line hangs on. */
  seen: 'first' | 'again' | 'cycle';
  /** How many brothers are left out; 0 for jobs. */
  leftOut: number;
}

/** How much of a tree is drawn. */
export interface TreeLimits {
  /** The most children of one job. */
  children: number;
  /** The most jobs in all, each counted once. */
  jobs: number;
}

interface Branch {
  key: string;
  children: readonly string[];
  next: number;
}

interface Walk {
  items: TreeItem[];
  seen: Set<string>;
  /** The jobs from the root to where the walk is. */
  open: Set<string>;
  branches: Branch[];
  limits: TreeLimits;
  childrenOf: (key: string) => readonly string[];
}

/**
 * The tree of all that can be reached from `root`, each branch followed once: a job that is met again is a reference,
 * and one that is met on its own branch closes a cycle and is not followed. Lines are in the order of drawing.
 * `urgency` puts the jobs with the lower number first where not all can be drawn.
 */
export function dependencyTree(
  root: string,
  neighbours: Neighbours,
  limits: TreeLimits,
  urgency: (key: string) => number,
): TreeItem[] {
  const childrenOf = (key: string): readonly string[] => {
    const children = [...(neighbours.get(key) ?? [])];
    return children.length > limits.children
      ? children.sort((a, b) => urgency(a) - urgency(b))
      : children;
  };
  const walk: Walk = {
    items: [],
    seen: new Set(),
    open: new Set(),
    branches: [],
    limits,
    childrenOf,
  };
  enter(walk, root, childrenOf(root));
  for (let at = walk.branches.at(-1); at !== undefined; at = walk.branches.at(-1)) {
    const key = isFull(walk, at) ? undefined : at.children[at.next];
    if (key === undefined) leave(walk, at);
    else step(walk, at, key);
  }
  return walk.items;
}

const isFull = ({ limits, seen }: Walk, branch: Branch): boolean =>
  branch.next >= limits.children || seen.size > limits.jobs;

function enter(walk: Walk, key: string, children: readonly string[]): void {
  walk.seen.add(key);
  walk.open.add(key);
  walk.branches.push({ key, children, next: 0 });
}

function leave(walk: Walk, branch: Branch): void {
  const leftOut = branch.children.length - branch.next;
  const depth = walk.branches.length - 1;
  if (leftOut > 0) {
    walk.items.push({
      key: undefined,
      depth,
      isLast: true,
      hasChildren: false,
      seen: 'first',
      leftOut,
    });
  }
  walk.branches.pop();
  walk.open.delete(branch.key);
}

function step(walk: Walk, branch: Branch, key: string): void {
  branch.next += 1;
  const seen = howSeen(walk, key);
  const children = seen === 'first' ? walk.childrenOf(key) : [];
  walk.items.push({
    key,
    depth: walk.branches.length - 1,
    isLast: branch.next === branch.children.length,
    hasChildren: children.length > 0,
    seen,
    leftOut: 0,
  });
  if (seen === 'first') enter(walk, key, children);
}

function howSeen({ seen, open }: Walk, key: string): TreeItem['seen'] {
  if (!seen.has(key)) return 'first';
  return open.has(key) ? 'cycle' : 'again';
}
