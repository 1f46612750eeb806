import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { ApiError } from '../../../../src/server/api-error.js';
import type { Store } from '../../../../src/server/store/port.js';
import { openStore } from '../../../../src/server/store/sqlite/open-store.js';
import { bundleChild } from '../../../helpers/bundle-child.js';
import { temporaryFolder } from '../../../helpers/cli.js';
import { promise } from '../../../helpers/promise.js';
import { startWriter } from '../child.js';
import { changes, event, exampleJob, jobNumbered, logEntry } from '../records.js';

const { id } = exampleJob;
const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

/** What SQLite itself finds wrong with a file. */
function faultsOf(file: string): string {
  const database = new Database(file);
  const [found] = database.prepare('PRAGMA integrity_check').raw().get([]) as [string];
  database.close();
  return found;
}

/** The numbers that a job's own record and each of its tables end with; equal, unless a change was torn. */
function lastNumbers(store: Store): readonly (number | undefined)[] {
  const last = store.job(id)?.logSequence ?? 0;
  const beyond = Math.max(0, last - 1);
  return [
    last,
    store.logs(id, { levels, limit: 9, afterSequence: beyond }).at(-1)?.sequence ?? 0,
    store.events(id, { withSub: true, afterSequence: beyond }).at(-1)?.sequence ?? 0,
    store.outbox(id, beyond).at(-1)?.sequence ?? 0,
    store.knownReports(id, [`report ${last}`]).size === 1 ? last : 0,
  ];
}

const isEven = (numbers: readonly unknown[]): boolean => new Set(numbers).size === 1;

promise(
  'V4',
  'What was acknowledged is stored, however the server ends',
  { full: 200, quick: 8 },
  async ({ count, fail }) => {
    const program = await bundleChild('test/server/store/write-entries.child.ts');
    const file = join(temporaryFolder(), 'jobs.db');
    for (let round = 0; round < count; round += 1) {
      const writer = startWriter(program, file);
      // Every round is killed at another place: while it opens the file that the last one left, early, or later on.
      await writer.told((round * 7) % 60);
      await writer.kill();
      const store = openStore({ file });
      const numbers = lastNumbers(store);
      const [stored = 0] = numbers;
      const lost = writer.acknowledged.filter((number) => number > Number(stored));
      if (lost.length > 0) fail(`round ${round}: acknowledged and lost: ${lost.join(', ')}`);
      if (!isEven(numbers)) fail(`round ${round}: a torn change: ${numbers.join(', ')}`);
      const entries = store.logs(id, { levels, limit: 1_000_000 });
      if (entries.some((entry, index) => entry.sequence !== index + 1)) {
        fail(`round ${round}: an entry is missing among ${entries.length}`);
      }
      store.close();
      const faults = faultsOf(file);
      if (faults !== 'ok') fail(`round ${round}: ${faults}`);
    }
  },
);

/** One batch of entries as large as a page or two, with an event, an outbox record and a report. */
function write(store: Store, number: number): void {
  store.apply(
    changes(
      { ...exampleJob, logSequence: number, eventSequence: number },
      {
        reportIds: [`report ${number}`],
        logs: [logEntry(number, { message: `${number} `.repeat(500 + ((number * 37) % 900)) })],
        events: [event(number)],
        outbox: [
          { id: `event ${number}`, jobId: id, event: 'JobProgress', createdAtMs: 1, body: {} },
        ],
      },
    ),
  );
}

/** Writes until there is no room; the last number that was stored and what the next one met. */
function writeUntilFull(store: Store): { last: number; error: unknown } {
  let last = store.job(id)?.logSequence ?? 0;
  for (;;) {
    try {
      write(store, last + 1);
      last += 1;
    } catch (error) {
      return { last, error };
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof ApiError ? error.code : String(error));

/** A store on a disk that gets full, and how room is made there again. */
interface SmallDisk {
  store: Store;
  file: string;
  makeRoom: () => void;
}

const MIB = 1_048_576;

/** A file system of 8 MiB in memory, gone with the test; `undefined` where this user may not mount one. */
function mountSmall(): string | undefined {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return folder;
}

/** Another file takes a part of the disk, and is taken away to make room. */
function mountedDisk(folder: string, round: number): SmallDisk {
  const another = join(folder, 'another');
  writeFileSync(another, Buffer.alloc(MIB + ((round * 271_829) % (5 * MIB))));
  const file = join(folder, 'jobs.db');
  return { store: openStore({ file }), file, makeRoom: () => rmSync(another) };
}

/** A database that may not grow beyond a size, with an old job in it that can be taken away. */
function limitedDisk(round: number): SmallDisk {
  const file = join(temporaryFolder(), 'jobs.db');
  const store = openStore({ file, maxBytes: 2 * MIB + round * 4_096 });
  const old = jobNumbered(1, { status: 'Completed', endedAtMs: 1 });
  store.addJob(old, []);
  const logs = Array.from({ length: 500 }, (_, index) =>
    logEntry(index + 1, { message: 'x'.repeat(900) }),
  );
  store.apply(changes(old, { logs }));
  return { store, file, makeRoom: () => store.prune({ endedBeforeMs: 2, keep: 0 }) };
}

function smallDisk(round: number): SmallDisk {
  const folder = mountSmall();
  return folder === undefined ? limitedDisk(round) : mountedDisk(folder, round);
}

function checkFullDisk(disk: SmallDisk, round: number, fail: (what: string) => void): void {
  const { store, file, makeRoom } = disk;
  store.addJob(exampleJob, []);
  const { last, error } = writeUntilFull(store);
  if (codeOf(error) !== 'STORAGE_FULL') fail(`round ${round}: ${String(error)}`);
  if (last < 20) fail(`round ${round}: only ${last} changes before the disk was full`);
  const whenFull = lastNumbers(store);
  if (!isEven(whenFull) || whenFull[0] !== last) {
    fail(`round ${round}: after ${last}, torn: ${whenFull.join(', ')}`);
  }
  makeRoom();
  for (const number of [last + 1, last + 2]) write(store, number);
  const numbers = lastNumbers(store);
  if (!isEven(numbers) || numbers[0] !== last + 2) {
    fail(`round ${round}: after room was made: ${numbers.join(', ')}`);
  }
  store.close();
  const faults = faultsOf(file);
  if (faults !== 'ok') fail(`round ${round}: ${faults}`);
}

promise(
  'V5',
  'A full disk refuses what it has no room for, and nothing else is lost',
  { full: 20, quick: 3 },
  ({ count, fail }) => {
    for (let round = 0; round < count; round += 1) checkFullDisk(smallDisk(round), round, fail);
  },
);

test('a store that has reached its size refuses more, and takes it again after old jobs went', () => {
  const failures: string[] = [];
  checkFullDisk(limitedDisk(0), 0, (what) => failures.push(what));
  expect(failures).toEqual([]);
});

test('what the caller is told when the disk is full is a 507 that says what to do', () => {
  const { store } = limitedDisk(0);
  store.addJob(exampleJob, []);
  const { error } = writeUntilFull(store);
  expect(error).toMatchObject({
    status: 507,
    message:
      "The server's disk is full or can't be written: nothing of this request was stored. Send it again when there is room.",
  });
  store.close();
});
