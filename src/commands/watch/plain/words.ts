import type { WatchState } from '../../../domain/events/watch-state.js';
import { shortIdLength } from '../../../domain/short-ids.js';
import type { EventKind } from '../../../i18n/areas/events.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe } from '../../../render/safe-text.js';
import { type Paint, statusPaint } from '../../../render/theme.js';
import { word } from '../../../render/words.js';

/** What a line is made with. */
export interface Telling {
  /** After the event that the line tells. */
  watch: WatchState;
  look: Look;
  /** The options to type again in a command that is offered, see `placeWords`. */
  place: string;
}

/** One line: when, of which job where there are several, and what. Two spaces stand between the parts. */
export function line(
  atMs: number,
  jobId: string | undefined,
  parts: readonly SafeText[],
  telling: Telling,
): SafeText {
  const time = telling.look.formats.time(atMs);
  return join([time, ...(jobId === undefined ? [] : labelOf(jobId, telling)), ...parts], safe`  `);
}

/** Of several jobs, the beginning of the id, and the name as soon as it is known. */
export function labelOf(jobId: string, { watch, look }: Telling): SafeText[] {
  if (watch.jobs.length < 2) return [];
  const name = watch.jobs.find((job) => job.jobId === jobId)?.jobName;
  const length = shortIdLength(watch.jobs.map((job) => job.jobId));
  const id = look.theme.strong(inline(jobId.slice(0, length)));
  return name === undefined ? [id] : [id, look.theme.strong(inline(name))];
}

/** The word that says what kind of line it is. */
export const kindWord = (
  kind: EventKind,
  { messages, theme }: Look,
  paint: Paint = theme.faint,
): SafeText => paint(inline(messages.events.kinds[kind]));

/** A status or an outcome in the user's language; a word that is not known is shown as it came. */
export function stateName(state: string, { messages }: Look): SafeText {
  const { TimedOut, Unknown } = messages.events.outcomes;
  if (state === 'TimedOut') return inline(TimedOut);
  return state === 'Unknown' ? inline(Unknown) : word('status', state, messages);
}

/** The same in its colour. */
export function stateWord(state: string, look: Look): SafeText {
  const isOpen = state === 'TimedOut' || state === 'Unknown';
  return (isOpen ? look.theme.caution : statusPaint(look.theme, state))(stateName(state, look));
}

/** A part of a line where its value is known, nothing otherwise. */
export const part = <T>(value: T | null | undefined, say: (value: T) => string): SafeText[] =>
  value == null ? [] : [inline(say(value))];
