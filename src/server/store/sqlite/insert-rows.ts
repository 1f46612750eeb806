import type { Connection, Value } from './connection.js';

/** One statement of many rows costs less than many of one; a few sizes, so that few statements are prepared. */
const SIZES = [64, 8, 1] as const;

/** Where rows go. */
interface Target {
  table: string;
  columns: readonly string[];
  /** What SQL does with a row that is there already; an error when left out. */
  conflict?: string;
}

function insertSql({ table, columns, conflict = '' }: Target, rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')} ${conflict}`;
}

/** Makes what inserts rows into a table, in their order. */
export function insertInto(
  target: Target,
): (connection: Connection, rows: readonly (readonly Value[])[]) => void {
  const statements = SIZES.map((size) => ({ size, sql: insertSql(target, size) }));
  return (connection, rows) => {
    let done = 0;
    for (const { size, sql } of statements) {
      for (; rows.length - done >= size; done += size) {
        connection.run(sql, rows.slice(done, done + size).flat());
      }
    }
  };
}
