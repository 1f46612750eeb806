import { systemClock } from '../client/transport/system-clock.js';
import { memoize } from '../memoize.js';
import type { System } from '../ports/system.js';
import { execute } from './execute.js';
import { systemFiles } from './files.js';
import { homeFolder, workingFolder } from './folders.js';
import { createInput } from './input.js';
import { createOutput } from './output.js';
import { receive } from './receive.js';
import { restoreTerminal, undoable } from './restore.js';
import { dieBy, watchEnding } from './signals.js';
import { spin } from './spinner.js';
import { createTerminal } from './terminal/index.js';

/** The real machine. */
export function createSystem(): System {
  const environment = process.env;
  const stdout = createOutput(() => process.stdout, { name: 'stdout', environment });
  const { terminal, stderr } = createTerminal({
    stdin: () => process.stdin,
    stdout: () => process.stdout,
    stderr: createOutput(() => process.stderr, { name: 'stderr', environment, isChatter: true }),
  });
  const homeDir = memoize(() => homeFolder(process.getBuiltinModule('node:os')));
  const { ending, takeSignals } = watchEnding(stdout.closed);
  let lingerMs = 0;
  return {
    argv: process.argv.slice(2),
    environment,
    cwd: workingFolder(),
    get homeDir() {
      return homeDir();
    },
    io: {
      stdin: createInput(
        () => process.stdin,
        () => process.stderr,
      ),
      stdout,
      stderr,
    },
    terminal,
    clock: systemClock,
    files: systemFiles,
    random: Math.random,
    pid: process.pid,
    program: [process.execPath, process.argv[1] ?? ''],
    isAlive,
    receive,
    execute,
    ending,
    takeSignals,
    linger: (limitMs) => {
      lingerMs = limitMs;
    },
    lingerMs: () => lingerMs,
    undoable,
    spin,
    onCrash,
    dieBy,
  };
}

function onCrash(handler: (error: unknown) => Promise<number>): void {
  process.once('uncaughtException', (error) => {
    restoreTerminal();
    void handler(error).then((exitCode) => process.exit(exitCode));
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
