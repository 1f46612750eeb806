import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const PIECE_BYTES = 262_144;

/** The SHA-256 of a file's content, in hexadecimal digits; rejects when it can't be read. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    hash.update(piece as Buffer);
  }
  return hash.digest('hex');
}

/** Whether two files hold the same bytes; rejects when one can't be read. */
export async function isSameContent(one: string, other: string): Promise<boolean> {
  const files = await Promise.all([open(one), open(other)]);
  try {
    const buffers = [Buffer.alloc(PIECE_BYTES), Buffer.alloc(PIECE_BYTES)] as const;
    for (;;) {
      const [left, right] = await Promise.all([
        files[0].read(buffers[0], 0, PIECE_BYTES),
        files[1].read(buffers[1], 0, PIECE_BYTES),
      ]);
      if (left.bytesRead !== right.bytesRead) return false;
      if (left.bytesRead === 0) return true;
      if (!buffers[0].subarray(0, left.bytesRead).equals(buffers[1].subarray(0, right.bytesRead))) {
        return false;
      }
    }
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}
