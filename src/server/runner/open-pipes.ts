import { spawnSync } from 'node:child_process';
import { constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A pipe: what is written to the file descriptor can be read. */
export interface OpenPipe {
  chunks: Readable;
  /** To be closed as soon as the command has it. */
  writeEnd: number;
}

/**
 * Real pipes. Node's own are sockets, and a command notices: it can't open /dev/stdout, and a reader that has gone is
 * ECONNRESET in place of SIGPIPE. They are opened by name, and have none afterwards. `undefined` where that is not
 * possible.
 */
export function openPipes(count: number): OpenPipe[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'jobtrack-'));
  try {
    const paths = Array.from({ length: count }, (_, index) => join(folder, String(index)));
    if (spawnSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' }).status !== 0) {
      return undefined;
    }
    return paths.map((path) => {
      const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
      const writeEnd = openSync(path, constants.O_WRONLY);
      return { chunks: new Socket({ fd: readEnd, readable: true, writable: false }), writeEnd };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
