import type { StageRecord } from '../records.js';
import type { Connection } from './connection.js';
import { insertInto } from './insert-rows.js';
import { rowShape } from './row-shape.js';

const shape = rowShape<StageRecord>({
  name: 'text',
  order: 'number',
  status: 'text',
  startedAtMs: 'number',
  endedAtMs: 'number',
  percent: 'number',
  recordsProcessed: 'number',
  totalRecords: 'number',
  expectedDurationMs: 'number',
  metrics: 'json',
  told: 'json',
});

const insertRows = insertInto({
  table: 'stages',
  columns: ['job', ...shape.columns],
  conflict: `ON CONFLICT (job, name) DO UPDATE SET
    ${shape.columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
});

const READ = `SELECT ${shape.columns.join(', ')} FROM stages WHERE job = ? ORDER BY "order", name`;

/** Stores stages, each in the place of the one of its name. */
export function putStages(
  connection: Connection,
  job: number,
  stages: readonly StageRecord[],
): void {
  insertRows(
    connection,
    stages.map((stage) => [job, ...shape.toRow(stage)]),
  );
}

/** The stages of a job in their order. */
export function readStages(connection: Connection, job: number): readonly StageRecord[] {
  return connection.all(READ, [job]).map((row) => shape.toRecord(row));
}
