import type { StaleEvent } from '../../domain/events/job-event.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { steadyDuration } from '../../render/steady.js';
import { width } from '../../render/width.js';
import { dotted, edges } from '../watch/view/line.js';
import { staleText } from '../watch/view/stale.js';
import { intervalText } from '../watch/view/status-line.js';

/** How fresh what is shown is. Moments are this machine's where nothing else is said, in milliseconds since 1970. */
export interface Freshness {
  nowMs: number;
  /** When the last answer came; `undefined` before the first one. */
  seenMs: number | undefined;
  /** The same by the server's clock. */
  seenAtMs: number | undefined;
  /** Set while there is no answer. */
  stale: StaleEvent | undefined;
  intervalMs: number;
  isPaused: boolean;
  /** Whether keys are read. */
  hasKeys: boolean;
}

/** What is asked for more often than this has hardly an age, and a number that counts to two and back says nothing. */
const OFTEN_MS = 10_000;

/** The last line below a view, as that of `watch`: how old it is, how often it is looked, and what the keys do. */
export function bottomLine(fresh: Freshness, look: Look): SafeText {
  const { theme, messages } = look;
  const { status, keys } = messages.watch;
  const key = (sign: SafeText, does: string): SafeText =>
    join([theme.strong(sign), theme.faint(inline(does))], safe` `);
  const every = theme.faint(inline(status.every(intervalText(fresh.intervalMs, look))));
  const ways = fresh.hasKeys
    ? [key(safe`p`, fresh.isPaused ? keys.resume : keys.pause), key(safe`q`, keys.quit)]
    : [];
  const left = leftText(fresh, look);
  const right = fresh.isPaused ? ways : [every, ...ways];
  // The interval can be left out; the key to quit leaves last.
  const fitting = [right, ways, ways.slice(-1)].map((parts) => dotted(parts, look));
  const shown = fitting.find((text) => width(left) + 2 + width(text) <= look.width);
  return edges(left, shown ?? safe``, look);
}

function leftText(
  { nowMs, seenMs, seenAtMs, stale, isPaused, intervalMs }: Freshness,
  look: Look,
): SafeText {
  const { theme, messages } = look;
  const { status } = messages.watch;
  if (stale !== undefined && !isPaused) return staleText(stale, nowMs, look);
  if (seenMs === undefined) return theme.faint(inline(status.asking));
  const isOften = intervalMs < OFTEN_MS && !isPaused;
  const when = isOften
    ? look.formats.time(seenAtMs)
    : messages.units.ago(steadyDuration(nowMs - seenMs, messages.units));
  const updated = theme.faint(inline(status.updated(when)));
  return isPaused ? dotted([theme.caution(inline(status.paused)), updated], look) : updated;
}
