// The command line as a few files of dist/cli.
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { cutPackages } from './cuts.mjs';
import { regroup } from './regroup.mjs';

/**
 * What is needed together, in files of this name: sources with all that they import, where no file above has it yet.
 * What nobody names here has a file of its own, if it is loaded by itself: a command, a language, the server.
 */
const layers = {
  // Nothing is painted where there is no colour: in a pipe.
  chalk: ['node_modules/chalk/source/index.js'],
  'i18n-en': ['src/i18n/en/index.ts', 'src/errors/english.ts'],
  // --version needs this alone, --help a language and the next one besides.
  main: [
    'src/main.ts',
    // Small parts that nearly everybody asks for.
    'src/commands/definition.ts',
    'src/contract/vocabulary/words.ts',
    'src/i18n/same-units.ts',
    'src/output/terminal.ts',
  ],
  help: ['src/answer-help.ts'],
  run: [
    'src/run-command.ts',
    'src/program.ts',
    'src/config/load.ts',
    'src/config/require.ts',
    'src/commands/parse-values.ts',
    'src/commands/refresh/flag.ts',
    'src/commands/refresh/glimpse.ts',
  ],
  ask: ['src/client/create-client.ts'],
  look: ['src/create-look.ts'],
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  platform: 'node',
  target: 'node20.18',
  // cosmiconfig can run TypeScript settings; jobtrack never lets it. Two of the others hold machine code.
  external: ['typescript', 'libsql', '@lydell/node-pty', 'ws', 'standardwebhooks'],
  legalComments: 'none',
};

/**
 * Writes dist/cli, and answers which files went into it.
 *
 * @param {string} root
 * @returns {Promise<string[]>}
 */
export async function buildCommandLine(root) {
  const outdir = join(root, 'dist/cli');
  const { metafile, outputFiles } = await build({
    ...shared,
    entryPoints: Object.values(layers).flat(),
    entryNames: '[name]-[hash]',
    absWorkingDir: root,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    sourcemap: 'inline',
    sourcesContent: false,
    plugins: [cutPackages],
    metafile: true,
    write: false,
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const chunks = Object.entries(metafile.outputs).map(([path, output]) => {
    // esbuild has an entry run every chunk that its files name somewhere. Ours do nothing but hold what they export.
    const text = (texts.get(basename(path)) ?? '').replaceAll(/^import "[^"]+";$/gm, '');
    const chunk = {
      text,
      sources: Object.keys(output.inputs),
      entry: output.entryPoint,
      exports: output.exports,
      imports: Array.from(text.matchAll(/ from "\.\/([^"]+)";$/gm), ([, name = '']) => name),
      loads: output.imports
        .filter(({ kind }) => kind === 'dynamic-import')
        .map((each) => basename(each.path)),
    };
    return /** @type {const} */ ([basename(path), chunk]);
  });
  await regroup(new Map(chunks), layers, {
    ...shared,
    outdir,
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    sourcesContent: false,
  });
  return Object.keys(metafile.inputs);
}
