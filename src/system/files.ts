import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileFacts, Files } from '../ports/files.js';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
const PERMISSION_BITS = 0o777;

/** More than any text that a user keeps for jobtrack. A device or a pipe may have no end at all. */
const TEXT_LIMIT_BYTES = 1_048_576;

/** The system's words for "there is nothing": no such entry, or a file where the path needs a folder. */
const NOTHING = new Set(['ENOENT', 'ENOTDIR']);

async function ifThere<T>(look: Promise<T>): Promise<T | undefined> {
  try {
    return await look;
  } catch (error) {
    if (NOTHING.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

async function facts(path: string): Promise<FileFacts | undefined> {
  const stats = await ifThere(lstat(path));
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
  const file = await open(path);
  try {
    const chunks: Buffer[] = [];
    // The last byte that is read tells that there is one too many.
    const bytes = file.createReadStream({ end: TEXT_LIMIT_BYTES, autoClose: false });
    for await (const chunk of bytes) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks);
    if (text.length > TEXT_LIMIT_BYTES) throw new Error('EFBIG: more than 1 MiB, read');
    return text.toString('utf8');
  } finally {
    await file.close();
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', PRIVATE_FILE);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename within a folder is atomic, so a reader, or a power cut, meets the old text or the new one and no part of either. */
async function writePrivate(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  const unfinished = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    await writeNew(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The machine's own files. */
export const systemFiles: Files = {
  readText: (path) => ifThere(readText(path)),
  facts,
  realPath: (path) => ifThere(realpath(path)),
  writePrivate,
  remove: (path) => rm(path, { force: true }),
};
