import { statuses } from '../../../contract/index.js';
import type { StageProgress } from '../../../domain/stage-progress.js';

/** How a stage stands: those that are active are always shown, the others fold where there is no room. */
export type StageGroup = 'ended' | 'active' | 'coming';

/** A failed stage and one in a state that nobody knows are as much worth seeing as one that runs. */
function groupOf({ stage, times }: StageProgress): StageGroup {
  switch (statuses.canonical(stage.status)) {
    case 'Completed':
    case 'Cancelled':
      return 'ended';
    case 'Pending':
    case 'Queued':
      return 'coming';
    case undefined:
      if (stage.status != null) return 'active';
      return { ended: 'ended', running: 'active', waiting: 'coming' }[times.phase] as StageGroup;
    default:
      return 'active';
  }
}

/** How many stages there are of each group. */
export function countGroups(stages: readonly StageProgress[]): Record<StageGroup, number> {
  const counts: Record<StageGroup, number> = { ended: 0, active: 0, coming: 0 };
  for (const stage of stages) counts[groupOf(stage)] += 1;
  return counts;
}

/** Stages that have a row each, in their order, and those that a line stands for. */
export interface ShownStages {
  shown: readonly StageProgress[];
  /** Without entries where all of a group are shown, and where there is no row for a line either. */
  folded: Readonly<Record<StageGroup, readonly StageProgress[]>>;
}

/**
 * Chooses what is shown in so many rows for each group. A group that has too few rows folds into the last of them: of
 * ended stages the latest stay, of coming ones the next, of active ones those that failed.
 */
export function foldStages(
  stages: readonly StageProgress[],
  rows: Readonly<Record<StageGroup, number>>,
): ShownStages {
  const groups: Record<StageGroup, StageProgress[]> = { ended: [], active: [], coming: [] };
  for (const stage of stages) groups[groupOf(stage)].push(stage);
  groups.active.sort((a, b) => Number(hasFailed(b)) - Number(hasFailed(a)));
  groups.ended.reverse();
  const kept = new Set<StageProgress>();
  const folded: Record<StageGroup, readonly StageProgress[]> = {
    ended: [],
    active: [],
    coming: [],
  };
  for (const group of ['ended', 'active', 'coming'] as const) {
    const all = groups[group];
    const room = all.length <= rows[group] ? all.length : Math.max(0, rows[group] - 1);
    for (const stage of all.slice(0, room)) kept.add(stage);
    if (rows[group] > 0) folded[group] = all.slice(room);
  }
  return { shown: stages.filter((stage) => kept.has(stage)), folded };
}

const hasFailed = ({ stage }: StageProgress): boolean =>
  statuses.canonical(stage.status) === 'Failed';
