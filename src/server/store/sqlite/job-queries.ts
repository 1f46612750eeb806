import { type Status, statuses } from '../../../contract/index.js';
import type { JobQuery } from '../port.js';
import type { JobRecord } from '../records.js';
import type { Connection, Value } from './connection.js';
import { jobColumns, toJob } from './jobs.js';
import { encodeText } from './row-shape.js';

interface Where {
  sql: string;
  values: readonly Value[];
}

const placesFor = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

function where({ ids, statuses: wanted, submittedBy }: Omit<JobQuery, 'limit'>): Where {
  const conditions: string[] = [];
  const values: Value[] = [];
  if (ids !== undefined) {
    // One value for any number of ids, so that one statement serves all of them.
    conditions.push('id IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(ids));
  }
  if (wanted !== undefined) {
    conditions.push(`status IN (${placesFor(wanted)})`);
    values.push(...wanted);
  }
  if (submittedBy !== undefined) {
    conditions.push('submitted_by = ?');
    values.push(encodeText(submittedBy));
  }
  return { sql: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, values };
}

/** Jobs that match, newest first. */
export function readJobs(connection: Connection, query: JobQuery): readonly JobRecord[] {
  const { sql, values } = where(query);
  const order = 'ORDER BY created_at_ms DESC, number DESC LIMIT ?';
  return connection
    .all(`SELECT ${jobColumns} FROM jobs ${sql} ${order}`, [...values, query.limit])
    .map((row) => toJob(row));
}

/** How many jobs match. */
export function countJobs(connection: Connection, query: Omit<JobQuery, 'limit'>): number {
  const { sql, values } = where(query);
  return Number(connection.get(`SELECT count(*) FROM jobs ${sql}`, values)?.[0]);
}

/** How many jobs there are of each status, 0 where there are none. */
export function countStatuses(connection: Connection): Readonly<Record<Status, number>> {
  const none = Object.fromEntries(statuses.words.map((status) => [status, 0]));
  const rows = connection.all('SELECT status, count(*) FROM jobs GROUP BY status');
  return { ...none, ...Object.fromEntries(rows) } as Record<Status, number>;
}
