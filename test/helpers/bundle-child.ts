import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { temporaryFolder } from './cli.js';

const root = join(import.meta.dirname, '../..');
const packageOf = createRequire(join(root, 'package.json'));

/** Packages are loaded from where they are installed, because machine code can't be bundled. */
const packagesStay: Plugin = {
  name: 'packages-stay',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('node:')
        ? undefined
        : { path: pathToFileURL(packageOf.resolve(path)).href, external: true },
    );
  },
};

/**
 * A program of a test's own as one JavaScript file, which `node` can run as a second process: tests are TypeScript,
 * and only the test runner reads that. `source` is its path from the project's folder; its name ends with `.child.ts`.
 * The bundle is gone with the test.
 */
export async function bundleChild(source: string): Promise<string> {
  const outfile = join(temporaryFolder(), basename(source).replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [join(root, source)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    plugins: [packagesStay],
    logLevel: 'silent',
  });
  return outfile;
}
