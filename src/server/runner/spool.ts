import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lines of text on the disk, first in, first out. */
export interface Spool {
  /** How many lines wait. */
  readonly size: number;
  /** Adds a line; false when there is no room for it. A line holds no line end. */
  add(line: string): boolean;
  /** Takes the oldest lines away, at least one where there is one, about a MiB of them at most. */
  take(): string[];
  close(): void;
}

const READ_BYTES = 1_048_576;
const WRITE_CHARS = 65_536;

/**
 * A spool in a file that only this user can read. The file has no name any more once it is open, so nothing is left
 * behind in whichever way the program ends.
 */
export function openSpool(limitBytes: number): Spool {
  const file = openNameless();
  let [readAt, writtenTo, size] = [0, 0, 0];
  let unwritten: string[] = [];
  let unwrittenChars = 0;
  let rest = Buffer.alloc(0);
  // One buffer for all reads: at its start lies what the last one left of a line.
  let buffer = Buffer.alloc(READ_BYTES);
  let carriedBytes = 0;
  let isFull = false;

  const flush = (): void => {
    rest = Buffer.concat([rest, Buffer.from(unwritten.join(''))]);
    [unwritten, unwrittenChars] = [[], 0];
    isFull = false;
    try {
      while (rest.length > 0) {
        const count = writeSync(file, rest, 0, rest.length, writtenTo);
        writtenTo += count;
        rest = rest.subarray(count);
      }
    } catch {
      // A full disk: what could not be written stays here, and nothing more is taken until there is room.
      isFull = true;
    }
  };
  const read = (): string[] => {
    if (carriedBytes === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(READ_BYTES)]);
    const room = Math.min(buffer.length - carriedBytes, writtenTo - readAt);
    const count = readSync(file, buffer, carriedBytes, room, readAt);
    readAt += count;
    const bytes = buffer.subarray(0, carriedBytes + count);
    const end = bytes.lastIndexOf(0x0a) + 1;
    const text = bytes.toString('utf8', 0, end);
    buffer.copyWithin(0, end, bytes.length);
    carriedBytes = bytes.length - end;
    return text.split('\n').slice(0, -1);
  };
  const rewind = (): void => {
    ftruncateSync(file, 0);
    [readAt, writtenTo] = [0, 0];
    // With the file empty, what the disk had no room for is next.
    if (rest.length > 0) flush();
  };
  return {
    get size() {
      return size;
    },
    add(line) {
      if (isFull || writtenTo + unwrittenChars > limitBytes) return false;
      unwritten.push(`${line}\n`);
      unwrittenChars += line.length + 1;
      size += 1;
      if (unwrittenChars >= WRITE_CHARS) flush();
      return true;
    },
    take() {
      flush();
      const lines: string[] = [];
      while (lines.length === 0 && readAt < writtenTo) {
        lines.push(...read());
      }
      size -= lines.length;
      if (readAt === writtenTo) rewind();
      return lines;
    },
    close: () => closeSync(file),
  };
}

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'jobtrack-'));
  const path = join(folder, 'reports');
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  rmdirSync(folder);
  return file;
}
