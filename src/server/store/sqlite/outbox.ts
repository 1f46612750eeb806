import type { OutboxRecord } from '../records.js';
import type { Connection } from './connection.js';
import { makeDue } from './deliveries.js';
import { insertInto } from './insert-rows.js';
import { rowShape } from './row-shape.js';

const shape = rowShape<Omit<OutboxRecord, 'jobId'>>({
  id: 'text',
  sequence: 'number',
  event: 'text',
  createdAtMs: 'number',
  body: 'json',
});

const insertRows = insertInto({ table: 'outbox', columns: ['job', ...shape.columns] });

const READ = `SELECT ${shape.columns.join(', ')} FROM outbox
WHERE job = ? AND sequence > ? ORDER BY sequence LIMIT ?`;

const NO_LIMIT = -1;

const LAST = 'SELECT outbox_sequence FROM jobs WHERE number = ?';
const ADVANCE = 'UPDATE jobs SET outbox_sequence = outbox_sequence + ? WHERE number = ?';

/** Adds what subscribers are to be told of, each with the next number of its job. */
export function insertOutbox(
  connection: Connection,
  job: number,
  records: readonly Omit<OutboxRecord, 'sequence'>[],
): void {
  if (records.length === 0) return;
  const last = readLastSequence(connection, job);
  insertRows(
    connection,
    records.map((record, index) => [
      job,
      ...shape.toRow({ ...record, sequence: last + index + 1 }),
    ]),
  );
  connection.run(ADVANCE, [records.length, job]);
  makeDue(connection, job, Math.min(...records.map(({ createdAtMs }) => createdAtMs)));
}

/** The number of the newest row of a job; 0 when there is none. */
export const readLastSequence = (connection: Connection, job: number): number =>
  Number(connection.get(LAST, [job])?.[0] ?? 0);

/** What subscribers of a job are to be told after a number, in order, at most `limit` of it. */
export const readOutbox = (
  connection: Connection,
  job: number,
  jobId: string,
  afterSequence: number,
  limit = NO_LIMIT,
): readonly OutboxRecord[] =>
  connection
    .all(READ, [job, afterSequence, limit])
    .map((row) => ({ ...shape.toRecord(row), jobId }));
