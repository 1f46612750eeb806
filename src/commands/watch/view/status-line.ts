import type { StaleEvent } from '../../../domain/events/job-event.js';
import type { WatchState } from '../../../domain/events/watch-state.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe } from '../../../render/safe-text.js';
import { steadyDuration, steadyWidest } from '../../../render/steady.js';
import { width } from '../../../render/width.js';
import { orderJobs } from './jobs-order.js';
import { dotted, edges } from './line.js';
import type { Screen } from './screen.js';
import { staleText, whyStale } from './stale.js';

/**
 * The last line: how fresh what is shown is, at the left, where it may grow; how often it is looked and what keys there
 * are, at the right edge, where they stay. When there is no answer, that takes all the room that it needs.
 */
export function statusLine(state: WatchState, screen: Screen, look: Look): SafeText {
  const right = rightParts(screen, look);
  if (state.stale !== undefined) {
    return edges(outage(state.stale, screen, look), dotted(right.slice(1), look), look);
  }
  const { units } = look.messages;
  const { seenAtMs } = orderJobs(state.jobs);
  const age = seenAtMs === undefined ? undefined : steadyDuration(screen.nowMs - seenAtMs, units);
  // What is at the right stays however old the answer becomes.
  const longest = freshness(age && steadyWidest(units), screen, look);
  // The interval can be left out; the keys leave last.
  const shown = [right, right.slice(1), right.slice(1, 2), []].find(
    (parts) => width(longest) + 1 + columnsOf(parts, look) < look.width,
  );
  return edges(freshness(age, screen, look), dotted(shown ?? [], look), look);
}

/** That there is no answer; while it is paused, there is no next try either. */
function outage(stale: StaleEvent, { nowMs, isPaused }: Screen, look: Look): SafeText {
  if (!isPaused) return staleText(stale, nowMs, look);
  const paused = look.theme.caution(inline(look.messages.watch.status.paused));
  return dotted([paused, whyStale(stale, nowMs, look)], look);
}

const columnsOf = (parts: readonly SafeText[], look: Look): number => width(dotted(parts, look));

/** How old what is shown is; before the first answer, that there is none yet. */
function freshness(age: SafeText | undefined, { isPaused }: Screen, look: Look): SafeText {
  const { theme, messages } = look;
  const { status } = messages.watch;
  const text = age === undefined ? status.asking : status.updated(messages.units.ago(age));
  const paused = isPaused ? theme.caution(inline(status.paused)) : safe``;
  return dotted([paused, theme.faint(inline(text))], look);
}

/** The interval, then the keys; an interval says nothing while it is paused. */
function rightParts({ intervalMs, isPaused, keys }: Screen, look: Look): SafeText[] {
  const words = look.messages.watch;
  const key = (sign: SafeText, does: string): SafeText =>
    join([look.theme.strong(sign), look.theme.faint(inline(does))], safe` `);
  const every = look.theme.faint(inline(words.status.every(intervalText(intervalMs, look))));
  return [
    isPaused ? safe`` : every,
    ...(keys && isPaused ? [key(safe`p`, words.keys.resume)] : []),
    ...(keys ? [key(safe`q`, words.keys.quit), key(safe`?`, words.keys.help)] : []),
  ];
}

/** A short length of time as a person chose it: "2s", "500ms", "1m 30s". */
export function intervalText(intervalMs: number, { formats, messages }: Look): SafeText {
  const isInSeconds = intervalMs % 1000 === 0;
  return isInSeconds
    ? formats.duration(intervalMs)
    : inline(messages.units.durationPart(intervalMs, 'millisecond'));
}
