import type { DependencyGraph, DependencyJob } from '../../domain/dependency-graph.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { statusSymbol } from '../../render/symbols.js';
import { type Paint, statusPaint } from '../../render/theme.js';
import { word } from '../../render/words.js';

/** What stands for a name where there is none: the first group of a GUID. */
const STAND_IN_COLUMNS = 8;

/** What is shown of a job in a line. */
export interface JobRow {
  /** Empty for a line that is about no single job. */
  sign: SafeText;
  paint: Paint;
  /** The name, else the id: on a terminal the beginning of a long one, since the whole has a column. */
  name: SafeText;
  /** Whether the name is one, and not the beginning of the id. */
  isNamed: boolean;
  namePaint: Paint;
  status: SafeText;
  /** Empty where the id stands in place of the name. */
  id: SafeText;
  /** How many characters of the id tell it apart. */
  shortIdColumns: number;
  /** Why the branch does not go on here; else empty. */
  marker: SafeText;
  /** What is known besides, each a sentence or less. */
  notes: readonly SafeText[];
}

/** The line of a job. Why it is needed and when it was done is told once, where its own branch is. */
export function jobRow(
  graph: DependencyGraph,
  key: string,
  shortIdColumns: number,
  look: Look,
): JobRow {
  const job = graph.jobs.get(key) ?? { id: key };
  const isCurrent = key === graph.current;
  const name = isCurrent ? look.messages.words.nodeType.CurrentJob : job.name;
  const isLong = look.terminal && job.id.length > 2 * STAND_IN_COLUMNS;
  const standIn = isLong ? job.id.slice(0, STAND_IN_COLUMNS) : job.id;
  return {
    sign: statusSymbol(look.symbols, job.status),
    paint: statusPaint(look.theme, job.status),
    name: inline(name ?? standIn),
    isNamed: name !== undefined || !isLong,
    namePaint: isCurrent ? look.theme.strong : look.theme.plain,
    status: word('status', job.status, look.messages),
    id: name === undefined && !isLong ? safe`` : inline(job.id),
    shortIdColumns,
    marker: safe``,
    notes: isCurrent ? [] : notesOf(job, look),
  };
}

function notesOf(job: DependencyJob, { formats, messages }: Look): SafeText[] {
  const { waitingFor, completedAt } = messages.deps;
  return [
    ...(job.dependency === undefined ? [] : [inline(job.dependency)]),
    ...(job.waitingFor === undefined ? [] : [inline(waitingFor(job.waitingFor))]),
    ...(job.completedAt === undefined ? [] : [inline(completedAt(formats.when(job.completedAt)))]),
  ];
}

/** A line about several jobs or none. */
export const plainRow = (text: SafeText, look: Look): JobRow => ({
  sign: safe``,
  paint: look.theme.plain,
  name: text,
  isNamed: true,
  namePaint: look.theme.faint,
  status: safe``,
  id: safe``,
  shortIdColumns: 0,
  marker: safe``,
  notes: [],
});
