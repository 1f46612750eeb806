import type { Execute } from '../ports/receiver.js';

/** Runs a program without a shell: nothing in its words is ever expanded. */
export const execute: Execute = async ({ words, input, environment, signal }) => {
  const { spawn } = await import('node:child_process');
  const [file = '', ...args] = words;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['pipe', 2, 2],
      env: { ...process.env, ...environment },
      signal,
    });
    child.once('error', reject);
    child.once('exit', (code, killedBy) => resolve(code ?? killedBy ?? 1));
    // A program that does not read its input has closed it: that is its own affair.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
};
