import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../../src/server/store/sqlite/open-store.js';
import { bundleChild } from '../../../helpers/bundle-child.js';
import { temporaryFolder } from '../../../helpers/cli.js';
import { openElsewhere, startWriter } from '../child.js';
import { exampleJob } from '../records.js';
import { newFile, opened, refusalOf } from './files.js';

test('another process is refused while the store is open, and welcome afterwards', async () => {
  const openOnce = await bundleChild('test/server/store/open-once.child.ts');
  const file = newFile();
  const store = openStore({ file });
  store.addJob(exampleJob, []);
  expect(openElsewhere(openOnce, file)).toBe('in-use');
  store.close();
  expect(openElsewhere(openOnce, file)).toBe('opened');
});

test('a second opening in the same process is refused and does not let others in', async () => {
  const openOnce = await bundleChild('test/server/store/open-once.child.ts');
  const file = newFile();
  opened(file);
  expect(refusalOf(file)).toBe('in-use: FILE: another process has this database open');
  expect(openElsewhere(openOnce, file)).toBe('in-use');
});

test('an owner that was killed leaves no lock behind', async () => {
  const file = newFile();
  const writer = startWriter(await bundleChild('test/server/store/write-entries.child.ts'), file);
  await writer.told(3);
  expect(refusalOf(file)).toMatch(/^in-use: /);
  const before = writer.acknowledged.length;
  await writer.told(before + 1);
  await writer.kill();
  expect(opened(file).job(exampleJob.id)?.logSequence).toBeGreaterThan(before);
});

test('another name of the same file is the same file', () => {
  const file = newFile();
  opened(file);
  const name = join(temporaryFolder(), 'other.db');
  symlinkSync(file, name);
  expect(refusalOf(name)).toMatch(/^in-use: /);
});
