import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { peaks } from '../bench/rows/memory.mjs';
import { runChild } from '../bench/shared/child.mjs';
import { startData } from '../bench/shared/data-source.mjs';
import { wallMs } from '../bench/shared/measure-process.mjs';
import { inTurn } from '../bench/shared/pairs.mjs';
import { cleanEnvironment, program, temporaryFolder } from '../helpers/cli.js';

/*
 * The most telling figures of `npm run bench`, in little: far enough above what is measured to hold on a busy machine,
 * near enough to notice a careless import or a frame that is painted whole.
 */

/** Against `node -e 0`. Measured 3.5 on 2026-11-22; the budget is 1.25. */
const MOST_START = 5;
/** Against a script of ten lines. Measured 1.9 on 2026-11-22; the budget is 1.5. */
const MOST_MEMORY = 2.5;
/** Measured 4 on a busy machine on 2026-11-22; the budget is 3. */
const MOST_FRAME_MS = 30;
/** The budget itself: bytes do not depend on the machine. Measured 57. */
const MOST_CLOCK_BYTES = 64;
/** Measured 2 over 20,000 refreshes; over few of them, code that is compiled meanwhile counts too. */
const MOST_HEAP_BYTES = 2_000;
/** Without what is built for one kind of machine. Measured 6.6 MB on 2026-11-22. */
const MOST_INSTALLED_BYTES = 12_000_000;

test('to say its version takes the program little longer than Node.js takes to do nothing', async () => {
  const env = cleanEnvironment(temporaryFolder());
  const { floor, ours } = await inTurn(
    5,
    () => wallMs([process.execPath, '-e', '0'], env),
    () => wallMs([process.execPath, program, '--version'], env),
  );
  expect(ours / floor).toBeLessThan(MOST_START);
});

test('a log in a pipe takes little more memory than a script takes for it', async () => {
  const folder = temporaryFolder();
  const { env, address, close } = await startData(folder);
  onTestFinished(close);
  const { floor, ours } = await peaks({ program, env, folder, address }, '10000', 1);
  expect(ours / floor).toBeLessThan(MOST_MEMORY);
});

test('a frame of a watch is quick, and small when only the clock moved', async () => {
  const { frameMs, clockBytes } = await runChild('frame', temporaryFolder());
  expect(clockBytes).toBeLessThanOrEqual(MOST_CLOCK_BYTES);
  expect(frameMs).toBeLessThan(MOST_FRAME_MS);
});

test('frames leave nothing behind in memory', async () => {
  const { bytesARefresh } = await runChild('heap', temporaryFolder(), ['600']);
  expect(bytesARefresh).toBeLessThan(MOST_HEAP_BYTES);
});

test('an install brings few packages, and few bytes', () => {
  const root = join(import.meta.dirname, '../..');
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
  };
  const installed = Object.entries(packages)
    // What is optional is built for one kind of machine each.
    .filter(([, { dev, optional, devOptional }]) => !dev && !optional && !devOptional)
    .map(([path]) => path)
    .filter((path) => path !== '');
  expect(installed.map((path) => path.replace('node_modules/', ''))).toEqual([
    '@lydell/node-pty',
    '@neon-rs/load',
    '@stablelib/base64',
    'detect-libc',
    'fast-sha256',
    'libsql',
    'standardwebhooks',
    'undici',
    'valibot',
    'ws',
  ]);
  const bytes = [...installed, 'bin', 'dist'].map((path) => bytesOf(join(root, path)));
  expect(bytes.reduce((sum, count) => sum + count)).toBeLessThan(MOST_INSTALLED_BYTES);
});

/** Of all files in a folder. */
function bytesOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
