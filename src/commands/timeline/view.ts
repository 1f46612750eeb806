import type { TimelineBody } from '../../contract/index.js';
import { timelineChart } from '../../domain/timeline-chart.js';
import { timelineList } from '../../domain/timeline-list.js';
import { foldedLines } from '../../render/folded.js';
import type { Look } from '../../render/look.js';
import type { SafeText } from '../../render/safe-text.js';
import { foldList, mostOf } from './fold.js';
import { leftOutKinds } from './left-out.js';
import { ganttView } from './view-gantt.js';
import { timelineHeader } from './view-header.js';
import { listView } from './view-list.js';

/** The width of a gantt that goes to no terminal. */
const DEFAULT_COLUMNS = 80;

/** No output is wider than this, whatever the environment says. */
const MOST_COLUMNS = 1000;

/** A timeline and how it is to be drawn. */
export interface TimelineState {
  body: TimelineBody;
  /** The server's present, in milliseconds since 1970. */
  nowMs: number;
  view: 'list' | 'gantt';
  /** The environment's COLUMNS, for a gantt that goes to no terminal; NaN where there is none. */
  columns?: number;
  /** How many events, and how many stages, a terminal shows; what can be scrolled back to when left out. */
  most?: number;
}

/** A timeline for people; nothing where there is nothing in it. */
export function timelineView(state: TimelineState, look: Look): SafeText[] {
  const { body, nowMs } = state;
  const most = mostOf(look, state.most);
  const list = foldList(timelineList(body, nowMs), most);
  if (list.events.length + list.upcoming.length === 0) return [];
  const header = timelineHeader(body, list.span, look);
  const chart = state.view === 'gantt' ? timelineChart(body, nowMs) : undefined;
  if (chart === undefined) {
    return [
      ...header,
      ...listView(list, nowMs, look),
      ...foldedLines(leftOutKinds(list.leftOut, look), look),
    ];
  }
  return [
    ...header,
    ...ganttView({ chart, list, nowMs, most }, { ...look, width: ganttColumns(state, look) }),
  ];
}

function ganttColumns({ columns = Number.NaN }: TimelineState, look: Look): number {
  if (Number.isFinite(look.width)) return look.width;
  return Number.isInteger(columns) && columns > 0
    ? Math.min(columns, MOST_COLUMNS)
    : DEFAULT_COLUMNS;
}
