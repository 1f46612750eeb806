import type { Lane, Mark, MarkKind } from '../../domain/stage-lanes.js';
import type { TimelineChart } from '../../domain/timeline-chart.js';
import { foldedLines } from '../../render/folded.js';
import { drawGantt, type GanttLane, type GanttMark } from '../../render/gantt.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import type { Paint } from '../../render/theme.js';
import { eventLook } from './event-look.js';
import { type FoldedList, keptLanes, keptMarks } from './fold.js';
import { leftOutKinds } from './left-out.js';
import { markList } from './view-marks.js';

/** Where two marks share a column, the graver one is seen. */
const GRAVITY: readonly MarkKind[] = ['milestone', 'warning', 'error'];

/** A timeline as bars, and how many of its stages and of its marks are shown. */
interface GanttState {
  chart: TimelineChart;
  list: FoldedList;
  nowMs: number;
  most: number;
}

/** The job and its stages as bars on a time axis; below, what the marks on them mean and what is expected. */
export function ganttView({ chart, list, nowMs, most }: GanttState, look: Look): SafeText[] {
  const { job, stages, marks } = chart;
  const words = look.messages.timeline;
  const isLaneKept = keptLanes(stages, most);
  const isMarkKept = keptMarks(marks, most);
  const marksByLane = groupMarks(marks, look);
  const lanes = stages.map((stage, index) =>
    ganttLane(stage, inline(stage.name || words.unnamedStage), marksByLane.get(index), look),
  );
  const shown = [
    ganttLane(job, inline(job.name || words.wholeJob), marksByLane.get(undefined), look),
    ...lanes.filter((_, index) => isLaneKept.has(index)),
  ];
  const explained = { ...chart, marks: marks.filter((_, index) => isMarkKept.has(index)) };
  const leftOutStages = stages
    .filter((_, index) => !isLaneKept.has(index))
    .map(() => inline(words.unnamedStage));
  const leftOut = {
    events: marks.filter((_, index) => !isMarkKept.has(index)),
    upcoming: list.leftOut.upcoming,
  };
  return [
    ...drawGantt({ ...chart, nowWord: inline(words.now), lanes: shown }, look.width, look),
    ...markList(explained, list, nowMs, look),
    ...foldedLines([...leftOutStages, ...leftOutKinds(leftOut, look)], look),
  ];
}

function groupMarks(marks: readonly Mark[], look: Look): Map<number | undefined, GanttMark[]> {
  const byLane = new Map<number | undefined, GanttMark[]>();
  for (const kind of GRAVITY) {
    for (const mark of marks) {
      if (mark.kind !== kind) continue;
      const known = byLane.get(mark.lane) ?? [];
      known.push({ timeMs: mark.timeMs, ...eventLook(mark.event, look) });
      byLane.set(mark.lane, known);
    }
  }
  return byLane;
}

const SHAPES: Partial<Record<Lane['outcome'], GanttLane['shape']>> = {
  running: 'open',
  expected: 'expected',
};

function ganttLane(
  lane: Lane,
  name: SafeText,
  marks: readonly GanttMark[] | undefined,
  look: Look,
): GanttLane {
  return {
    name,
    note: noteOf(lane, look),
    ...outcomeLook(lane.outcome, look),
    startMs: lane.startMs,
    endMs: lane.endMs,
    shape: SHAPES[lane.outcome] ?? (lane.isStartKnown ? 'closed' : 'unknown-start'),
    expectedEndMs: lane.expectedEndMs,
    marks: marks ?? [],
  };
}

function noteOf(lane: Lane, look: Look): SafeText {
  if (lane.outcome === 'expected') return safe``;
  return lane.isStartKnown ? look.formats.duration(lane.endMs - lane.startMs) : safe`-`;
}

function outcomeLook(
  outcome: Lane['outcome'],
  { symbols, theme }: Look,
): { paint: Paint; endSign?: SafeText } {
  switch (outcome) {
    case 'running':
      return { paint: theme.active };
    case 'done':
      return { paint: theme.good };
    case 'failed':
      return { paint: theme.bad, endSign: symbols.failed };
    case 'cancelled':
      return { paint: theme.caution, endSign: symbols.cancelled };
    case 'ended':
      return { paint: theme.plain };
    case 'expected':
      return { paint: theme.faint };
  }
}
