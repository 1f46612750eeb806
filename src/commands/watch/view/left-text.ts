import type { Times } from '../../../domain/job-times.js';
import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe } from '../../../render/safe-text.js';
import { steadyCountdown, steadyDuration, steadyWidest } from '../../../render/steady.js';
import { width } from '../../../render/width.js';

/** What the clock says of a job in a few words: how late it is, what is left, else how long it has taken. */
export function leftText(times: Times, { messages, theme }: Look): SafeText {
  const { events, units } = messages;
  const { phase, lateMs, remainingMs, elapsedMs } = times;
  if (lateMs !== undefined) {
    return theme.caution(inline(events.lateBy(steadyDuration(lateMs, units))));
  }
  if (remainingMs !== undefined) {
    return inline(events.remaining(steadyCountdown(remainingMs, units)));
  }
  if (elapsedMs === undefined) return safe``;
  const elapsed = steadyDuration(elapsedMs, units);
  return inline(phase === 'ended' ? events.took(elapsed) : events.elapsed(elapsed));
}

/** The columns that {@link leftText} takes at most, or the time until a start. */
export function leftColumns({ messages }: Look): number {
  const { events, units } = messages;
  const widest = steadyWidest(units);
  const ways = [events.remaining, events.lateBy, events.elapsed, events.took, units.ahead];
  return Math.max(...ways.map((words) => width(inline(words(widest)))));
}
