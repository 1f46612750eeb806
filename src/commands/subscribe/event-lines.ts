import type { EventType, SubscriptionEvent } from '../../contract/index.js';
import { statuses } from '../../contract/index.js';
import { flatten } from '../../domain/flatten.js';
import { instant } from '../../domain/instant.js';
import { type Fact, openFacts } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { pad, width } from '../../render/width.js';
import { word } from '../../render/words.js';
import { below, beside } from '../timeline/beside.js';
import { eventLook } from '../timeline/event-look.js';

/** What each subscription event is called on a timeline. */
const TIMELINE_TYPES: Readonly<Record<string, EventType>> = {
  stageStarted: 'StageStarted',
  stageCompleted: 'StageCompleted',
  progressUpdate: 'Progress',
  error: 'Error',
  warning: 'Warning',
  jobCompleted: 'JobCompleted',
};

const ENDS: Readonly<Record<string, EventType>> = {
  Failed: 'JobFailed',
  Cancelled: 'JobCancelled',
};

/** The widest word of a type. */
const TYPE_COLUMNS = 15;

/** Beside the type there has to be this much room; otherwise what belongs to it stands below. */
const LEAST_ROOM = 30;

/** An event of a job for people: a line, on a terminal with more below it where it is long. */
export function eventLines(event: SubscriptionEvent, look: Look): SafeText[] {
  const type = timelineType(event);
  const time = look.formats.time(instant(event.timestamp) ?? event.timestamp);
  const name = nameOf(event, type, look);
  const { texts, facts } = tellData(event.data ?? {}, look);
  if (!look.terminal) {
    const plain = facts.map(([fact, value]) => safe`${fact} ${value}`);
    return [join([time, name, ...texts, ...plain], safe`  `)];
  }
  const { sign, paint } = eventLook({ eventType: type, details: event.data }, look);
  const parts = [
    ...texts,
    ...facts.map(([fact, value]) => safe`${look.theme.faint(fact)} ${value}`),
  ];
  const head = safe`${time}  ${paint(safe`${sign} ${name}`)}`;
  const indent = width(time) + 4 + TYPE_COLUMNS;
  return look.width - indent < LEAST_ROOM
    ? below([head], parts, look.width)
    : beside(parts.length === 0 ? head : pad(head, indent), parts, look.width);
}

function nameOf(
  { type: given }: SubscriptionEvent,
  type: EventType | undefined,
  look: Look,
): SafeText {
  if (given === 'debug') return inline(look.messages.subscribe.debug);
  return type === undefined ? inline(given) : word('eventType', type, look.messages);
}

/** What an event tells: the stage, how far it is, and the message by themselves, all else by name. */
function tellData(
  { stageName, progress, message, ...rest }: Readonly<Record<string, unknown>>,
  look: Look,
): { texts: SafeText[]; facts: readonly Fact[] } {
  const percent = typeof progress === 'number' ? [look.formats.percent(progress)] : [];
  const texts = [stageName, message].filter((text) => typeof text === 'string').map(inline);
  const odd = Object.entries({ stageName, message }).filter(
    ([, value]) => value !== undefined && typeof value !== 'string',
  );
  const facts = openFacts(flatten({ ...Object.fromEntries(odd), ...rest }), look);
  return { texts: [...texts, ...percent], facts };
}

function timelineType({ type, data }: SubscriptionEvent): EventType | undefined {
  const known = TIMELINE_TYPES[type];
  if (known !== 'JobCompleted') return known;
  const status = data?.['status'];
  const ending = typeof status === 'string' ? statuses.canonical(status) : undefined;
  return (ending === undefined ? undefined : ENDS[ending]) ?? known;
}
