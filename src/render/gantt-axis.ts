import { chooseTicks, columnOf, type TimeScale } from '../domain/time-scale.js';
import { clockColumns, clockForm, clockLabel, clockTime } from './clock.js';
import type { Gantt } from './gantt.js';
import { emptyCells, fill, paintCells, trimCells, write } from './gantt-cells.js';
import type { GanttLayout } from './gantt-layout.js';
import type { Look } from './look.js';
import { type SafeText, safe } from './safe-text.js';
import { pad, width } from './width.js';

const indent = (columns: number): SafeText => pad(safe``, columns);

/** The axis: labels at round times, and below them the line with its ticks. */
export function axisLines(scale: TimeScale, layout: GanttLayout, look: Look): SafeText[] {
  const { formats, symbols, theme } = look;
  const spanMs = scale.endMs - scale.startMs;
  const formOf = (stepMs: number) => clockForm(stepMs, spanMs);
  const { stepMs, timesMs } = chooseTicks(
    scale,
    (step) => clockColumns[formOf(step)],
    formats.offsetMs(scale.startMs),
  );
  const line = emptyCells(scale.columns);
  fill(line, 0, scale.columns - 1, symbols.axis, theme.faint);
  // Nothing stands right of the labels, so the last one may reach over the notes.
  const room = scale.columns + (layout.note === 0 ? 0 : layout.note + 2);
  const labels = emptyCells(room);
  for (const timeMs of timesMs) {
    const column = columnOf(timeMs, scale);
    const label = clockLabel(timeMs + formats.offsetMs(timeMs), formOf(stepMs));
    fill(line, column, column, symbols.axisTick, theme.faint);
    if (column + label.length <= room) write(labels, column, label, theme.faint);
  }
  const left = indent(layout.name + 2);
  return [safe`${left}${paintCells(trimCells(labels))}`, safe`${left}${paintCells(line)}`];
}

/** The present, pointed at from below the lanes; no line where there is none. */
export function nowLine(
  gantt: Gantt,
  scale: TimeScale,
  layout: GanttLayout,
  look: Look,
): SafeText[] {
  if (gantt.nowMs === undefined) return [];
  const { formats, symbols, theme } = look;
  const time = clockTime(gantt.nowMs + formats.offsetMs(gantt.nowMs));
  const column = layout.name + 2 + columnOf(gantt.nowMs, scale);
  const room = layout.name + 2 + scale.columns;
  const behind = safe`${symbols.up} ${gantt.nowWord} ${time}`;
  if (column + width(behind) <= room) return [safe`${indent(column)}${theme.strong(behind)}`];
  const before = safe`${gantt.nowWord} ${time} ${symbols.up}`;
  const start = column + 1 - width(before);
  return [safe`${indent(Math.max(0, start))}${theme.strong(start < 0 ? symbols.up : before)}`];
}
