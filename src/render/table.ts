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
export const table = (...parts: Parameters<typeof tableLines>): SafeText[] => [
  ...tableLines(...parts),
];

/** The lines of a {@link table}, drawn as they are taken: the first ones of a long table do not wait for the last. */
export function* tableLines(
  columns: readonly Column[],
  rows: readonly (readonly SafeText[])[],
  look: Look,
  notes: readonly (readonly SafeText[])[] = [],
): Generator<SafeText> {
  const plan = planTable(columns, rows, look.width);
  let index = -1;
  for (const line of drawGrid(columns, rows, plan, look)) {
    if (index < 0) yield look.theme.faint(line);
    else
      yield* [line, ...toldBelow(columns, rows[index] ?? [], plan, look), ...(notes[index] ?? [])];
    index += 1;
  }
}

function* drawGrid(
  columns: readonly Column[],
  rows: readonly (readonly SafeText[])[],
  plan: TablePlan,
  look: Look,
): Generator<SafeText> {
  const all = [columns.map((column) => column.header), ...rows];
  for (let from = 0; from < all.length; from += ROWS_AT_A_TIME) {
    const cells = all
      .slice(from, from + ROWS_AT_A_TIME)
      .map((row) =>
        plan.kept.map(({ index, columns: wide }) =>
          cell(row[index] ?? safe``, wide, columns[index], look),
        ),
      );
    yield* drawRows(cells, plan);
  }
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
