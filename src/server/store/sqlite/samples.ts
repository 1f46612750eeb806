import type { SampleRecord } from '../records.js';
import type { Connection } from './connection.js';
import { insertInto } from './insert-rows.js';
import { rowShape } from './row-shape.js';

const shape = rowShape<SampleRecord>({
  timeMs: 'number',
  stage: 'text',
  cpuPercent: 'number',
  memoryBytes: 'number',
  diskReadBytes: 'number',
  diskWriteBytes: 'number',
  networkInBytes: 'number',
  networkOutBytes: 'number',
  connections: 'number',
  processes: 'number',
  recordsProcessed: 'number',
});

const insertRows = insertInto({ table: 'samples', columns: ['job', ...shape.columns] });

const SINCE = `SELECT ${shape.columns.join(', ')} FROM samples
WHERE job = ? AND time_ms >= ? ORDER BY time_ms, number`;

const NEWEST = `SELECT ${shape.columns.join(', ')} FROM samples
WHERE job = ? ORDER BY time_ms DESC, number DESC LIMIT ?`;

/** Adds what a job used at some moments. */
export function insertSamples(
  connection: Connection,
  job: number,
  samples: readonly SampleRecord[],
): void {
  insertRows(
    connection,
    samples.map((sample) => [job, ...shape.toRow(sample)]),
  );
}

/** The samples of a job since a time, inclusive, oldest first. */
export function readSamples(
  connection: Connection,
  job: number,
  sinceMs = Number.MIN_SAFE_INTEGER,
): readonly SampleRecord[] {
  return connection.all(SINCE, [job, sinceMs]).map((row) => shape.toRecord(row));
}

/** The newest samples of a job by their own times, at most `count`, oldest first. */
export const readNewestSamples = (
  connection: Connection,
  job: number,
  count: number,
): readonly SampleRecord[] =>
  connection
    .all(NEWEST, [job, count])
    .map((row) => shape.toRecord(row))
    .reverse();
