import type { SafeText } from './safe-text.js';
import { width } from './width.js';

/** How many columns each part of a gantt has; two spaces stand between parts. */
export interface GanttLayout {
  name: number;
  plot: number;
  /** 0 where there is no room for notes. */
  note: number;
}

const GAP = 2;

/** The least columns that are worth drawing bars in. */
const LEAST_PLOT = 10;

/** Shares `columns` between names, bars and notes: names get a third at most, notes leave before the bars are lost. */
export function planGantt(
  lanes: readonly { name: SafeText; note: SafeText }[],
  columns: number,
): GanttLayout {
  let name = 0;
  let note = 0;
  for (const lane of lanes) {
    name = Math.max(name, width(lane.name));
    note = Math.max(note, width(lane.note));
  }
  name = Math.min(name, Math.floor(columns / 3));
  const rest = columns - name - GAP;
  const withNote = rest - note - GAP;
  if (note > 0 && withNote >= LEAST_PLOT) return { name, plot: withNote, note };
  return { name, plot: Math.max(1, rest), note: 0 };
}
