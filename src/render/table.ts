import CliTable from 'cli-table3';
import { flow } from './facts.js';
import type { Look } from './look.js';
import { type SafeText, safe, spaces, trimEnd } from './safe-text.js';
import { type Column, GUTTER, planTable, type TablePlan } from './table-plan.js';
import { truncate, width } from './width.js';

export type { Column } from './table-plan.js';

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

/** Rows that are laid out at a time: the time that cli-table3 takes grows with the square of them. */
const ROWS_AT_A_TIME = 50;

/**
 * A table without lines, as wide as it needs to be and never wider than the look allows. What a narrow terminal has
 * no column for is told on a line below its row, and after it the row's own `notes`, ready to be written.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly SafeText[])[],
  look: Look,
  notes: readonly (readonly SafeText[])[] = [],
): SafeText[] {
  const plan = planTable(columns, rows, look.width);
  const grid = drawGrid(columns, rows, plan, look);
  const [head, ...lines] = grid;
  if (head === undefined) return [];
  return [
    look.theme.faint(head),
    ...lines.flatMap((line, index) => [
      line,
      ...toldBelow(columns, rows[index] ?? [], plan, look),
      ...(notes[index] ?? []),
    ]),
  ];
}

function drawGrid(
  columns: readonly Column[],
  rows: readonly (readonly SafeText[])[],
  plan: TablePlan,
  look: Look,
): SafeText[] {
  const all = [columns.map((column) => column.header), ...rows].map((row) =>
    plan.kept.map(({ index, columns: wide }) =>
      cell(row[index] ?? safe``, wide, columns[index], look),
    ),
  );
  return Array.from({ length: Math.ceil(all.length / ROWS_AT_A_TIME) }, (_, batch) =>
    drawRows(all.slice(batch * ROWS_AT_A_TIME, (batch + 1) * ROWS_AT_A_TIME), plan),
  ).flat();
}

function drawRows(rows: SafeText[][], plan: TablePlan): SafeText[] {
  const last = plan.kept.length - 1;
  const grid = new CliTable({
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colWidths: plan.kept.map(({ columns: wide }, place) => wide + (place < last ? GUTTER : 0)),
  });
  grid.push(...rows);
  return grid
    .toString()
    .split('\n')
    .map((line) => trimEnd(line as SafeText));
}

// The gutter stands right of every column, so a right-aligned cell brings its own spaces before it.
function cell(text: SafeText, wide: number, column: Column | undefined, look: Look): SafeText {
  const cut = truncate(text, wide, look.symbols.ellipsis);
  if (column?.align !== 'right') return cut;
  return safe`${spaces(wide - width(cut))}${cut}`;
}

function toldBelow(
  columns: readonly Column[],
  row: readonly SafeText[],
  plan: TablePlan,
  look: Look,
): SafeText[] {
  const told = plan.below
    .filter((index) => (row[index] ?? '') !== '')
    .map(
      (index) =>
        safe`${look.theme.faint(columns[index]?.header ?? safe``)} ${row[index] ?? safe``}`,
    );
  return flow(told, Math.max(8, look.width - 2)).map((line) => safe`  ${line}`);
}
