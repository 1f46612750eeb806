import { type DependenciesBody, isFinal } from '../../contract/index.js';
import type { DependencyGraph } from '../../domain/dependency-graph.js';
import { shortIdLength } from '../../domain/short-ids.js';
import { type WhyBlocked, whyBlocked } from '../../domain/why-blocked.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { treeGuides } from '../../render/tree.js';
import { word } from '../../render/words.js';
import { jobRow } from './job-row.js';
import { jobBlocks } from './job-rows.js';
import { sentence, title } from './sentence.js';
import { cyclesView, jobName } from './view-cycles.js';
import { conditionsView, resourcesView } from './view-needs.js';
import { jobList, levelsOf } from './view-tree.js';

/** The chain from the job to what blocks it, and what else does; or that nothing blocks it. */
export function whyView(graph: DependencyGraph, body: DependenciesBody, look: Look): SafeText[] {
  const words = look.messages.deps;
  const { strong } = look.theme;
  const { status } = graph.jobs.get(graph.current) ?? {};
  if (isFinal(status)) {
    return sentence(words.alreadyEnded(word('status', status, look.messages)), strong, look);
  }
  const why = whyBlocked(graph, body);
  return [
    ...sentence(whyHeadline(graph, why, look), strong, look),
    ...chainView(graph, why, look),
    ...othersView(graph, why, look),
    ...cyclesView(graph, why.cycles, look),
    ...conditionsView(why.conditions, words.openConditions, look),
    ...resourcesView(why.resources, words.missingResources, look),
  ];
}

/** What a job waits for, in a sentence. */
export function whyHeadline(graph: DependencyGraph, why: WhyBlocked, look: Look): string {
  const words = look.messages.deps;
  const blocker = why.chain.at(-1);
  if (blocker !== undefined) {
    const { status } = graph.jobs.get(blocker) ?? {};
    const name = jobName(graph, blocker, look);
    if (!isFinal(status)) return words.waitsFor(name);
    return words.waitsInVain(name, word('status', status, look.messages));
  }
  if (why.cycles.length > 0) return words.waitsForCycle;
  const hasOther = why.conditions.length + why.resources.length > 0;
  return hasOther ? words.waitsForOther : words.nothingBlocks;
}

function chainView(graph: DependencyGraph, { chain, others }: WhyBlocked, look: Look): SafeText[] {
  const last = chain.length - 1;
  if (last < 0) return [];
  const idColumns = shortIdLength([...chain, ...others]);
  const levels = levelsOf(look);
  const guides = treeGuides(
    chain.slice(1).map((_, depth) => ({ depth, isLast: true, hasChildren: depth + 1 < last })),
    { direction: 'down', levels },
    look.symbols,
  );
  const blocks = inline(`(${look.messages.deps.blocks})`);
  const rows = chain.map((key, index) => {
    const level = index > levels ? [safe`[${index}]`] : [];
    const marker = join([...level, ...(index === last ? [blocks] : [])], safe` `);
    const row = { ...jobRow(graph, key, idColumns, look), marker };
    return { own: safe``, below: safe``, ...guides[index - 1], row };
  });
  return [safe``, ...jobBlocks(rows, look).flat()];
}

function othersView(graph: DependencyGraph, { others }: WhyBlocked, look: Look): SafeText[] {
  if (others.length === 0) return [];
  const idColumns = shortIdLength(others);
  const rowOf = (key: string) => jobRow(graph, key, idColumns, look);
  return [...title(look.messages.deps.alsoBlocked, look), ...jobList(others, rowOf, look)];
}
