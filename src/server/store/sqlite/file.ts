import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { isNoDatabase } from './failure.js';
import { APPLICATION_ID, SCHEMA_VERSION } from './migrate.js';
import { readPragma } from './pragma.js';
import { refused } from './refusal.js';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** Two numbers of a database's head, as https://sqlite.org/fileformat2.html describes it. */
interface Head {
  applicationId: number;
  version: number;
}

/**
 * SQLite reads its head itself, because closing a file by which this process holds a lock would drop that lock. It is
 * told that nobody changes the file, so that it locks nothing, recovers nothing and puts nothing beside it.
 */
function readHead(file: string): Head {
  const database = new Database(`${pathToFileURL(file).href}?mode=ro&immutable=1`);
  const read = (name: string): number => Number(readPragma(database, name));
  try {
    return { applicationId: read('application_id'), version: read('user_version') };
  } finally {
    database.close();
  }
}

function headOf(file: string): Head {
  try {
    return readHead(file);
  } catch (error) {
    throw isNoDatabase(error) ? refused(file, 'foreign', error) : error;
  }
}

/** Throws STORE_REFUSED for a file that is not ours to write. It is only read. */
function checkFile(file: string): void {
  const stats = statSync(file);
  if (!stats.isFile()) throw refused(file, 'not-a-file');
  if (stats.size === 0) return;
  const { applicationId, version } = headOf(file);
  if (applicationId !== APPLICATION_ID) throw refused(file, 'foreign');
  if (version > SCHEMA_VERSION) throw refused(file, 'newer');
}

/** A file is private from its first moment on. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  closeSync(openSync(file, 'wx', PRIVATE_FILE));
}

/** SQLite gives the mode of a database to the files that it puts beside it. */
function makePrivate(file: string): void {
  for (const path of [file, `${file}-wal`]) {
    if (existsSync(path)) chmodSync(path, PRIVATE_FILE);
  }
}

/**
 * Makes sure that there is a private file that may be opened as a database; `file` is absolute. Throws STORE_REFUSED,
 * and leaves the file as it is, when it holds something else or was written by a newer version.
 */
export function prepareFile(file: string): void {
  if (existsSync(file)) checkFile(file);
  else makeFile(file);
  makePrivate(file);
}
