import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pty from '@lydell/node-pty';

const program = join(import.meta.dirname, '../../../bin/jobtrack.js');
const preload = join(import.meta.dirname, 'usage.mjs');

/**
 * What one run cost: the time on the wall and of the processor, the most memory, and what it wrote.
 *
 * @typedef {{ wallMs: number, cpuMs: number, peakMb: number, lines: number }} Cost
 */

/**
 * Runs the built program to its end, in a pipe or on a terminal of 80 columns and 24 rows.
 *
 * @param {readonly string[]} words
 * @param {'pipe' | 'terminal'} place
 * @param {Record<string, string>} access
 * @returns {Promise<Cost>}
 */
export async function measure(words, place, access) {
  const home = mkdtempSync(join(tmpdir(), 'jobtrack-growth-'));
  const usage = join(home, 'usage.json');
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    JOBTRACK_GROWTH_USAGE: usage,
    ...access,
  };
  const args = ['--import', preload, program, ...words];
  try {
    const start = performance.now();
    const lines = await (place === 'pipe' ? inPipe(args, env) : onTerminal(args, env));
    const wallMs = performance.now() - start;
    return { wallMs, lines, ...JSON.parse(readFileSync(usage, 'utf8')) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param {string[]} args @param {Record<string, string>} env @returns {Promise<number>} */
function inPipe(args, env) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let lines = 0;
  child.stdout.on('data', (/** @type {Buffer} */ data) => {
    for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) lines += 1;
  });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) resolve(lines);
      else reject(new Error(`jobtrack ended with ${code}`));
    });
  });
}

/** @param {string[]} args @param {Record<string, string>} env @returns {Promise<number>} */
function onTerminal(args, env) {
  const size = { cols: 80, rows: 24 };
  const child = pty.spawn(process.execPath, args, { name: 'xterm-256color', ...size, env });
  let lines = 0;
  child.onData((data) => {
    lines += data.split('\n').length - 1;
  });
  return new Promise((resolve, reject) => {
    child.onExit(({ exitCode }) => {
      if (exitCode === 0) resolve(lines);
      else reject(new Error(`jobtrack ended with ${exitCode}`));
    });
  });
}
