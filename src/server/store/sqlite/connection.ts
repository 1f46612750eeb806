import type Database from 'libsql';
import { ApiError } from '../../api-error.js';
import { told } from './failure.js';

/** What a column can hold. The driver ends the whole process when it is handed a boolean, so there is none. */
export type Value = string | number | Buffer | null;

/** One row: its values in the order of the columns that were asked for. */
export type Row = readonly Value[];

/** The one way to the database. Every method throws {@link ApiError} for a full disk and for a damaged file. */
export interface Connection {
  all(sql: string, values?: readonly Value[]): readonly Row[];
  get(sql: string, values?: readonly Value[]): Row | undefined;
  /** How many rows it changed. */
  run(sql: string, values?: readonly Value[]): number;
  /** Several statements without values. */
  script(sql: string): void;
  /** Does `work` as one; inside of another transaction it becomes a part of that one. */
  transaction<T>(work: () => T): T;
  /**
   * Does `work` without waiting for the disk. What it has written is there whenever the process ends, and may be gone when
   * the machine does: only for what may as well not have happened. Inside of a transaction it waits as that one does.
   */
  unflushed<T>(work: () => T): T;
  /** After it, every other method throws. Doing it again does nothing. */
  close(): void;
}

/** Prepares each text of SQL once. */
function createStatements(
  database: Database.Database,
): (sql: string) => Database.Statement<unknown[]> {
  const known = new Map<string, Database.Statement<unknown[]>>();
  return (sql) => {
    const found = known.get(sql);
    if (found !== undefined) return found;
    const statement = database.prepare(sql);
    if (statement.reader) statement.raw();
    known.set(sql, statement);
    return statement;
  };
}

function toldOf<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw told(error);
  }
}

/** A transaction that a part has failed of can't be stored any more, whoever catches the part's error. */
interface Running {
  failure?: { error: unknown };
}

function joined<T>(running: Running, work: () => T): T {
  if (running.failure !== undefined) throw running.failure.error;
  try {
    return work();
  } catch (error) {
    running.failure ??= { error };
    throw error;
  }
}

function createTransactions(database: Database.Database): <T>(work: () => T) => T {
  let running: Running | undefined;
  const whole = <T>(work: () => T): T => {
    running = {};
    try {
      const result = joined(running, work);
      if (running.failure !== undefined) throw running.failure.error;
      database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk makes SQLite roll back by itself: https://sqlite.org/lang_transaction.html
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    } finally {
      running = undefined;
    }
  };
  return (work) => {
    if (running !== undefined) return joined(running, work);
    database.exec('BEGIN IMMEDIATE');
    return whole(work);
  };
}

/**
 * Without FULL, a commit is written to the journal but not flushed; a later one flushes both:
 * https://sqlite.org/pragma.html#pragma_synchronous
 */
function withoutFlush<T>(database: Database.Database, work: () => T): T {
  if (database.inTransaction) return work();
  database.exec('PRAGMA synchronous = NORMAL');
  try {
    return work();
  } finally {
    database.exec('PRAGMA synchronous = FULL');
  }
}

/**
 * Leaves one file behind, and its lock to the next owner. Closing alone does neither as long as the driver remembers
 * prepared statements, which it does until its garbage is collected.
 */
function release(database: Database.Database): void {
  try {
    database.exec('PRAGMA journal_mode = DELETE');
    database.exec('PRAGMA locking_mode = NORMAL');
    database.exec('SELECT count(*) FROM sqlite_schema');
  } catch {
    // All that was acknowledged is in the file's journal, where the next owner finds it.
  }
  database.close();
}

/** Takes over an opened database. */
export function createConnection(database: Database.Database): Connection {
  const statement = createStatements(database);
  const transaction = createTransactions(database);
  let isOpen = true;
  // A statement of this driver goes on working after its connection was closed.
  const guarded = <T>(work: () => T): T => {
    if (!isOpen) throw new ApiError('UNAVAILABLE', 'The server is closing.');
    return toldOf(work);
  };
  return {
    all: (sql, values = []) => guarded(() => statement(sql).all(values) as readonly Row[]),
    get: (sql, values = []) => guarded(() => statement(sql).get(values) as Row | undefined),
    run: (sql, values = []) => guarded(() => statement(sql).run(values).changes),
    script: (sql) => guarded(() => database.exec(sql)),
    transaction: (work) => guarded(() => transaction(work)),
    unflushed: (work) => guarded(() => withoutFlush(database, work)),
    close: () => {
      if (isOpen) release(database);
      isOpen = false;
    },
  };
}
