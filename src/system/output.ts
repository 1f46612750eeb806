import type { WriteStream } from 'node:tty';
import type { OutputPort } from '../ports/io.js';
import type { ColorLevel } from '../render/theme.js';

/** A stream of the process as a port: writes wait for room, and a reader that has gone is no error. */
export function createOutput(stream: WriteStream, environment: NodeJS.ProcessEnv): OutputPort {
  const closed = new AbortController();
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // EPIPE is `| head -1`; EIO is a terminal whose window has been closed. Anything else is told by the write itself.
    if (error.code === 'EPIPE' || error.code === 'EIO') closed.abort();
  });
  const isTTY = stream.isTTY === true;
  return {
    isTTY,
    columns: () => (isTTY ? stream.columns : undefined),
    rows: () => (isTTY ? stream.rows : undefined),
    colorLevel: colorLevel(isTTY, environment),
    closed: closed.signal,
    write: (text) => send(stream, text, closed.signal),
    writeBytes: (bytes) => send(stream, bytes, closed.signal),
  };
}

function send(stream: WriteStream, chunk: string | Uint8Array, closed: AbortSignal): Promise<void> {
  if (closed.aborted || chunk.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error) => {
      if (error == null || closed.aborted || isClosedPipe(error)) resolve();
      else reject(error);
    });
  });
}

const isClosedPipe = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'EIO' || error.code === 'ERR_STREAM_DESTROYED';

function colorLevel(isTTY: boolean, environment: NodeJS.ProcessEnv): ColorLevel {
  if (!isTTY || environment['TERM'] === 'dumb') return 0;
  if (/truecolor|24bit/i.test(environment['COLORTERM'] ?? '')) return 3;
  return /256color/i.test(environment['TERM'] ?? '') ? 2 : 1;
}
