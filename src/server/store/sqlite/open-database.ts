import Database from 'libsql';
import { readPragma } from './pragma.js';

/** Long enough for an owner that is just closing. */
const BUSY_TIMEOUT_MS = 500;
const CACHE_KIB = 16_384;

/**
 * The lock of the one owner. It lies on the file itself, the system takes it away with its process, however that
 * ends, and SQLite holds it from the first access until the connection closes.
 */
const TAKE_LOCK = `
  PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
  PRAGMA locking_mode = EXCLUSIVE;
  BEGIN EXCLUSIVE;
  COMMIT;
`;

/** Opens a database and takes its lock. Throws the driver's error SQLITE_BUSY when another owner has it. */
export function openDatabase(file: string): Database.Database {
  const database = new Database(file);
  try {
    database.exec(TAKE_LOCK);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What a commit needs to be on the disk, whatever happens to the process or the machine. */
const DURABLE = { journal_mode: 'wal', synchronous: 2, locking_mode: 'exclusive' } as const;

/** Sets how the database is written; throws when SQLite does not do as it is told. */
export function makeDurable(database: Database.Database, maxBytes: number | undefined): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA journal_size_limit = 67108864`);
  if (maxBytes !== undefined) limitSize(database, maxBytes);
  if (readPragma(database, 'journal_mode') === 'memory') return;
  for (const [name, value] of Object.entries(DURABLE)) {
    const found = readPragma(database, name);
    if (found !== value) throw new Error(`SQLite answers ${name} = ${String(found)}, not ${value}`);
  }
}

function limitSize(database: Database.Database, maxBytes: number): void {
  const pageBytes = Number(readPragma(database, 'page_size'));
  database.exec(`PRAGMA max_page_count = ${Math.ceil(maxBytes / pageBytes)}`);
}
