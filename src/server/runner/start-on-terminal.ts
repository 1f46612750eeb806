import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import type { CommandEnd, CommandLine, Running } from './running.js';
import { sendToGroup } from './send-to-group.js';
import { endOfNumbers, startPiped } from './start-piped.js';

/** Columns and rows of a terminal. */
export interface TerminalSize {
  columns: number;
  rows: number;
}

async function loadNative() {
  const { default: loader } = await import('@lydell/node-pty/requireBinary.js');
  return loader.requireBinary('pty.node');
}

/** A command whose terminal is a new one, for its input as well as for its output. */
export interface OnTerminal extends Running {
  /** The master of the terminal: what is written to it is typed. */
  master: number;
}

/** Starts a command on a terminal of its own, which is also what it takes its Ctrl-C from. */
export async function startOnTerminal(
  line: CommandLine,
  { columns, rows }: TerminalSize,
): Promise<OnTerminal> {
  const native = await loadNative();
  let onExit = (_exitCode: number, _signal: number): void => {};
  const exited = new Promise<CommandEnd>((resolve) => {
    onExit = (exitCode, signal) => resolve(endOfNumbers(exitCode, signal));
  });
  const variables = Object.entries(line.environment).map(([name, value]) => `${name}=${value}`);
  const started = native.fork(
    // Looked up once more by the system, so that the command sees the name that was typed.
    line.command,
    line.args,
    variables,
    line.cwd,
    columns,
    rows,
    -1,
    -1,
    false,
    '',
    (exitCode, signal) => onExit(exitCode, signal),
  );
  const slave = openSync(started.pty, constants.O_RDWR | constants.O_NOCTTY);
  const chunks = new ReadStream(started.fd);
  return {
    pid: started.pid,
    master: started.fd,
    outputs: [{ stream: 'stdout', chunks }],
    exited,
    resize: (newColumns, newRows) => native.resize(started.fd, newColumns, newRows),
    release: once(() => closeSync(slave)),
  };
}

/**
 * Starts a command of which only the named outputs are a terminal. Its input is our own, and signals come from us:
 * the terminal is nobody's controlling terminal.
 */
export async function startWithTerminalFor(
  streams: readonly ('stdout' | 'stderr')[],
  line: CommandLine,
  options: TerminalSize & { stdin: 'inherit' | 'ignore' },
): Promise<Running> {
  const native = await loadNative();
  const { master, slave } = native.open(options.columns, options.rows);
  // Line ends are turned into CR LF by the terminal behind this one; twice would change the bytes that arrive there.
  spawnSync('stty', ['-opost'], { stdio: [slave, 'ignore', 'ignore'] });
  const of = (stream: 'stdout' | 'stderr') => (streams.includes(stream) ? slave : 'pipe');
  try {
    const running = await startPiped(line, {
      stdin: options.stdin,
      stdout: of('stdout'),
      stderr: of('stderr'),
    });
    const chunks = new ReadStream(master);
    const stream = streams.includes('stdout') ? 'stdout' : 'stderr';
    return {
      ...running,
      outputs: [...running.outputs, { stream, chunks }],
      resize: (columns, rows) => {
        native.resize(master, columns, rows);
        // It is not the terminal of its session, so nobody else tells it.
        sendToGroup(running.pid, 'SIGWINCH');
      },
      release: once(() => closeSync(slave)),
    };
  } catch (error) {
    closeSync(slave);
    closeSync(master);
    throw error;
  }
}

/*
 * We keep the slave open until all is read: when the last one is closed, libuv takes the first short read for the
 * end and drops what is still in the terminal (uv__stream_io, "partial read but not EOF").
 */
function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}
