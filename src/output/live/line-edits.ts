import type { Cell } from '../../render/width/cells.js';
import { isBlank, isSameCell, NOTHING, type Row, TAIL } from './row.js';

/** Columns from one to, not including, another; 0 is the first. */
interface Span {
  from: number;
  to: number;
}

/** Something to write into a line. */
export interface Edit extends Span {
  cells: readonly Cell[];
  /** The rest of the line is to be cleared after it. */
  clearsRest: boolean;
  /** Every terminal agrees on where it ends. */
  isSteady: boolean;
}

/** To write this many unchanged columns again takes no more than to move the cursor over them. */
const BRIDGED_COLUMNS = 4;

/**
 * What turns one line into another, on a screen that is so wide. The line is at no moment between empty, unless it was
 * before or is to be: what is new comes first, what only erases after it.
 */
export function lineEdits(before: Row, after: Row, screenColumns: number): Edit[] {
  const { spans, clears } = changes(before, after);
  const { cells, steady } = after.grid();
  const isKept = cells.some(
    (cell, column) => !isBlank(cell) && !spans.some((span) => isIn(span, column)),
  );
  const parts = isKept ? spans : spans.flatMap((span) => withFirstBlanksLast(span, cells));
  const edits = parts.map((span) => toEdit(span, cells, steady));
  // Where a line is full the cursor stands on its last character, and there is nothing to clear.
  const all = clears && cells.length < screenColumns ? withRestCleared(edits, cells.length) : edits;
  return isKept ? all : [...all.filter(writes), ...all.filter((edit) => !writes(edit))];
}

const writes = ({ cells }: Edit): boolean => !cells.every(isBlank);

const isIn = ({ from, to }: Span, column: number): boolean => column >= from && column < to;

/** The columns that differ, and whether the rest of the line is to be cleared. */
function changes(before: Row, after: Row): { spans: Span[]; clears: boolean } {
  const [old, next] = [before.grid(), after.grid()];
  const end = next.cells.length;
  const all = Math.max(old.cells.length, end);
  const differs = (column: number): boolean =>
    !isSameCell(old.cells[column] ?? NOTHING, next.cells[column] ?? NOTHING);
  let steady = Math.min(old.steady, next.steady, end);
  while (next.cells[steady] === TAIL) steady -= 1;
  const spans = spansWhere(differs, steady);
  const clears = hasAny(differs, steady, all);
  return { spans: clears && steady < end ? [...spans, { from: steady, to: end }] : spans, clears };
}

const hasAny = (test: (column: number) => boolean, from: number, to: number): boolean => {
  for (let column = from; column < to; column += 1) if (test(column)) return true;
  return false;
};

/** The spans before `end` that hold every column of which `test` is true. */
function spansWhere(test: (column: number) => boolean, end: number): Span[] {
  const spans: Span[] = [];
  for (let column = 0; column < end; column += 1) {
    if (!test(column)) continue;
    const last = spans.at(-1);
    if (last !== undefined && column - last.to <= BRIDGED_COLUMNS) last.to = column + 1;
    else spans.push({ from: column, to: column + 1 });
  }
  return spans;
}

function withFirstBlanksLast({ from, to }: Span, cells: readonly Cell[]): Span[] {
  const ink = cells.findIndex((cell, column) => column >= from && !isBlank(cell));
  if (ink <= from || ink >= to) return [{ from, to }];
  return [
    { from: ink, to },
    { from, to: ink },
  ];
}

function toEdit(span: Span, cells: readonly Cell[], steady: number): Edit {
  const { from } = span;
  let { to } = span;
  // A wide character is written whole, also where only its first column differs.
  while (cells[to] === TAIL) to += 1;
  const written = cells.slice(from, to).filter((cell) => cell !== TAIL);
  return { from, to, cells: written, clearsRest: false, isSteady: to <= steady };
}

/** Clears what stands behind a line of so many columns: right after its end was written, wherever that really is. */
function withRestCleared(edits: readonly Edit[], columns: number): Edit[] {
  const isWritten = edits.some(({ to }) => to === columns);
  const clear = { from: columns, to: columns, cells: [], clearsRest: true, isSteady: true };
  if (!isWritten) return [...edits, clear];
  return edits.map((edit) => (edit.to === columns ? { ...edit, clearsRest: true } : edit));
}
