import type { HistoryRecord } from '../records.js';
import type { Connection, Row } from './connection.js';
import { encodeText } from './row-shape.js';

/**
 * The records of a job are its own count, else the most that one of its stages has: stages work through the same
 * records one after the other.
 */
const JOBS = `SELECT number, id, ended_at_ms - started_at_ms, coalesce(
  records_processed, (SELECT max(records_processed) FROM stages WHERE job = jobs.number)
) FROM jobs
WHERE type = ? AND status = 'Completed' AND ended_at_ms IS NOT NULL AND started_at_ms IS NOT NULL
ORDER BY ended_at_ms DESC, number DESC LIMIT ?`;

const STAGES = `SELECT name, ended_at_ms - started_at_ms FROM stages
WHERE job = ? AND ended_at_ms IS NOT NULL AND started_at_ms IS NOT NULL ORDER BY "order", name`;

function toHistory(connection: Connection, [number, id, duration, records]: Row): HistoryRecord {
  const stages = connection.all(STAGES, [Number(number)]);
  return {
    jobId: String(id),
    durationMs: Number(duration),
    ...(typeof records === 'number' ? { recordsProcessed: records } : {}),
    stages: stages.map(([name, took]) => ({ name: String(name), durationMs: Number(took) })),
  };
}

/** What the newest completed jobs of a type took; only those of which both ends are known. */
export const readHistory = (
  connection: Connection,
  type: string,
  limit: number,
): readonly HistoryRecord[] =>
  connection.all(JOBS, [encodeText(type), limit]).map((row) => toHistory(connection, row));
