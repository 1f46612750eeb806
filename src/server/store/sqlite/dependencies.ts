import type { Connection, Row } from './connection.js';
import { insertInto } from './insert-rows.js';
import { encodeText } from './row-shape.js';

const insertRows = insertInto({ table: 'prerequisites', columns: ['job', 'place', 'after_id'] });

const BEFORE = 'SELECT after_id FROM prerequisites WHERE job = ? ORDER BY place';

const AFTER = `SELECT DISTINCT jobs.id FROM prerequisites JOIN jobs ON jobs.number = prerequisites.job
WHERE after_id = ? ORDER BY jobs.number`;

const ids = (rows: readonly Row[]): readonly string[] => rows.map(([id]) => String(id));

/** Remembers which jobs a job waits for, in their order. */
export function insertPrerequisites(
  connection: Connection,
  job: number,
  after: readonly string[],
): void {
  insertRows(
    connection,
    after.map((id, place) => [job, place, encodeText(id)]),
  );
}

/** The ids of the jobs that this one waits for, also of those that were taken away since. */
export const readPrerequisites = (connection: Connection, job: number): readonly string[] =>
  ids(connection.all(BEFORE, [job]));

/** The ids of the jobs that wait for this one, oldest first. */
export const readDependents = (connection: Connection, jobId: string): readonly string[] =>
  ids(connection.all(AFTER, [encodeText(jobId)]));
