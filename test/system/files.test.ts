import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemFiles } from '../../src/system/files.js';

function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jobtrack-files-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const modeOf = (path: string) => statSync(path).mode & 0o777;

test('a private file is written with mode 0600, its new folders with 0700', async () => {
  const folder = tempFolder();
  const file = join(folder, 'a/b/config.json');
  await systemFiles.writePrivate(file, 'text');
  expect(readFileSync(file, 'utf8')).toBe('text');
  expect([file, join(folder, 'a/b'), join(folder, 'a')].map(modeOf)).toEqual([0o600, 0o700, 0o700]);
});

test('an open file that is there is replaced by a private one', async () => {
  const file = join(tempFolder(), 'config.json');
  writeFileSync(file, 'old');
  chmodSync(file, 0o644);
  await systemFiles.writePrivate(file, 'new');
  expect([readFileSync(file, 'utf8'), modeOf(file)]).toEqual(['new', 0o600]);
});

test('a folder that is there keeps its mode', async () => {
  const folder = tempFolder();
  chmodSync(folder, 0o755);
  await systemFiles.writePrivate(join(folder, 'config.json'), 'text');
  expect(modeOf(folder)).toBe(0o755);
});

test('writing that fails leaves neither a part nor the unfinished file', async () => {
  const folder = tempFolder();
  const taken = join(folder, 'taken');
  mkdirSync(join(taken, 'full'), { recursive: true });
  await expect(systemFiles.writePrivate(taken, 'text')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('writers at one time leave the text of one of them', async () => {
  const folder = tempFolder();
  const file = join(folder, 'config.json');
  const texts = Array.from({ length: 20 }, (_, n) => `${n}`.repeat(10_000));
  await Promise.all(texts.map((text) => systemFiles.writePrivate(file, text)));
  expect(texts).toContain(readFileSync(file, 'utf8'));
  expect(readdirSync(folder)).toEqual(['config.json']);
});

test('reading what is not there is no error', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'file'), 'text');
  for (const name of ['nothing', 'file/below']) {
    const path = join(folder, name);
    expect(await systemFiles.readText(path)).toBeUndefined();
    expect(await systemFiles.facts(path)).toBeUndefined();
    expect(await systemFiles.realPath(path)).toBeUndefined();
  }
});

test('reading what is no text is one', async () => {
  await expect(systemFiles.readText(tempFolder())).rejects.toThrow('EISDIR');
});

test('facts are those of the path itself, links not followed', async () => {
  const folder = tempFolder();
  const file = join(folder, 'file');
  writeFileSync(file, 'text');
  chmodSync(file, 0o640);
  symlinkSync(file, join(folder, 'link'));
  expect(await systemFiles.facts(file)).toEqual({ isFile: true, mode: 0o640, isOwn: true });
  expect(await systemFiles.facts(folder)).toMatchObject({ isFile: false, isOwn: true });
  expect(await systemFiles.facts(join(folder, 'link'))).toMatchObject({ isFile: false });
  expect(await systemFiles.realPath(join(folder, 'link'))).toBe(file);
});

test('a file of another user is not own', async () => {
  const isRoot = process.geteuid?.() === 0;
  const theirs = join(tempFolder(), 'theirs');
  if (isRoot) {
    writeFileSync(theirs, '');
    const { chownSync } = await import('node:fs');
    chownSync(theirs, 12_345, 12_345);
  }
  expect((await systemFiles.facts(isRoot ? theirs : '/etc/passwd'))?.isOwn).toBe(false);
});

test('a text of 1 MiB is read, a longer one and a device without end are refused', async () => {
  const file = join(tempFolder(), 'long');
  writeFileSync(file, 'x'.repeat(1_048_576));
  expect(await systemFiles.readText(file)).toHaveLength(1_048_576);
  writeFileSync(file, 'x'.repeat(1_048_577));
  await expect(systemFiles.readText(file)).rejects.toThrow('EFBIG: more than 1 MiB, read');
  await expect(systemFiles.readText('/dev/zero')).rejects.toThrow('EFBIG');
  await expect(systemFiles.readText('/dev/null')).resolves.toBe('');
});
