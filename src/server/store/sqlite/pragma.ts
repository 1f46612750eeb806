import type Database from 'libsql';

/** A setting of SQLite, https://sqlite.org/pragma.html; the driver's own `pragma()` does not know its `simple` option. */
export const readPragma = (database: Database.Database, name: string): unknown =>
  (database.prepare(`PRAGMA ${name}`).raw().get([]) as readonly unknown[] | undefined)?.[0];
