import type { OutboxRecord } from '../records.js';
import type { Connection } from './connection.js';
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
WHERE job = ? AND sequence > ? ORDER BY sequence`;

const LAST = 'SELECT outbox_sequence FROM jobs WHERE number = ?';
const ADVANCE = 'UPDATE jobs SET outbox_sequence = outbox_sequence + ? WHERE number = ?';

/** Adds what subscribers are to be told of, each with the next number of its job. */
export function insertOutbox(
  connection: Connection,
  job: number,
  records: readonly Omit<OutboxRecord, 'sequence'>[],
): void {
  if (records.length === 0) return;
  const last = Number(connection.get(LAST, [job])?.[0]);
  insertRows(
    connection,
    records.map((record, index) => [
      job,
      ...shape.toRow({ ...record, sequence: last + index + 1 }),
    ]),
  );
  connection.run(ADVANCE, [records.length, job]);
}

/** What subscribers of a job are to be told after a number, in order. */
export const readOutbox = (
  connection: Connection,
  job: number,
  jobId: string,
  afterSequence: number,
): readonly OutboxRecord[] =>
  connection.all(READ, [job, afterSequence]).map((row) => ({ ...shape.toRecord(row), jobId }));
