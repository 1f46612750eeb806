import type { Connection } from './connection.js';
import { migrations } from './migrations/index.js';

/** "jobt", which `file` and every SQLite tool can tell: https://sqlite.org/pragma.html#pragma_application_id */
export const APPLICATION_ID = 0x6a_6f_62_74;

/** The version of the database that this program writes. */
export const SCHEMA_VERSION = migrations.length;

/** Brings the database to the version that has taken all `steps`; when one of them fails it stays as it was. */
export function migrate(connection: Connection, steps = migrations): void {
  const version = Number(connection.get('PRAGMA user_version')?.[0]);
  if (version >= steps.length) return;
  // Written straight to the file, so that an older program sees the new version there and not in a journal beside it.
  connection.script('PRAGMA journal_mode = DELETE');
  connection.transaction(() => {
    for (const step of steps.slice(version)) connection.script(step);
    connection.script(`PRAGMA application_id = ${APPLICATION_ID}`);
    connection.script(`PRAGMA user_version = ${steps.length}`);
  });
}
