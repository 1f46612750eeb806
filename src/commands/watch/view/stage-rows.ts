import type { StageProgress } from '../../../domain/stage-progress.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe, trimEnd } from '../../../render/safe-text.js';
import { statusSymbol } from '../../../render/symbols.js';
import { statusPaint } from '../../../render/theme.js';
import { createLayoutCache } from './layout-cache.js';
import { inColumns } from './line.js';
import { barCell, PERCENT_COLUMNS, percentCell } from './percent.js';
import { leftOf, nameOf, namePaint, rateOf, recordsOf, timeOf } from './stage-cells.js';
import type { StageColumns } from './stage-columns.js';
import { activeLine, comingLine, endedLine } from './stage-folds.js';
import type { ShownStages } from './stage-groups.js';

/** The names of the columns. */
export function stageHead(columns: StageColumns, look: Look): SafeText {
  const words = look.messages.progress;
  const bar = columns.bar === 0 ? 0 : columns.bar + 1;
  const head = cellsLine(
    [
      [safe`  ${inline(words.stage)}`, columns.name + 2],
      [
        columns.bar === 0 ? safe`` : inline(words.progress),
        bar + PERCENT_COLUMNS,
        columns.bar === 0 ? 'right' : 'left',
      ],
      [inline(words.time), columns.time, 'right'],
      [inline(words.records), columns.records, 'right'],
      [inline(words.rate), columns.rate, 'right'],
      [inline(words.remaining), columns.left, 'right'],
    ],
    look,
  );
  return look.theme.faint(head);
}

/** The stages that are shown, a line each in their order, and a line for each group that is folded. */
export function stageRows(
  { shown, folded }: ShownStages,
  columns: StageColumns,
  nowMs: number,
  look: Look,
): SafeText[] {
  return [
    ...endedLine(folded.ended, look),
    ...shown.map((item) => stageRow(item, columns, nowMs, look)),
    ...activeLine(folded.active, look),
    ...comingLine(folded.coming, look),
  ];
}

const stillRows = createLayoutCache<SafeText>();

/** Only a running stage changes with the clock: others are laid out once for each answer that tells of them. */
function stageRow(item: StageProgress, columns: StageColumns, nowMs: number, look: Look): SafeText {
  const draw = (): SafeText => drawRow(item, columns, look);
  if (item.times.phase === 'running') return draw();
  // The job's end cuts its stages off, and they are other rows then.
  const variant = [item.times.phase, ...Object.values(columns)].join();
  return stillRows(item.stage, { nowMs, look, variant }, draw);
}

function drawRow(item: StageProgress, columns: StageColumns, look: Look): SafeText {
  const { status } = item.stage;
  const paint = statusPaint(look.theme, status);
  const name = namePaint(item, look)(inColumns(nameOf(item, look), columns.name, look));
  const percent = percentCell(item.percentage, look);
  const progress =
    columns.bar === 0
      ? percent
      : safe`${barCell(item.percentage, columns.bar, look, paint)} ${percent}`;
  const rest = cellsLine(
    [
      [timeOf(item, look), columns.time, 'right'],
      [recordsOf(item, look), columns.records, 'right'],
      [rateOf(item, look), columns.rate, 'right'],
      [leftOf(item, look), columns.left, 'right'],
    ],
    look,
  );
  const sign = paint(statusSymbol(look.symbols, status));
  return trimEnd(safe`${sign} ${name}  ${progress}${rest === '' ? safe`` : safe`  ${rest}`}`);
}

/** Cells with two spaces between them; those of no columns are left out. */
const cellsLine = (
  cells: readonly (readonly [SafeText, number, ('left' | 'right')?])[],
  look: Look,
): SafeText =>
  join(
    cells.flatMap(([text, columns, align]) =>
      columns === 0 ? [] : [inColumns(text, columns, look, align)],
    ),
    safe`  `,
  );
