import { statuses } from '../../contract/index.js';
import type { DependencyGraph } from '../../domain/dependency-graph.js';
import { dependencyTree, type TreeItem, type TreeLimits } from '../../domain/dependency-tree.js';
import { closest, type Neighbours } from '../../domain/reach.js';
import { shortIdLength } from '../../domain/short-ids.js';
import { foldedLines, MOST_ON_TERMINAL } from '../../render/folded.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { type TreeManner, treeGuides } from '../../render/tree.js';
import { word } from '../../render/words.js';
import { type JobRow, jobRow, plainRow } from './job-row.js';
import { type GuidedRow, jobBlocks } from './job-rows.js';
import { title } from './sentence.js';

/** What a terminal shows of a large graph, before the job and after it; everything is shown where there is no terminal. */
const TERMINAL_LIMITS: TreeLimits = { children: 50, jobs: MOST_ON_TERMINAL / 2 };
const NO_LIMITS: TreeLimits = {
  children: Number.POSITIVE_INFINITY,
  jobs: Number.POSITIVE_INFINITY,
};

/** Levels of branches in a pipe, where no width limits them. Without a limit the branches of a long chain fill a disk. */
const PIPE_LEVELS = 30;

/** The columns that a name with its status needs beside the branches. */
const LEAST_NAME = 50;

const limitsOf = (look: Look): TreeLimits => (look.terminal ? TERMINAL_LIMITS : NO_LIMITS);

/** How many levels of branches there is room for: on a narrow terminal they have a third of it at most. */
export function levelsOf(look: Look): number {
  if (!look.terminal) return PIPE_LEVELS;
  const narrow = Math.min(4, Math.floor(look.width / 9));
  return Math.max(narrow, Math.floor((look.width - LEAST_NAME) / 3));
}

/** What comes before the job above it, what comes after it below, and the graph's other jobs. */
export function treeView(graph: DependencyGraph, look: Look): SafeText[] {
  const idColumns = shortIdLength([...graph.jobs.values()].map(({ id }) => id));
  const rowOf = (key: string): JobRow => jobRow(graph, key, idColumns, look);
  const above = branchRows(graph, reversed(graph.before), 'up', rowOf, look);
  const below = branchRows(graph, graph.after, 'down', rowOf, look);
  const here = { row: rowOf(graph.current), own: safe``, below: safe`` };
  const lines = jobBlocks([...above.reverse(), here, ...below], look).flat();
  return [
    ...lines,
    ...foldedLine(graph, [...above, ...below], look),
    ...otherJobs(graph, rowOf, look),
  ];
}

interface BranchRow extends GuidedRow {
  /** The job that is met here first; `undefined` for any other line. */
  met: string | undefined;
}

function branchRows(
  graph: DependencyGraph,
  neighbours: Neighbours,
  direction: TreeManner['direction'],
  rowOf: (key: string) => JobRow,
  look: Look,
): BranchRow[] {
  const isDone = (key: string): number =>
    statuses.canonical(graph.jobs.get(key)?.status) === 'Completed' ? 1 : 0;
  const items = dependencyTree(graph.current, neighbours, limitsOf(look), isDone);
  const manner = { direction, levels: levelsOf(look) };
  const guides = treeGuides(items, manner, look.symbols);
  return items.map((item, index) => ({
    own: safe``,
    below: safe``,
    ...guides[index],
    row: itemRow(item, manner.levels, rowOf, look),
    met: item.seen === 'first' ? item.key : undefined,
  }));
}

function itemRow(
  item: TreeItem,
  levels: number,
  rowOf: (key: string) => JobRow,
  look: Look,
): JobRow {
  const { messages, formats } = look;
  if (item.key === undefined) {
    return plainRow(inline(messages.deps.more(formats.number(item.leftOut))), look);
  }
  const row = rowOf(item.key);
  const level = item.depth >= levels ? [safe`[${item.depth + 1}]`] : [];
  if (item.seen === 'first') return { ...row, marker: join(level) };
  const marker = inline(`(${messages.deps[item.seen]})`);
  return { ...row, marker: join([...level, marker], safe` `), notes: [] };
}

function foldedLine(graph: DependencyGraph, shown: readonly BranchRow[], look: Look): SafeText[] {
  if (!look.terminal) return [];
  const met = new Set([graph.current, ...shown.map((row) => row.met)]);
  const all = [graph.before, graph.after].flatMap((side) => [
    ...closest(side, [graph.current]).keys(),
  ]);
  const leftOut = all.filter((key) => !met.has(key));
  return foldedLines(
    leftOut.map((key) => word('status', graph.jobs.get(key)?.status, look.messages)),
    look,
  );
}

function otherJobs(graph: DependencyGraph, rowOf: (key: string) => JobRow, look: Look): SafeText[] {
  const before = closest(graph.before, [graph.current]);
  const after = closest(graph.after, [graph.current]);
  const keys = [...graph.jobs.keys()].filter((key) => !before.has(key) && !after.has(key));
  if (keys.length === 0) return [];
  return [...title(look.messages.deps.otherJobs, look), ...jobList(keys, rowOf, look)];
}

/** Jobs below each other without branches, as many as are shown at once. */
export function jobList(
  keys: readonly string[],
  rowOf: (key: string) => JobRow,
  look: Look,
): SafeText[] {
  const most = limitsOf(look).children;
  const rows = keys.slice(0, most).map((key) => rowOf(key));
  const left = keys.length - rows.length;
  const more = look.messages.deps.more(look.formats.number(left));
  if (left > 0) rows.push(plainRow(inline(more), look));
  return jobBlocks(
    rows.map((row) => ({ row, own: safe``, below: safe`  ` })),
    look,
  ).flat();
}

const reversed = (neighbours: Neighbours): Neighbours =>
  new Map([...neighbours].map(([key, next]) => [key, new Set([...next].reverse())]));
