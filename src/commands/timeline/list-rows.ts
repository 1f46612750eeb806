import type { TimelineEvent, UpcomingEvent } from '../../contract/index.js';
import { flatten } from '../../domain/flatten.js';
import type { ListedEvent, TimelineList } from '../../domain/timeline-list.js';
import { type Fact, openFacts } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import type { Paint } from '../../render/theme.js';
import { word } from '../../render/words.js';
import { eventLook } from './event-look.js';
import type { ShownList } from './fold.js';

/** A line of the list before it is laid out. */
export interface ListRow {
  /** `undefined` where the time can't be read; `timeText` is then what stands there. */
  timeMs: number | undefined;
  timeText: SafeText;
  /** Since the job's start, `+2m 15s`. */
  elapsed: SafeText;
  sign: SafeText;
  paint: Paint;
  type: SafeText;
  description: SafeText;
  /** How far off something expected is; empty for what has happened. */
  distance: SafeText;
  facts: readonly Fact[];
  /** Something that has not happened yet. */
  isExpected: boolean;
  /** How many events are left out before it. */
  leftOut: number;
}

/** Everything a list shows, in the order of time: events, the present or the end, what is expected. */
export function listRows(list: ShownList, nowMs: number, look: Look): ListRow[] {
  return [
    ...list.events.map((event) => ({
      ...eventRow(event, look),
      leftOut: list.leftOutBefore?.get(event) ?? 0,
    })),
    ...boundaryRow(list, look),
    ...list.upcoming.map((event) => upcomingRow(event, nowMs, look)),
  ];
}

function eventRow(listed: ListedEvent<TimelineEvent>, look: Look): Omit<ListRow, 'leftOut'> {
  const { event } = listed;
  return {
    ...timing(listed, event.timestamp, look),
    ...eventLook(event, look),
    type: word('eventType', event.eventType, look.messages),
    description: inline(event.description ?? ''),
    distance: safe``,
    facts: openFacts(flatten(event.details ?? {}), look),
    isExpected: false,
  };
}

function upcomingRow(listed: ListedEvent<UpcomingEvent>, nowMs: number, look: Look): ListRow {
  const { event, timeMs } = listed;
  return {
    ...timing(listed, event.estimatedTime, look),
    sign: look.symbols.pending,
    paint: look.theme.faint,
    type: word('upcomingEventType', event.eventType, look.messages),
    description: inline(event.description ?? ''),
    distance: expectedIn(timeMs, nowMs, look),
    facts: openFacts(flatten(event.details ?? {}), look),
    isExpected: true,
    leftOut: 0,
  };
}

/** How far off something expected is: "in 2m 27s" on a terminal, else only that it is expected. */
export function expectedIn(timeMs: number | undefined, nowMs: number, look: Look): SafeText {
  const { formats, messages, terminal } = look;
  if (!terminal || timeMs === undefined) return inline(messages.timeline.expected);
  if (timeMs >= nowMs) return formats.relative(timeMs);
  return inline(messages.timeline.late(formats.duration(nowMs - timeMs)));
}

/** The present of a job that goes on, or the end of one whose events do not tell of it. */
function boundaryRow({ span, tellsEnd }: TimelineList, look: Look): ListRow[] {
  if (span === undefined || (span.outcome !== 'running' && tellsEnd)) return [];
  const { messages, symbols, theme } = look;
  const isRunning = span.outcome === 'running';
  const elapsedMs = span.untilMs - span.startMs;
  return [
    {
      ...timing({ timeMs: span.untilMs, elapsedMs }, undefined, look),
      sign: isRunning ? symbols.arrow : symbols.bullet,
      paint: theme.strong,
      type: inline(isRunning ? messages.timeline.now : messages.timeline.jobEnded),
      description: safe``,
      distance: safe``,
      facts: [],
      isExpected: false,
      leftOut: 0,
    },
  ];
}

function timing(
  { timeMs, elapsedMs }: Omit<ListedEvent<unknown>, 'event'>,
  given: string | null | undefined,
  { formats }: Look,
): Pick<ListRow, 'timeMs' | 'timeText' | 'elapsed'> {
  const timeText = timeMs === undefined ? inline(given ?? '-') : formats.time(timeMs);
  if (elapsedMs === undefined) return { timeMs, timeText, elapsed: safe`` };
  const length = formats.duration(elapsedMs);
  return { timeMs, timeText, elapsed: elapsedMs < 0 ? length : safe`+${length}` };
}
