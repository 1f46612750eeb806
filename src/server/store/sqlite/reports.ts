import type { Connection } from './connection.js';
import { insertInto } from './insert-rows.js';
import { encodeText } from './row-shape.js';

const insertRows = insertInto({ table: 'reports', columns: ['job', 'report_id'] });

const IS_KNOWN = 'SELECT 1 FROM reports WHERE job = ? AND report_id = ?';

/** Remembers the ids of reports that were taken. */
export function insertReports(
  connection: Connection,
  job: number,
  reportIds: readonly string[],
): void {
  insertRows(
    connection,
    reportIds.map((id) => [job, encodeText(id)]),
  );
}

/** Of these ids, those that were taken before. */
export function readKnownReports(
  connection: Connection,
  job: number,
  reportIds: readonly string[],
): ReadonlySet<string> {
  const isKnown = (id: string) => connection.get(IS_KNOWN, [job, encodeText(id)]) !== undefined;
  return new Set(reportIds.filter(isKnown));
}
