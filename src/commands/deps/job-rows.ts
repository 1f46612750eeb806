import { flow } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { join, type SafeText, safe, trimEnd } from '../../render/safe-text.js';
import type { TreeGuides } from '../../render/tree.js';
import { pad, truncate, width } from '../../render/width.js';
import { type JobColumns, planColumns } from './job-columns.js';
import type { JobRow } from './job-row.js';

/** A marker leaves at least so many columns to the name. */
const LEAST_NAME = 10;

/** A job, or a line without one, with the branches before it. */
export interface GuidedRow extends TreeGuides {
  row: JobRow;
}

/** Rows as blocks of lines: a line for the job, and on a terminal more for what is known besides. */
export function jobBlocks(rows: readonly GuidedRow[], look: Look): SafeText[][] {
  if (!look.terminal) return rows.map((row) => [pipeLine(row)]);
  const columns = planColumns(rows, look.width);
  return rows.map((row) => [headLine(row, columns, look), ...noteLines(row, columns, look)]);
}

function pipeLine({ own, row }: GuidedRow): SafeText {
  const name = row.sign === '' ? row.name : safe`${row.sign} ${row.name}`;
  const parts = [name, row.status, row.id, row.marker, ...row.notes].filter((part) => part !== '');
  return safe`${own}${join(parts, safe`  `)}`;
}

function headLine({ own, row }: GuidedRow, columns: JobColumns, look: Look): SafeText {
  const start = startOf(own, row);
  const marker = isMarkerBeside(own, row, columns)
    ? safe` ${look.theme.caution(row.marker)}`
    : safe``;
  const room = Math.max(1, columns.left - width(start) - width(marker));
  const text = columns.id > 0 || row.isNamed ? row.name : row.id;
  const name = row.namePaint(truncate(text, room, look.symbols.ellipsis));
  const hasId = columns.id > 0 && row.id !== '';
  const cells = [pad(safe`${start}${name}${marker}`, columns.left)];
  if (columns.status > 0)
    cells.push(row.paint(pad(row.status, hasId ? columns.status : width(row.status))));
  if (hasId) cells.push(look.theme.faint(truncate(row.id, columns.id, safe``)));
  return trimEnd(join(cells, safe`  `));
}

const startOf = (own: SafeText, { sign, paint }: JobRow): SafeText =>
  sign === '' ? own : safe`${own}${paint(sign)} `;

/** A marker that would leave nothing of the name is told below it. */
function isMarkerBeside(own: SafeText, row: JobRow, columns: JobColumns): boolean {
  if (row.marker === '') return false;
  const room = columns.left - width(startOf(own, row)) - width(row.marker) - 1;
  return room >= Math.min(width(row.name), LEAST_NAME);
}

function noteLines({ own, below, row }: GuidedRow, columns: JobColumns, look: Look): SafeText[] {
  const room = Math.max(8, look.width - width(below));
  const isBelow = row.marker !== '' && !isMarkerBeside(own, row, columns);
  const notes = isBelow ? [row.marker, ...row.notes] : row.notes;
  return flow(notes, room).map((line) => safe`${below}${look.theme.faint(line)}`);
}
