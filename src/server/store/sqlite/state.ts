import type { Connection } from './connection.js';

/** The number of changes so far; kept over restarts, so that no two states of the store share one. */
export const readRevision = (connection: Connection): number =>
  Number(connection.get('SELECT revision FROM state')?.[0]);

export function countChange(connection: Connection): void {
  connection.run('UPDATE state SET revision = revision + 1');
}

/** Notes which SQLite writes the file, for whoever has to look into a damaged one. */
export function noteVersion(connection: Connection): void {
  connection.run(
    'UPDATE state SET sqlite_version = sqlite_version() WHERE sqlite_version <> sqlite_version()',
  );
}
