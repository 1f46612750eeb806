import type { EventRecord } from '../records.js';
import type { Connection } from './connection.js';
import { insertInto } from './insert-rows.js';
import { rowShape } from './row-shape.js';

const shape = rowShape<EventRecord>({
  sequence: 'number',
  timeMs: 'number',
  type: 'text',
  isSub: 'flag',
  stageName: 'text',
  text: 'text',
  percent: 'number',
  details: 'json',
});

const insertRows = insertInto({ table: 'events', columns: ['job', ...shape.columns] });

const READ = `SELECT ${shape.columns.join(', ')} FROM events
WHERE job = ? AND sequence > ? AND is_sub <= ? ORDER BY sequence`;

/** Adds events to the timeline of a job. */
export function insertEvents(
  connection: Connection,
  job: number,
  events: readonly EventRecord[],
): void {
  insertRows(
    connection,
    events.map((event) => [job, ...shape.toRow(event)]),
  );
}

/** The events of a job that are numbered higher than `afterSequence`, in order. */
export function readEvents(
  connection: Connection,
  job: number,
  query: { afterSequence?: number; withSub: boolean },
): readonly EventRecord[] {
  return connection
    .all(READ, [job, query.afterSequence ?? 0, query.withSub ? 1 : 0])
    .map((row) => shape.toRecord(row));
}
