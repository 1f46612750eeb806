import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe, spaces } from '../../../render/safe-text.js';
import { steadyCountdown, steadyDuration } from '../../../render/steady.js';
import { statusPaint } from '../../../render/theme.js';
import { width } from '../../../render/width.js';
import type { Glance } from './glance.js';
import { leftColumns, leftText } from './left-text.js';
import { cut, dotted, inColumns, indentOf } from './line.js';
import { barCell, PERCENT_COLUMNS, percentCell } from './percent.js';
import { timesLine } from './times.js';

/** A shorter bar tells nothing. */
const SHORTEST_BAR = 6;

/**
 * The second line of a job: its bar and percentage; for one that waits, its place and when it is expected to start;
 * else its times. `hasTimes` says that the times have a line of their own; without it the line tells what is left.
 */
export function headline(glance: Glance, hasTimes: boolean, look: Look): SafeText {
  if (glance.times.phase === 'waiting') return waitingLine(glance, look);
  if (glance.percentage === undefined) return timesLine(glance, look);
  const indent = indentOf(look);
  const tail = hasTimes
    ? safe``
    : safe`  ${inColumns(leftText(glance.times, look), leftColumns(look), look)}`;
  const room = look.width - 2 * indent - 2 - PERCENT_COLUMNS - width(tail);
  const paint = statusPaint(look.theme, glance.status);
  const percent = look.theme.strong(percentCell(glance.percentage, look));
  if (room < SHORTEST_BAR) return cut(safe`${spaces(indent)}${percent}${tail}`, look);
  const drawn = barCell(glance.percentage, room, look, paint);
  return safe`${spaces(indent)}${drawn}  ${percent}${tail}`;
}

function waitingLine(glance: Glance, look: Look): SafeText {
  const { theme, messages } = look;
  const lineOf = (...parts: readonly SafeText[]): SafeText =>
    safe`${spaces(indentOf(look))}${dotted(parts, look)}`;
  if (!glance.isKnown) return cut(lineOf(theme.faint(inline(messages.watch.nothingYet))), look);
  const { queuePosition, times, nowMs } = glance;
  const place =
    queuePosition === undefined
      ? safe``
      : inline(messages.events.queuePlace(look.formats.number(queuePosition)));
  const { expectedStartMs } = times;
  if (expectedStartMs === undefined) {
    return cut(lineOf(place, theme.faint(inline(messages.progress.notStarted))), look);
  }
  const lines = startTexts(expectedStartMs, nowMs, look).map((start) => lineOf(place, start));
  return lines.find((line) => width(line) <= look.width) ?? cut(lines.at(-1) ?? place, look);
}

/** When a job is expected to start, in full and short. What ticks stands last, so that nothing moves. */
function startTexts(
  startMs: number,
  nowMs: number,
  { formats, messages, theme }: Look,
): SafeText[] {
  const { watch, units } = messages;
  const time = formats.time(startMs);
  if (startMs < nowMs) {
    const ago = steadyDuration(nowMs - startMs, units);
    return [watch.startOverdue(time, ago), units.ago(ago)].map((text) =>
      theme.caution(inline(text)),
    );
  }
  const left = steadyCountdown(startMs - nowMs, units);
  return [inline(watch.starts(time, left)), inline(units.ahead(left))];
}
