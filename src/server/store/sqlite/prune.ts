import type { Connection } from './connection.js';

/** How much one call does at most: some milliseconds of work, because the server answers nobody meanwhile. */
const JOBS_AT_ONCE = 100;
const ROWS_AT_ONCE = 5_000;

/** Ended jobs that are too old or too many; those that an unfinished job rests on stay. */
const DOOMED = `
SELECT number FROM jobs AS job
WHERE ended_at_ms IS NOT NULL
  AND (ended_at_ms < ?1 OR number IN (
    SELECT number FROM jobs WHERE ended_at_ms IS NOT NULL
    ORDER BY ended_at_ms DESC, number DESC LIMIT -1 OFFSET ?2))
  AND NOT EXISTS (
    SELECT 1 FROM prerequisites JOIN jobs AS waiting ON waiting.number = prerequisites.job
    WHERE prerequisites.after_id = job.id AND waiting.ended_at_ms IS NULL)
ORDER BY ended_at_ms, number LIMIT ${JOBS_AT_ONCE}`;

/** The tables that a job can have many rows in, and what tells them apart. */
const MANY = [
  ['logs', 'sequence'],
  ['log_blocks', 'block'],
  ['events', 'sequence'],
  ['samples', 'number'],
  ['reports', 'report_id'],
  ['outbox', 'sequence'],
] as const;

const SWEEPS = MANY.map(
  ([table, key]) =>
    `DELETE FROM ${table} WHERE job = ?1 AND ${key} IN (SELECT ${key} FROM ${table} WHERE job = ?1 LIMIT ?2)`,
);

/** Takes jobs out of sight, with what they have few of; the rest of their rows is left to {@link sweep}. */
function takeAway(connection: Connection, rule: { endedBeforeMs: number; keep: number }): number {
  const doomed = connection.all(DOOMED, [rule.endedBeforeMs, rule.keep]);
  for (const [number = null] of doomed) {
    connection.run('INSERT INTO removals VALUES (?)', [number]);
    connection.run('DELETE FROM jobs WHERE number = ?', [number]);
  }
  return doomed.length;
}

/** Deletes rows of one job that is gone, at most `limit`; answers how many. */
function sweepJob(connection: Connection, job: number, limit: number): number {
  let deleted = 0;
  for (const sql of SWEEPS) {
    deleted += connection.run(sql, [job, limit - deleted]);
    if (deleted >= limit) return deleted;
  }
  connection.run('DELETE FROM removals WHERE job = ?', [job]);
  return deleted;
}

/** Deletes a bounded number of the rows of jobs that are gone. */
function sweep(connection: Connection): void {
  let left = ROWS_AT_ONCE;
  for (const [job] of connection.all('SELECT job FROM removals ORDER BY job')) {
    left -= sweepJob(connection, Number(job), left);
    if (left <= 0) return;
  }
}

/**
 * Does a piece of the removal of old jobs; answers how many it took out of sight. A job goes at once, its log and
 * the like in this call and later ones; a restart in between loses nothing of that.
 */
export function prune(
  connection: Connection,
  rule: { endedBeforeMs: number; keep: number },
): number {
  const taken = takeAway(connection, rule);
  sweep(connection);
  return taken;
}
