import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../../src/server/store/sqlite/open-store.js';
import { temporaryFolder } from '../../../helpers/cli.js';
import { changes, exampleJob, logEntry } from '../records.js';
import { folderOf, newFile, opened, refusalOf, runSql, usedFile } from './files.js';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('a file', () => {
  test('keeps what was stored for the next time', () => {
    const store = opened(usedFile());
    expect(store.job(exampleJob.id)).toEqual({ ...exampleJob, logSequence: 1 });
    expect(store.logs(exampleJob.id, { levels: ['INFO'], limit: 9 })).toEqual([logEntry(1)]);
  });

  test('goes on counting its revision', () => {
    const file = usedFile();
    const first = openStore({ file });
    const before = first.revision();
    first.close();
    const second = opened(file);
    second.apply(changes(exampleJob));
    expect(second.revision()).toBe(before + 1);
  });

  test('is private, and so is the folder made for it and what lies beside it', () => {
    const file = join(temporaryFolder(), 'state/jobtrack/jobs.db');
    const store = opened(file);
    store.addJob(exampleJob, []);
    expect(readdirSync(dirname(file))).toEqual(['jobs.db', 'jobs.db-wal']);
    expect(modeOf(file)).toBe('600');
    expect(modeOf(`${file}-wal`)).toBe('600');
    expect(modeOf(dirname(file))).toBe('700');
    expect(modeOf(dirname(dirname(file)))).toBe('700');
  });

  test('is made private when it was not', () => {
    const file = usedFile();
    chmodSync(file, 0o644);
    opened(file);
    expect(modeOf(file)).toBe('600');
  });

  test('is alone in its folder after closing', () => {
    expect(readdirSync(dirname(usedFile()))).toEqual(['jobs.db']);
  });

  test('may be there and empty', () => {
    const file = newFile();
    writeFileSync(file, '');
    expect(opened(file).countJobs({})).toBe(0);
  });

  test('may have a name that means something in an address', () => {
    const file = join(temporaryFolder(), 'file:jobs?mode=memory#100%.db');
    opened(file).addJob(exampleJob, []);
    expect(statSync(file).size).toBeGreaterThan(0);
  });

  test('says which SQLite wrote it', () => {
    const database = new Database(usedFile());
    const row = database
      .prepare('SELECT sqlite_version, sqlite_version() FROM state')
      .raw()
      .get([]);
    const [noted, current] = row as [string, string];
    expect(noted).toBe(current);
  });
});

describe('a file that is not ours is refused and left as it is', () => {
  const foreign = 'foreign: FILE: this file is not a database of jobtrack';

  const refusedUntouched = (file: string): string => {
    const before = folderOf(file);
    const refusal = refusalOf(file);
    expect(folderOf(file)).toEqual(before);
    return refusal;
  };

  test.each([
    ['a text', 'Dear diary,\n'.repeat(500)],
    ['a short text', 'x'],
    ['zeros', '\0'.repeat(8_192)],
    ['the beginning of a database and nothing more', 'SQLite format 3\0'],
  ])('%s', (_, content) => {
    const file = newFile();
    writeFileSync(file, content, { mode: 0o644 });
    expect(refusedUntouched(file)).toBe(foreign);
  });

  test('a database of another application', () => {
    const file = newFile();
    runSql(file, 'CREATE TABLE customers (name TEXT)');
    expect(refusedUntouched(file)).toBe(foreign);
  });

  test('a database of another application that runs', () => {
    const file = newFile();
    runSql(file, 'PRAGMA journal_mode = WAL');
    const other = new Database(file);
    onTestFinished(() => {
      other.close();
    });
    other.exec('CREATE TABLE customers (name TEXT); PRAGMA application_id = 7');
    expect(readdirSync(dirname(file))).toEqual(['jobs.db', 'jobs.db-shm', 'jobs.db-wal']);
    expect(refusedUntouched(file)).toBe(foreign);
  });

  test('a database of a newer version', () => {
    const file = usedFile();
    runSql(file, 'PRAGMA user_version = 1000');
    expect(refusedUntouched(file)).toBe(
      'newer: FILE: a newer version of jobtrack wrote this database',
    );
  });

  test('a path that leads through a file', () => {
    const file = join(usedFile(), 'jobs.db');
    expect(() => openStore({ file })).toThrow(
      expect.objectContaining({
        code: 'FILE_FAILED',
        message: `${file}: EEXIST: file already exists`,
      }),
    );
  });

  test('a folder', () => {
    const file = newFile();
    mkdirSync(file);
    expect(refusalOf(file)).toBe('not-a-file: FILE: this is not a regular file');
  });
});

describe('a damaged database', () => {
  test('is refused when that shows at once, and left as it is', () => {
    const file = usedFile(2_000);
    truncateSync(file, 4_096);
    const before = folderOf(file);
    expect(refusalOf(file)).toBe('damaged: FILE: this database is damaged');
    expect(folderOf(file)).toEqual(before);
  });

  test('says so when it shows later', () => {
    const file = usedFile(20_000);
    const bytes = readFileSync(file);
    bytes.fill(0x5a, Math.floor(bytes.length / 2));
    writeFileSync(file, bytes);
    const store = opened(file);
    expect(() => store.logs(exampleJob.id, { levels: ['INFO'], limit: 30_000 })).toThrow(
      expect.objectContaining({
        code: 'INTERNAL',
        message:
          "The server's database is damaged: stop the server, and go on with a copy of the file or with a new one.",
      }),
    );
  });
});
