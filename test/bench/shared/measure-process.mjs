import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {Record<string, string>} Environment */

/**
 * How long a program takes from its start to its end, in milliseconds. What it prints goes nowhere.
 *
 * @param {readonly string[]} command
 * @param {Environment} env
 */
export function wallMs([file = '', ...args], env) {
  const startedMs = performance.now();
  const { status, stderr, error } = spawnSync(file, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const tookMs = performance.now() - startedMs;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return tookMs;
}

const preload = join(import.meta.dirname, 'peak.cjs');

/**
 * The most memory that a run of `node` with these words ever has, in MB (10^6 bytes).
 *
 * @param {readonly string[]} words
 * @param {Environment} env
 * @param {string} folder where the process may leave its figure
 */
export function peakMb(words, env, folder) {
  const file = join(folder, 'peak');
  wallMs([process.execPath, '--require', preload, ...words], { ...env, BENCH_PEAK_FILE: file });
  return (Number(readFileSync(file, 'utf8')) * 1024) / 1e6;
}
