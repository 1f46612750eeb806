import type { StageProgress } from '../../domain/stage-progress.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { checkedDuration } from './view-times.js';

/** How far a stage is. */
export const percentText = (percentage: number | undefined, look: Look): SafeText =>
  percentage === undefined ? safe`-` : look.formats.percent(percentage);

/** An average of records a second, with as many digits as tell slow ones apart. */
export function rateText(recordsPerSecond: number, look: Look): SafeText {
  const figure = look.formats.number(recordsPerSecond, recordsPerSecond < 10 ? 2 : 0);
  return inline(
    look.messages.progress.onAverage(`${figure} ${look.messages.units.recordsPerSecond}`),
  );
}

/** How long a stage took, has taken, or is expected to take. */
export function timeText({ stage, times }: StageProgress, look: Look): SafeText {
  const { expectedMs, elapsedMs } = times;
  const expected = inline(look.messages.progress.about(look.formats.duration(expectedMs ?? 0)));
  if (expectedMs !== undefined) return look.theme.faint(expected);
  return checkedDuration(elapsedMs, stage.duration, look)[0] ?? safe`-`;
}

/** The records of a stage, of how many where that is known; empty when it counts none. */
export function recordsText({ stage }: StageProgress, look: Look): SafeText {
  const { recordsProcessed, totalRecords } = stage;
  const { number } = look.formats;
  if (recordsProcessed == null && totalRecords == null) return safe``;
  const done = recordsProcessed == null ? safe`-` : number(recordsProcessed);
  return totalRecords == null ? done : safe`${done} / ${number(totalRecords)}`;
}
