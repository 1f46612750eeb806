import { type SafeText, safe } from './safe-text.js';
import { width } from './width.js';

/** One column of a table. */
export interface Column {
  header: SafeText;
  align?: 'left' | 'right';
  /** How far the column may be cut when space is short; columns without it keep their width. */
  min?: number;
  /**
   * Columns with a number leave the table when it can't fit otherwise, the highest number first. What they hold
   * is then told on a line below each row, so that a narrow terminal loses nothing.
   */
  leaves?: number;
}

/** How a table is laid out: the columns that stay with their widths, and those told below each row. */
export interface TablePlan {
  kept: readonly { index: number; columns: number }[];
  below: readonly number[];
}

/** Two spaces between columns. */
export const GUTTER = 2;

/** Fits columns into `available` columns of the terminal: first by cutting, then by letting columns leave. */
export function planTable(
  columns: readonly Column[],
  rows: readonly (readonly SafeText[])[],
  available: number,
): TablePlan {
  const natural = columns.map((column, index) =>
    rows.reduce((most, row) => Math.max(most, width(row[index] ?? safe``)), width(column.header)),
  );
  let indexes = columns.map((_, index) => index).filter((index) => (natural[index] ?? 0) > 0);
  const below: number[] = [];
  for (;;) {
    const widths = shrink(indexes, columns, natural, available);
    const leaver = widths.fits ? undefined : nextToLeave(indexes, columns);
    if (leaver === undefined) return { kept: widths.kept, below: below.sort((a, b) => a - b) };
    below.push(leaver);
    indexes = indexes.filter((index) => index !== leaver);
  }
}

function nextToLeave(indexes: readonly number[], columns: readonly Column[]): number | undefined {
  const leavers = indexes.filter((index) => columns[index]?.leaves !== undefined);
  return leavers.sort((a, b) => (columns[b]?.leaves ?? 0) - (columns[a]?.leaves ?? 0))[0];
}

function shrink(
  indexes: readonly number[],
  columns: readonly Column[],
  natural: readonly number[],
  available: number,
): { kept: { index: number; columns: number }[]; fits: boolean } {
  const kept = indexes.map((index) => ({ index, columns: natural[index] ?? 0 }));
  const gutters = GUTTER * Math.max(0, kept.length - 1);
  let excess = kept.reduce((sum, column) => sum + column.columns, gutters) - available;
  while (excess > 0) {
    const widest = kept
      .filter(({ index, columns: now }) => now > (columns[index]?.min ?? Number.POSITIVE_INFINITY))
      .sort((a, b) => b.columns - a.columns)[0];
    if (widest === undefined) break;
    const least = columns[widest.index]?.min ?? 1;
    const cut = Math.min(excess, Math.max(1, Math.floor((widest.columns - least) / 2)));
    widest.columns -= cut;
    excess -= cut;
  }
  return { kept, fits: excess <= 0 };
}
