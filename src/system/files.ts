import { close, fsync, lstat, mkdir, open, read, realpath, rename, rm, writeFile } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { FileFacts, Files } from '../ports/files.js';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
const PERMISSION_BITS = 0o777;

/** More than any text that a user keeps for jobtrack. A device or a pipe may have no end at all. */
const TEXT_LIMIT_BYTES = 1_048_576;

/** More than a file of settings usually is. */
const CHUNK_BYTES = 16_384;

/** The system's words for "there is nothing": no such entry, or a file where the path needs a folder. */
const NOTHING = new Set(['ENOENT', 'ENOTDIR']);

/** What node:fs/promises has, without loading that: 2 ms of every command. */
const disk = {
  lstat: promisify(lstat),
  realpath: promisify(realpath.native),
  open: promisify(open),
  read: promisify(read),
  write: promisify(writeFile),
  sync: promisify(fsync),
  close: promisify(close),
  mkdir: promisify(mkdir),
  rename: promisify(rename),
  remove: promisify(rm),
};

async function ifThere<T>(look: Promise<T>): Promise<T | undefined> {
  try {
    return await look;
  } catch (error) {
    if (NOTHING.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

async function facts(path: string): Promise<FileFacts | undefined> {
  const stats = await ifThere(disk.lstat(path));
  if (stats === undefined) return undefined;
  const userId = process.geteuid?.();
  // Windows has neither permission bits nor owners in this sense: a user's folder is closed to others by its own rules.
  if (userId === undefined) return { isFile: stats.isFile(), mode: PRIVATE_FILE, isOwn: true };
  return {
    isFile: stats.isFile(),
    mode: stats.mode & PERMISSION_BITS,
    isOwn: stats.uid === userId,
  };
}

async function readText(path: string): Promise<string> {
  const file = await disk.open(path, 'r');
  try {
    const chunks: Buffer[] = [];
    // The last byte that is read tells that there is one too many.
    let left = TEXT_LIMIT_BYTES + 1;
    for (;;) {
      const chunk = Buffer.alloc(Math.min(left, CHUNK_BYTES));
      const { bytesRead } = await disk.read(file, chunk, 0, chunk.length, null);
      if (bytesRead === 0) return Buffer.concat(chunks).toString('utf8');
      chunks.push(chunk.subarray(0, bytesRead));
      left -= bytesRead;
      if (left === 0) throw new Error('EFBIG: more than 1 MiB, read');
    }
  } finally {
    await disk.close(file);
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await disk.open(path, 'wx', PRIVATE_FILE);
  try {
    await disk.write(file, text);
    await disk.sync(file);
  } finally {
    await disk.close(file);
  }
}

/** A rename within a folder is atomic, so a reader, or a power cut, meets the old text or the new one and no part of either. */
async function writePrivate(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await disk.mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  // Most commands write no file, and to load this module takes longer than all that --version does.
  const { randomBytes } = await import('node:crypto');
  const unfinished = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    await writeNew(unfinished, text);
    await disk.rename(unfinished, path);
  } catch (error) {
    await disk.remove(unfinished, { force: true });
    throw error;
  }
}

/** The machine's own files. */
export const systemFiles: Files = {
  readText: (path) => ifThere(readText(path)),
  facts,
  realPath: (path) => ifThere(disk.realpath(path)),
  writePrivate,
  remove: (path) => disk.remove(path, { force: true }),
};
