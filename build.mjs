// Builds dist/: the command line as bundles (dist/cli, one file a command and shared parts beside them), and the
// library as plain modules with their types (dist/lib).
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const cli = join(root, 'dist/cli');

rmSync(join(root, 'dist'), { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: [join(root, 'src/main.ts')],
  absWorkingDir: root,
  outdir: cli,
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.18',
  // cosmiconfig can run TypeScript settings; jobtrack never lets it.
  external: ['typescript'],
  // Packages written for require() ask for Node's own modules with it.
  banner: {
    js: "import{createRequire as jobtrackRequire}from'node:module';const require=jobtrackRequire(import.meta.url);",
  },
  metafile: true,
  legalComments: 'none',
});

execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.lib.json')],
  {
    stdio: 'inherit',
  },
);

writeFileSync(join(cli, 'LICENSES.txt'), licences(Object.keys(metafile.inputs)));

/**
 * The licences of every package whose code is inside the bundles: most of them ask for it.
 *
 * @param {readonly string[]} inputs
 */
function licences(inputs) {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  return [...folders]
    .sort()
    .map(licence)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} input */
function packageFolder(input) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return found === null ? undefined : found[1];
}

/** @param {string} folder */
function licence(folder) {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE', 'License']
    .map((name) => join(root, folder, name))
    .find((path) => existsSync(path));
  const text = file === undefined ? `Licence: ${manifest.license}` : readFileSync(file, 'utf8');
  return `${manifest.name} ${manifest.version}\n\n${text.trim()}\n`;
}
