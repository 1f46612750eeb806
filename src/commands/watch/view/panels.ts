import type { DependenciesBody, MetricsBody, TimelineBody } from '../../../contract/index.js';
import { dependencyGraph } from '../../../domain/dependency-graph.js';
import type { JobState } from '../../../domain/events/watch-state.js';
import { timelineList } from '../../../domain/timeline-list.js';
import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe } from '../../../render/safe-text.js';
import { whyView } from '../../deps/view-why.js';
import { metricsSections } from '../../metrics/view.js';
import { listView } from '../../timeline/view-list.js';
import { createLayoutCache } from './layout-cache.js';
import { cut, rule } from './line.js';
import { shareEvenly } from './rows.js';
import type { Screen } from './screen.js';

/** Of a longer timeline only the end is looked at, and only what is expected next. */
const LAST_EVENTS = 200;
const NEXT_EVENTS = 3;

/** A part of the screen that was switched on, with all of its lines. */
export interface Panel {
  title: string;
  lines: readonly SafeText[];
  /** Which end stays where there is no room for all. */
  keeps: 'first' | 'last';
}

/** The panels that are on, of one job. */
export function openPanels(job: JobState, screen: Screen, look: Look): Panel[] {
  const { timeline, metrics, dependencies } = screen.panels;
  const { titles, nothingToShow } = look.messages.watch;
  const nothing = [look.theme.faint(cut(inline(nothingToShow), look))];
  const orNothing = (lines: readonly SafeText[] | undefined): readonly SafeText[] =>
    lines === undefined || lines.length === 0 ? nothing : lines;
  const panels: (Panel | false)[] = [
    timeline && {
      title: titles.timeline,
      lines: orNothing(job.timeline && timelineLines(job.timeline, screen.nowMs, look)),
      keeps: 'last',
    },
    metrics && {
      title: titles.metrics,
      lines: orNothing(job.metrics && metricsLines(job.metrics, screen.nowMs, look)),
      keeps: 'first',
    },
    dependencies && {
      title: titles.dependencies,
      lines: orNothing(job.dependencies && whyLines(job.dependencies, job.jobId, look)),
      keeps: 'first',
    },
  ];
  return panels.filter((panel) => panel !== false);
}

/** How many rows panels would fill: each has a line with its title. */
export const rowsOf = (panels: readonly Panel[]): number =>
  panels.reduce((rows, { lines }) => rows + 1 + lines.length, 0);

/** Panels in so many rows, shared evenly between them. */
export function panelLines(panels: readonly Panel[], rows: number, look: Look): SafeText[] {
  const given = shareEvenly(
    rows,
    panels.map((panel) => rowsOf([panel])),
  );
  return panels.flatMap((panel, index) => onePanel(panel, given[index] ?? 0, look));
}

function onePanel({ title, lines, keeps }: Panel, rows: number, look: Look): SafeText[] {
  if (rows === 0) return [];
  const room = rows - 1;
  const head = rule(inline(title), lines.length > room, look);
  if (room === 0) return [head];
  return [head, ...(keeps === 'first' ? lines.slice(0, room) : lines.slice(-room))];
}

/** The last events and the next ones, without their details: a line each where there is room for it. */
function timelineLines(body: TimelineBody, nowMs: number, look: Look): SafeText[] {
  const short = <E extends object>(event: E) => ({ ...event, details: null });
  const timeline = body.timeline.slice(-LAST_EVENTS).map(short);
  const list = timelineList(
    { ...body, timeline, upcomingEvents: body.upcomingEvents?.map(short) },
    nowMs,
  );
  return listView({ ...list, upcoming: list.upcoming.slice(0, NEXT_EVENTS) }, nowMs, look);
}

const metricsLayouts = createLayoutCache<readonly SafeText[]>();

const metricsLines = (body: MetricsBody, nowMs: number, look: Look): readonly SafeText[] =>
  metricsLayouts(body, { nowMs, look, variant: '' }, () =>
    metricsSections({ body, history: false }, look).filter((line) => line !== safe``),
  );

const whyLines = (body: DependenciesBody, jobId: string, look: Look): SafeText[] =>
  whyView(dependencyGraph(body, jobId), body, look).filter((line) => line !== safe``);
