import type { WriteStream } from 'node:tty';
import { JobtrackError } from '../errors/index.js';
import { memoize } from '../memoize.js';
import type { OutputPort } from '../ports/io.js';
import type { ColorLevel } from '../render/theme.js';

/** What a stream is to the program. */
interface OutputOptions {
  name: 'stdout' | 'stderr';
  environment: NodeJS.ProcessEnv;
  /** Chatter that can't be written, as on a full disk, changes nothing; data that can't be is FILE_FAILED. */
  isChatter?: boolean;
}

/**
 * A stream of the process as a port: writes wait for room, and a reader that has gone is no error. It is opened when
 * something is first asked of it, as many a command has nothing to say on stderr.
 */
export function createOutput(open: () => WriteStream, options: OutputOptions): OutputPort {
  const { name, environment, isChatter = false } = options;
  const closed = new AbortController();
  const stream = memoize(() =>
    open().on('error', (error: NodeJS.ErrnoException) => {
      // EPIPE is `| head -1`; EIO is a terminal whose window has been closed. Anything else is told by the write itself.
      if (error.code === 'EPIPE' || error.code === 'EIO') closed.abort();
    }),
  );
  const isTTY = (): boolean => stream().isTTY === true;
  const write = async (chunk: string | Uint8Array): Promise<void> => {
    if (closed.signal.aborted || chunk.length === 0) return;
    const error = await send(stream(), chunk);
    // The stream says so only later, when whoever wrote may have ended as if all had been read.
    if (error != null && isClosedPipe(error)) closed.abort();
    if (error == null || closed.signal.aborted || isChatter) return;
    throw new JobtrackError('FILE_FAILED', { file: name, reason: error.message }, { cause: error });
  };
  return {
    get isTTY() {
      return isTTY();
    },
    get colorLevel() {
      return colorLevel(isTTY(), environment);
    },
    columns: () => (isTTY() ? stream().columns : undefined),
    rows: () => (isTTY() ? stream().rows : undefined),
    closed: closed.signal,
    write,
    writeBytes: write,
  };
}

/**
 * Answers with what went wrong, once there is room for more. A terminal, a file and a pipe that is read fast take
 * everything at once: signals would wait for the last line if it did not let them come up.
 */
const send = (
  stream: WriteStream,
  chunk: string | Uint8Array,
): Promise<NodeJS.ErrnoException | null | undefined> =>
  new Promise((resolve) => {
    stream.write(chunk, (error) => setImmediate(resolve, error));
  });

const isClosedPipe = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'EIO' || error.code === 'ERR_STREAM_DESTROYED';

function colorLevel(isTTY: boolean, environment: NodeJS.ProcessEnv): ColorLevel {
  if (!isTTY || environment['TERM'] === 'dumb') return 0;
  if (/truecolor|24bit/i.test(environment['COLORTERM'] ?? '')) return 3;
  return /256color/i.test(environment['TERM'] ?? '') ? 2 : 1;
}
