import type { UpcomingEvent } from '../../contract/index.js';
import type { Mark } from '../../domain/stage-lanes.js';
import type { TimelineChart } from '../../domain/timeline-chart.js';
import type { ListedEvent, TimelineList } from '../../domain/timeline-list.js';
import { flow } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { width } from '../../render/width.js';
import { word } from '../../render/words.js';
import { below, beside } from './beside.js';
import { eventLook } from './event-look.js';
import { expectedIn } from './list-rows.js';

/** A description is put on a line of its own where there is less room than this beside the time. */
const LEAST_DESCRIPTION = 20;

/** What the marks of a gantt mean, then what is expected, each with its time; nothing where there is neither. */
export function markList(
  chart: TimelineChart,
  list: TimelineList,
  nowMs: number,
  look: Look,
): SafeText[] {
  const lines = [
    ...chart.marks.flatMap((mark) => markLines(mark, chart, look)),
    ...list.upcoming.flatMap((upcoming) => upcomingLines(upcoming, nowMs, look)),
  ];
  return lines.length === 0 ? [] : [safe``, ...lines];
}

function markLines(mark: Mark, chart: TimelineChart, look: Look): SafeText[] {
  const { event, timeMs, lane } = mark;
  const { sign, paint } = eventLook(event, look);
  const description =
    event.description == null
      ? word('eventType', event.eventType, look.messages)
      : inline(event.description);
  const stage = lane === undefined ? undefined : chart.stages[lane]?.name;
  return explained(
    safe`${paint(sign)} ${look.formats.time(timeMs)}`,
    [description, stage === undefined ? safe`` : look.theme.faint(inline(stage))],
    look,
  );
}

function upcomingLines(
  { event, timeMs }: ListedEvent<UpcomingEvent>,
  nowMs: number,
  look: Look,
): SafeText[] {
  const description =
    event.description == null
      ? word('upcomingEventType', event.eventType, look.messages)
      : inline(event.description);
  return explained(
    safe`${look.symbols.pending} ${look.formats.time(timeMs ?? event.estimatedTime)}`,
    [description, expectedIn(timeMs, nowMs, look)],
    look,
  ).map(look.theme.faint);
}

function explained(head: SafeText, parts: readonly SafeText[], look: Look): SafeText[] {
  if (!look.terminal) return [join([head, ...parts.filter((part) => part !== '')], safe`  `)];
  const room = look.width - width(head) - 2;
  if (room >= LEAST_DESCRIPTION) return beside(head, parts, look.width);
  return below(flow([head], look.width), parts, look.width);
}
