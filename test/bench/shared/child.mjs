import { execFile } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const bench = join(import.meta.dirname, '..');

/**
 * Runs one of test/bench/children in a process of its own, bundled as the program itself is, and answers the object that
 * it prints.
 *
 * @param {string} name
 * @param {string} folder
 * @param {readonly string[]} args
 * @returns {Promise<Record<string, number>>}
 */
export async function runChild(name, folder, args = []) {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(bench, 'children', `${name}.child.ts`)],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    external: ['libsql', '@lydell/node-pty', 'undici', 'fastify', 'ws'],
    logLevel: 'error',
  });
  linkModules(folder);
  const words = ['--expose-gc', outfile, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout);
}

/** @param {string} folder */
function linkModules(folder) {
  try {
    symlinkSync(join(bench, '../../node_modules'), join(folder, 'node_modules'));
  } catch (error) {
    // Another child has made it.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
