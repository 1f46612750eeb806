// Builds dist/: the command line as bundles (dist/cli, one file a command and shared parts beside them), and the
// library as plain modules with their types (dist/lib).
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const cli = join(root, 'dist/cli');
const lib = join(root, 'dist/lib');

/**
 * Of undici, only what src/client/transport uses: to load the rest (fetch, caches, mocks) would take a sixth of the
 * time of every read command. What is missing here fails the build, and the lockfile holds undici's inner paths still.
 *
 * @type {import('esbuild').Plugin}
 */
const undiciParts = {
  name: 'undici-parts',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]node_modules[\\/]undici[\\/]index\.js$/ }, () => ({
      contents: `
        import Dispatcher from './lib/dispatcher/dispatcher.js';
        import api from './lib/api/index.js';
        import Agent from './lib/dispatcher/agent.js';
        import EnvHttpProxyAgent from './lib/dispatcher/env-http-proxy-agent.js';
        Object.assign(Dispatcher.prototype, api);
        export { Agent, EnvHttpProxyAgent };
      `,
    }));
  },
};

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
  // cosmiconfig can run TypeScript settings; jobtrack never lets it. The other two hold machine code.
  external: ['typescript', 'libsql', '@lydell/node-pty'],
  // Packages written for require() ask for Node's own modules with it.
  banner: {
    js: "import{createRequire as jobtrackRequire}from'node:module';const require=jobtrackRequire(import.meta.url);",
  },
  plugins: [undiciParts],
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

dropUnreached('.d.ts');
dropUnreached('.js');

writeFileSync(join(cli, 'LICENSES.txt'), licences(Object.keys(metafile.inputs)));

/**
 * Removes what nobody can reach from the library's index: declarations of its inner modules, and modules that held
 * types only.
 *
 * @param {'.d.ts' | '.js'} ending
 */
function dropUnreached(ending) {
  const reached = new Set();
  /** @param {string} file */
  const reach = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(
      /(?:from |import[ (])['"](\.[^'"]+)\.js['"]/g,
    );
    for (const [, path = ''] of imports) reach(`${join(dirname(file), path)}${ending}`);
  };
  reach(join(lib, `index${ending}`));
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' });
  for (const file of files.map((name) => join(lib, name))) {
    if (file.endsWith(ending) && !reached.has(file)) rmSync(file);
  }
}

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
  const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
  const text =
    file === undefined
      ? `Licence: ${manifest.license}`
      : readFileSync(join(root, folder, file), 'utf8');
  return `${manifest.name} ${manifest.version}\n\n${text.trim()}\n`;
}
