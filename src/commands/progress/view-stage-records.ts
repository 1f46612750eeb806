import type { StageProgress } from '../../domain/stage-progress.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { table } from '../../render/table.js';
import { word } from '../../render/words.js';
import { percentText, rateText, recordsText, timeText } from './view-stage-cells.js';
import { stageFacts } from './view-stage-notes.js';
import { checkedDuration } from './view-times.js';

/** The stages for a pipe: all that is known of one in one line. */
export function stageRecords(stages: readonly StageProgress[], look: Look): SafeText[] {
  const words = look.messages.progress;
  const names = [words.stage, words.status, words.progress, words.time, words.started, words.ended];
  const headers = [...names, words.records, words.rate, words.metrics].map((name) => ({
    header: inline(name),
  }));
  const rows = stages.map((item) => [
    inline(item.stage.stageName),
    word('status', item.stage.status, look.messages),
    percentText(item.percentage, look),
    fullTime(item, look),
    momentText(item.times.startMs, item.times.expectedStartMs, look),
    endText(item, look),
    recordsText(item, look) || safe`-`,
    item.averageRate === undefined ? safe`-` : rateText(item.averageRate, look),
    join(
      stageFacts(item, look).map(([name, value]) => safe`${name} ${value}`),
      safe`, `,
    ),
  ]);
  return table(headers, rows, look);
}

function fullTime(item: StageProgress, look: Look): SafeText {
  const said = checkedDuration(item.times.elapsedMs, item.stage.duration, look).slice(1);
  return join([timeText(item, look), ...said], safe` `);
}

function endText({ times }: StageProgress, look: Look): SafeText {
  const moment = momentText(times.endMs, times.expectedEndMs, look);
  if (times.lateMs === undefined) return moment;
  return safe`${moment} (${inline(look.messages.progress.lateBy(look.formats.duration(times.lateMs)))})`;
}

function momentText(
  timeMs: number | undefined,
  expectedMs: number | undefined,
  look: Look,
): SafeText {
  if (timeMs !== undefined) return look.formats.time(timeMs);
  if (expectedMs === undefined) return safe`-`;
  return inline(look.messages.progress.about(look.formats.time(expectedMs)));
}
