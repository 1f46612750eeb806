import type { DependencyGraph } from '../../domain/dependency-graph.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { wrap } from '../../render/width.js';
import { title } from './sentence.js';

/** Of a longer cycle a terminal shows the beginning and the end. */
const MOST_SHOWN = 12;
const SHOWN_AT_END = 3;

/** What a job is called in a sentence. */
export function jobName(graph: DependencyGraph, key: string, look: Look): SafeText {
  if (key === graph.current) return inline(look.messages.words.nodeType.CurrentJob);
  const job = graph.jobs.get(key);
  return inline(job?.name ?? job?.id ?? key);
}

/** The cycles of a graph, named one by one: a → b → a. Nothing where there are none. */
export function cyclesView(
  graph: DependencyGraph,
  cycles: readonly (readonly string[])[],
  look: Look,
): SafeText[] {
  if (cycles.length === 0) return [];
  const lines = cycles.flatMap((cycle) => cycleLines(graph, cycle, look));
  return [...title(look.messages.deps.cycles, look), ...lines];
}

function cycleLines(graph: DependencyGraph, cycle: readonly string[], look: Look): SafeText[] {
  const { symbols, theme } = look;
  const names = [...cycle, ...cycle.slice(0, 1)].map((key) => jobName(graph, key, look));
  const way = join(shortened(names, look), safe` ${symbols.arrow} `);
  if (!look.terminal) return [way];
  return wrap(way, Math.max(8, look.width - 2)).map((line, index) =>
    index === 0 ? safe`${theme.caution(symbols.warning)} ${line}` : safe`  ${line}`,
  );
}

function shortened(names: readonly SafeText[], look: Look): readonly SafeText[] {
  if (!look.terminal || names.length <= MOST_SHOWN) return names;
  const start = names.slice(0, MOST_SHOWN - SHOWN_AT_END);
  const left = look.formats.number(names.length - MOST_SHOWN);
  const middle = safe`${look.symbols.ellipsis} ${inline(look.messages.deps.more(left))}`;
  return [...start, middle, ...names.slice(-SHOWN_AT_END)];
}
