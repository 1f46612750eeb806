import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { constants } from 'node:os';
import { type OpenPipe, openPipes } from './open-pipes.js';
import type { CommandEnd, CommandLine, CommandOutput, Running } from './running.js';

/** What each of the three streams of a command is: `inherit` and a number are handed on, `pipe` is read. */
export interface Streams {
  stdin: 'inherit' | 'ignore';
  stdout: 'pipe' | number;
  stderr: 'pipe' | number;
}

const outputNames = ['stdout', 'stderr'] as const;

/**
 * Starts a command in a session, and so a process group, of its own: a signal reaches all of it and nothing else.
 * Rejects with the system's error when it can't be started.
 */
export async function startPiped(line: CommandLine, streams: Streams): Promise<Running> {
  const names = outputNames.filter((name) => streams[name] === 'pipe');
  const pipes = process.platform === 'win32' ? [] : (openPipes(names.length) ?? []);
  const of = (name: CommandOutput['stream']): 'pipe' | number =>
    pipes[names.indexOf(name)]?.writeEnd ?? streams[name];
  const child = spawn(line.path, line.args, {
    argv0: line.command,
    cwd: line.cwd,
    env: { ...line.environment },
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: [streams.stdin, of('stdout'), of('stderr')],
  });
  for (const { writeEnd } of pipes) closeSync(writeEnd);
  const exited = new Promise<CommandEnd>((resolve) => {
    child.once('exit', (exitCode, signal) => resolve(endOf(exitCode, signal)));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  return {
    pid: child.pid ?? 0,
    outputs: names.flatMap((stream, index) => outputOf(stream, pipes[index], child)),
    exited,
    resize: () => {},
    release: () => {},
  };
}

function outputOf(
  stream: CommandOutput['stream'],
  pipe: OpenPipe | undefined,
  child: ChildProcess,
): CommandOutput[] {
  const chunks = pipe?.chunks ?? child[stream];
  return chunks === null ? [] : [{ stream, chunks }];
}

const endOf = (exitCode: number | null, signal: NodeJS.Signals | null): CommandEnd =>
  signal === null ? { kind: 'exited', exitCode: exitCode ?? 1 } : { kind: 'killed', signal };

/** How a command ended, from the two numbers that the system tells it with. */
export function endOfNumbers(exitCode: number, signalNumber: number): CommandEnd {
  const signals = Object.entries(constants.signals) as [NodeJS.Signals, number][];
  const signal = signals.find(([, number]) => number === signalNumber)?.[0];
  return signal === undefined ? { kind: 'exited', exitCode } : { kind: 'killed', signal };
}
