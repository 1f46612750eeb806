import { statuses } from '../../../contract/index.js';
import type { StageProgress } from '../../../domain/stage-progress.js';
import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe } from '../../../render/safe-text.js';
import { steadyCountdown, steadyDuration } from '../../../render/steady.js';
import type { Paint } from '../../../render/theme.js';

/** A stage's name; behind it a status that no sign stands for, as it came. */
export function nameOf({ stage }: StageProgress, { messages }: Look): SafeText {
  const name = stage.stageName.trim() === '' ? messages.timeline.unnamedStage : stage.stageName;
  const isKnown = stage.status == null || statuses.canonical(stage.status) !== undefined;
  return isKnown ? inline(name) : inline(`${name} (${stage.status})`);
}

/** Names are painted by what is worth looking at: running stages stand out, what is to come stays back. */
export function namePaint({ stage, times }: StageProgress, { theme }: Look): Paint {
  const known = statuses.canonical(stage.status);
  if (known === 'Failed') return theme.bad;
  if (known === 'Running') return theme.strong;
  return times.phase === 'waiting' ? theme.faint : theme.plain;
}

/** How long a stage took, has taken, or is expected to take. */
export function timeOf({ times }: StageProgress, { messages, theme }: Look): SafeText {
  const { units, progress } = messages;
  const { elapsedMs, expectedMs } = times;
  if (expectedMs !== undefined) {
    return theme.faint(inline(progress.about(steadyDuration(expectedMs, units))));
  }
  return elapsedMs === undefined ? safe`` : steadyDuration(elapsedMs, units);
}

/** The records of a stage, of how many where that is known. */
export function recordsOf({ stage }: StageProgress, { formats }: Look): SafeText {
  const { recordsProcessed, totalRecords } = stage;
  if (recordsProcessed == null) return safe``;
  const done = formats.number(recordsProcessed);
  return totalRecords == null ? done : safe`${done} / ${formats.number(totalRecords)}`;
}

/** Records a second on average, with a digit after the point where that tells slow ones apart. */
export function rateOf({ averageRate }: StageProgress, { formats, messages }: Look): SafeText {
  if (averageRate === undefined) return safe``;
  return inline(messages.watch.perSecond(formats.number(averageRate, averageRate < 10 ? 1 : 0)));
}

/** What is left of a running stage, or how late it is. */
export function leftOf({ times }: StageProgress, { messages, theme }: Look): SafeText {
  const { units, events } = messages;
  if (times.lateMs !== undefined) {
    return theme.caution(inline(events.lateBy(steadyDuration(times.lateMs, units))));
  }
  return times.remainingMs === undefined ? safe`` : steadyCountdown(times.remainingMs, units);
}
