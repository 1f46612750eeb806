import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { onTestFinished } from 'vitest';
import { isJobtrackError } from '../../../../src/errors/index.js';
import type { Store } from '../../../../src/server/store/port.js';
import { openStore } from '../../../../src/server/store/sqlite/open-store.js';
import { temporaryFolder } from '../../../helpers/cli.js';
import { changes, exampleJob, logEntry } from '../records.js';

/** A path in a folder of its own, where nothing is yet. */
export const newFile = (): string => join(temporaryFolder(), 'jobs.db');

/** The store of a file, closed with the test. */
export function opened(file: string): Store {
  const store = openStore({ file });
  onTestFinished(() => store.close());
  return store;
}

/** A store that has been used and closed. */
export function usedFile(entries = 1): string {
  const file = newFile();
  const store = openStore({ file });
  store.addJob(exampleJob, []);
  const logs = Array.from({ length: entries }, (_, index) => logEntry(index + 1));
  store.apply(changes({ ...exampleJob, logSequence: entries }, { logs }));
  store.close();
  return file;
}

/** Runs SQL on a file behind the store's back. */
export function runSql(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

/** Everything in the folder of a file: names, modes, bytes. */
export const folderOf = (file: string): readonly unknown[] =>
  readdirSync(dirname(file)).map((name) => {
    const path = join(dirname(file), name);
    const { mode } = statSync(path);
    return [name, mode, readFileSync(path).toString('base64')];
  });

/** Why a file is not opened: the reason and the sentence. */
export function refusalOf(file: string): string {
  try {
    openStore({ file }).close();
    return 'opened';
  } catch (error) {
    if (!isJobtrackError(error, 'STORE_REFUSED')) throw error;
    return `${error.facts.reason}: ${error.message.replace(file, 'FILE')}`;
  }
}
