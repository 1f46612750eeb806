import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { type RunOptions, startCli } from './cli.js';

/** A program that is under way. */
export interface Running {
  child: ChildProcess;
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Resolves as soon as its output, both streams together, matches. */
  seen(pattern: RegExp): Promise<void>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts the program; it ends with the test. */
export function startRunning(args: readonly string[], options: RunOptions = {}): Running {
  const child = startCli(args, options);
  onTestFinished(() => void child.kill('SIGKILL'));
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (chunk) => {
      texts[name] += String(chunk);
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return {
    child,
    pid: child.pid ?? 0,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    seen: async (pattern) => {
      while (!pattern.test(texts.stdout + texts.stderr)) {
        await Promise.race([
          once(child.stdout ?? child, 'data'),
          once(child.stderr ?? child, 'data'),
          ended.then((end) => {
            const said = JSON.stringify([end, texts]);
            if (!pattern.test(texts.stdout + texts.stderr)) throw new Error(`ended: ${said}`);
          }),
        ]);
      }
    },
    ended,
  };
}
