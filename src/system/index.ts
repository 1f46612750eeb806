import { homedir } from 'node:os';
import type { System } from '../ports/system.js';
import { systemClock } from './clock.js';
import { systemFiles } from './files.js';
import { createInput } from './input.js';
import { createOutput } from './output.js';
import { restoreTerminal } from './restore.js';
import { dieBy, watchEnding } from './signals.js';
import { spin } from './spinner.js';

/** The real machine. */
export function createSystem(): System {
  const stdout = createOutput(process.stdout, process.env);
  const stderr = createOutput(process.stderr, process.env);
  return {
    argv: process.argv.slice(2),
    environment: process.env,
    cwd: process.cwd(),
    homeDir: homedir(),
    io: { stdin: createInput(() => process.stdin, process.stderr), stdout, stderr },
    clock: systemClock,
    files: systemFiles,
    random: Math.random,
    isAlive,
    ending: watchEnding(stdout.closed),
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
