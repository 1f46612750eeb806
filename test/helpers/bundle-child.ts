import { symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { temporaryFolder } from './cli.js';

const root = join(import.meta.dirname, '../..');

/**
 * A program of a test's own as one JavaScript file, which `node` can run as a second process: tests are TypeScript,
 * and only the test runner reads that. `source` is its path from the project's folder; its name ends with `.child.ts`.
 * The bundle is gone with the test.
 */
export async function bundleChild(source: string): Promise<string> {
  const folder = temporaryFolder();
  const outfile = join(folder, basename(source).replace(/\.ts$/, '.mjs'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await build({
    entryPoints: [join(root, source)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    // Packages are loaded from where they are installed, because machine code can't be bundled.
    packages: 'external',
    logLevel: 'silent',
  });
  return outfile;
}
