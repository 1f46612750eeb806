import type { GapEvent } from '../../domain/events/job-event.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText } from '../../render/safe-text.js';

/** What is missing in a log, as far as that is known, and why. */
export function gapParts(gap: GapEvent, { messages: { events }, formats }: Look): SafeText[] {
  const { fromTime, toTime, fromSequence, toSequence, reason } = gap;
  const time = (text: string | undefined) => text && formats.time(text);
  const number = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const hasNumbers = fromSequence !== undefined || toSequence !== undefined;
  return [
    events.missing(time(fromTime), time(toTime)),
    ...(hasNumbers ? [events.missingNumbers(number(fromSequence), number(toSequence))] : []),
    events.gapReasons[reason],
  ].map(inline);
}
