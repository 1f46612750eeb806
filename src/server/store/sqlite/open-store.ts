import { resolve } from 'node:path';
import type Database from 'libsql';
import type { Store } from '../port.js';
import { type Connection, createConnection } from './connection.js';
import { prepareFile } from './file.js';
import { migrate } from './migrate.js';
import { makeDurable, openDatabase } from './open-database.js';
import { createReads } from './reads.js';
import { openingFailure } from './refusal.js';
import { noteVersion } from './state.js';
import { createWrites } from './writes.js';

/** Where a store is, and how large it may get. */
export interface StoreOptions {
  /** A path, or `:memory:` for a store that is gone when it closes. */
  file: string;
  /** The size that the file may grow to; as far as the disk goes when left out. Beyond it writing is STORAGE_FULL. */
  maxBytes?: number;
}

const MEMORY = ':memory:';

function prepare(database: Database.Database, maxBytes?: number): Connection {
  const connection = createConnection(database);
  try {
    migrate(connection);
    makeDurable(database, maxBytes);
    noteVersion(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function connect(file: string, maxBytes?: number): Connection {
  try {
    if (file !== MEMORY) prepareFile(file);
    return prepare(openDatabase(file), maxBytes);
  } catch (error) {
    throw openingFailure(file, error);
  }
}

/**
 * Opens the store of a file, which is made when it is missing. Throws JobtrackError STORE_REFUSED, and leaves the file
 * as it is, when somebody has it open, a newer version wrote it, or it holds something else; FILE_FAILED when the
 * system does not let it be opened.
 */
export function openStore({ file, maxBytes }: StoreOptions): Store {
  const connection = connect(file === MEMORY ? file : resolve(file), maxBytes);
  return {
    ...createReads(connection),
    ...createWrites(connection),
    close: () => connection.close(),
  };
}
