import type { JobState } from '../../../domain/events/watch-state.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe, trimEnd } from '../../../render/safe-text.js';
import { steadyCountdown } from '../../../render/steady.js';
import { statusPaint } from '../../../render/theme.js';
import { word } from '../../../render/words.js';
import { type Glance, glanceAt } from './glance.js';
import type { JobColumns } from './jobs-columns.js';
import { leftText } from './left-text.js';
import { inColumns } from './line.js';
import { barCell, PERCENT_COLUMNS, percentCell } from './percent.js';
import { SHORT_ID, signOf } from './title.js';

/** One of several jobs in a line: sign, name, status, bar, percentage, stage, and what is left or how long it took. */
export function jobRow(job: JobState, columns: JobColumns, nowMs: number, look: Look): SafeText {
  const glance = glanceAt(job, nowMs);
  const { theme } = look;
  const paint = statusPaint(theme, glance.status);
  const percent = percentCell(glance.percentage, look);
  const status =
    glance.status === undefined ? safe`` : word('status', glance.status, look.messages);
  const bar =
    columns.bar === 0 ? safe`` : safe`${barCell(glance.percentage, columns.bar, look, paint)} `;
  const cells: (readonly [SafeText, number])[] = [
    [theme.faint(inline(job.jobId.slice(0, SHORT_ID))), columns.id],
    [paint(status), columns.status],
    [safe`${bar}${percent}`, (columns.bar === 0 ? 0 : columns.bar + 1) + PERCENT_COLUMNS],
    [stageText(glance, columns, status, look), columns.stage],
    [timeText(glance, look), columns.time],
  ];
  const name = inColumns(inline(job.jobName ?? job.jobId.slice(0, SHORT_ID)), columns.name, look);
  const rest = cells.flatMap(([text, wide]) => (wide === 0 ? [] : [inColumns(text, wide, look)]));
  return trimEnd(join([safe`${signOf(glance, look)} ${name}`, ...rest], safe`  `));
}

/** The stage that runs or did so last, or the place in the queue; where statuses have no column, one that no sign stands for. */
function stageText(
  { status: known, stage, queuePosition, times }: Glance,
  columns: JobColumns,
  status: SafeText,
  look: Look,
): SafeText {
  if (known === 'Completed') return safe``;
  if (times.phase === 'waiting' && queuePosition !== undefined) {
    return look.theme.faint(inline(look.messages.batch.place(look.formats.number(queuePosition))));
  }
  if (stage !== undefined) return inline(stage);
  return columns.status === 0 ? status : safe``;
}

function timeText({ times, nowMs }: Glance, look: Look): SafeText {
  if (times.phase !== 'waiting') return leftText(times, look);
  const { expectedStartMs } = times;
  const { units } = look.messages;
  if (expectedStartMs === undefined || expectedStartMs < nowMs) return safe``;
  const left = steadyCountdown(expectedStartMs - nowMs, units);
  return look.theme.faint(inline(units.ahead(left)));
}
