import type { Writable } from 'node:stream';
import type { ReadStream } from 'node:tty';
import type { InputPort } from '../ports/io.js';
import { undoable } from './restore.js';

/**
 * The process's standard input as a port. Neither it nor what reads it is opened before something is asked of it:
 * most commands ask nothing.
 */
export function createInput(open: () => ReadStream, echo: () => NodeJS.WritableStream): InputPort {
  return {
    get isTTY() {
      return process.getBuiltinModule('node:tty').isatty(0);
    },
    readAll: (limitBytes, signal) => readAll(open(), limitBytes, signal),
    // The terminal itself shows and edits the line: readline would first wipe out the question before it.
    readLine: (signal) => readLine(open(), { output: echo(), terminal: false }, signal),
    readSecret: (signal) => readLine(open(), { output: nowhere(), terminal: true }, signal),
  };
}

async function readAll(
  stream: ReadStream,
  limitBytes: number,
  signal?: AbortSignal,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const stop = (): void => void stream.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes > limitBytes) throw new Error(`more than ${limitBytes} bytes on standard input`);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  signal?.throwIfAborted();
  return Buffer.concat(chunks).toString('utf8');
}

async function readLine(
  stream: ReadStream,
  shown: { output: NodeJS.WritableStream; terminal: boolean },
  signal?: AbortSignal,
): Promise<string> {
  const { createInterface } = process.getBuiltinModule('node:readline/promises');
  const lines = createInterface({ input: stream, ...shown });
  // In raw mode the terminal does not turn Ctrl-C into a signal; readline does it, and so it stays one.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  // At the end of input (Ctrl-D) readline answers nothing, or an error of its own.
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  const answered = lines.question('', signal === undefined ? {} : { signal }).catch((error) => {
    if (signal?.aborted) throw error;
    return '';
  });
  // A line that is not shown is read in raw mode.
  const restore = undoable(() => lines.close());
  try {
    return await Promise.race([answered, ended]);
  } finally {
    restore();
  }
}

/** readline echoes what is typed; a secret is echoed here, where nobody sees it. */
const nowhere = (): Writable => {
  const { Writable } = process.getBuiltinModule('node:stream');
  return new Writable({ write: (_chunk, _encoding, done) => done() });
};
