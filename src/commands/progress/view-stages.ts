import type { StageProgress } from '../../domain/stage-progress.js';
import { bar } from '../../render/bar.js';
import { heading } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { statusSymbol } from '../../render/symbols.js';
import { type Column, table } from '../../render/table.js';
import { statusPaint } from '../../render/theme.js';
import { pad, width } from '../../render/width.js';
import { percentText, recordsText, timeText } from './view-stage-cells.js';
import { stageNotes } from './view-stage-notes.js';
import { stageRecords } from './view-stage-records.js';

/** The bar in front of a stage's percentage, and the narrowest terminal that has room for it. */
const BAR_COLUMNS = 10;
const LEAST_WIDTH_FOR_BARS = 64;

/** A table of the stages in their order: on a terminal with their metrics below each, in a pipe with a column for them. */
export function stageLines(stages: readonly StageProgress[], look: Look): SafeText[] {
  if (stages.length === 0) return [];
  const title = inline(look.messages.progress.stages);
  return look.terminal
    ? [...heading(title, look), ...terminalTable(stages, look)]
    : [safe``, ...stageRecords(stages, look)];
}

function terminalTable(stages: readonly StageProgress[], look: Look): SafeText[] {
  const words = look.messages.progress;
  const columns: Column[] = [
    { header: inline(`  ${words.stage}`), min: Math.min(20, Math.max(8, look.width - 14)) },
    { header: inline(words.progress), align: 'right' },
    { header: inline(words.time), align: 'right', leaves: 1 },
    { header: inline(words.records), align: 'right', leaves: 2 },
  ];
  const percents = stages.map(({ percentage }) => percentText(percentage, look));
  const widest = percents.reduce((most, text) => Math.max(most, width(text)), 0);
  const rows = stages.map((item, index) => [
    nameCell(item, look),
    progressCell(item, pad(percents[index] ?? safe``, widest, 'right'), look),
    timeText(item, look),
    recordsText(item, look),
  ]);
  return table(
    columns,
    rows,
    look,
    stages.map((item) => stageNotes(item, look)),
  );
}

function nameCell({ stage }: StageProgress, look: Look): SafeText {
  const symbol = statusPaint(look.theme, stage.status)(statusSymbol(look.symbols, stage.status));
  return safe`${symbol} ${inline(stage.stageName)}`;
}

function progressCell({ stage, percentage }: StageProgress, label: SafeText, look: Look): SafeText {
  if (look.width < LEAST_WIDTH_FOR_BARS) return label;
  return safe`${bar(percentage ?? 0, BAR_COLUMNS, look, statusPaint(look.theme, stage.status))}  ${label}`;
}
