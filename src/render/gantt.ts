import { columnOf, type TimeScale } from '../domain/time-scale.js';
import { axisLines, nowLine } from './gantt-axis.js';
import { type Cell, emptyCells, fill, paintCells, trimCells } from './gantt-cells.js';
import { type GanttLayout, planGantt } from './gantt-layout.js';
import type { Look } from './look.js';
import { join, type SafeText, safe } from './safe-text.js';
import type { Paint } from './theme.js';
import { pad, truncate, width } from './width.js';

/** A point on a lane. */
export interface GanttMark {
  timeMs: number;
  sign: SafeText;
  paint: Paint;
}

/** One row of a gantt; times are milliseconds since 1970. */
export interface GanttLane {
  name: SafeText;
  /** Stands right of the bar. */
  note: SafeText;
  paint: Paint;
  startMs: number;
  endMs: number;
  /** `expected` is dotted throughout, `unknown-start` up to its end, `open` ends with an arrow. */
  shape: 'closed' | 'open' | 'unknown-start' | 'expected';
  /** Until when the lane goes on as a dotted line. */
  expectedEndMs?: number | undefined;
  /** Stands at the end of a lane that did not end well. */
  endSign?: SafeText | undefined;
  /** Where two share a column, the later one in this list is seen. */
  marks: readonly GanttMark[];
}

/** Lanes over one axis of time. */
export interface Gantt {
  startMs: number;
  endMs: number;
  nowMs: number | undefined;
  /** What stands before the present's time, below the lanes. */
  nowWord: SafeText;
  lanes: readonly GanttLane[];
}

/** Draws lanes over an axis, at most `columns` wide. */
export function drawGantt(gantt: Gantt, columns: number, look: Look): SafeText[] {
  const layout = planGantt(gantt.lanes, columns);
  const scale = { startMs: gantt.startMs, endMs: gantt.endMs, columns: layout.plot };
  return [
    ...axisLines(scale, layout, look),
    ...gantt.lanes.map((lane) => drawLane(lane, scale, layout, look)),
    ...nowLine(gantt, scale, layout, look),
  ];
}

function drawLane(lane: GanttLane, scale: TimeScale, layout: GanttLayout, look: Look): SafeText {
  const name = pad(truncate(lane.name, layout.name, look.symbols.ellipsis), layout.name);
  const cells = laneCells(lane, scale, look);
  if (layout.note === 0 || width(lane.note) === 0)
    return safe`${name}  ${paintCells(trimCells(cells))}`;
  return join(
    [name, paintCells(cells), look.theme.faint(pad(lane.note, layout.note, 'right'))],
    safe`  `,
  );
}

function laneCells(lane: GanttLane, scale: TimeScale, look: Look): Cell[] {
  const { symbols, theme } = look;
  const cells = emptyCells(scale.columns);
  const start = columnOf(lane.startMs, scale);
  const end = columnOf(lane.endMs, scale);
  if (lane.expectedEndMs !== undefined) {
    fill(cells, start, columnOf(lane.expectedEndMs, scale), symbols.laneExpected, theme.faint);
  }
  const isDotted = lane.shape === 'expected' || lane.shape === 'unknown-start';
  fill(cells, start, end, isDotted ? symbols.laneExpected : symbols.lane, lane.paint);
  const endSign = lane.endSign ?? ENDS[lane.shape]?.(look);
  if (endSign !== undefined) fill(cells, end, end, endSign, lane.paint);
  for (const { timeMs, sign, paint } of lane.marks) {
    const column = columnOf(timeMs, scale);
    fill(cells, column, column, sign, paint);
  }
  return cells;
}

const ENDS: Partial<Record<GanttLane['shape'], (look: Look) => SafeText>> = {
  open: ({ symbols }) => symbols.laneOpen,
  'unknown-start': ({ symbols }) => symbols.lane,
};
