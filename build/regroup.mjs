// Puts the many small chunks that esbuild's splitting makes into few CommonJS files: docs/adr/0007 says what it gains.
import { build } from 'esbuild';

/**
 * An ES module of the first pass, by its file's name.
 *
 * @typedef {object} Chunk
 * @property {string} text
 * @property {readonly string[]} sources The files it was made from.
 * @property {string | undefined} entry The one of them that it was made for, where it is loaded by itself.
 * @property {readonly string[]} imports The chunks it needs at once.
 * @property {readonly string[]} loads The chunks it may load later.
 * @property {readonly string[]} exports Their names.
 *
 * @typedef {ReadonlyMap<string, Chunk>} Chunks
 * @typedef {Readonly<Record<string, readonly string[]>>} Layers For each file the sources that are needed together.
 */

/** The file of what several others share. */
const SHARED = 'shared';

/**
 * Builds the files. A chunk goes into the file of the first layer that reaches it; what only one other entry reaches
 * goes into that entry's file, and what several of them share into `shared.cjs`.
 *
 * @param {Chunks} chunks
 * @param {Layers} layers
 * @param {import('esbuild').BuildOptions} options
 */
export async function regroup(chunks, layers, options) {
  const fileOf = assignFiles(chunks, layers);
  const files = new Set(fileOf.values());
  await Promise.all(
    [...files].map((file) =>
      build({
        ...options,
        entryPoints: { [file]: 'entry' },
        bundle: true,
        format: 'cjs',
        outExtension: { '.js': '.cjs' },
        plugins: [oneFile(file, chunks, fileOf)],
      }),
    ),
  );
}

/**
 * The file of each chunk, without its ending.
 *
 * @param {Chunks} chunks
 * @param {Layers} layers
 * @returns {Map<string, string>}
 */
function assignFiles(chunks, layers) {
  /** @type {Map<string, Set<string>>} */
  const wantedBy = new Map([...chunks.keys()].map((name) => [name, new Set()]));
  const order = Object.keys(layers);
  for (const [name, { entry, sources }] of chunks) {
    const layer = order.find((file) =>
      [entry ?? '', ...sources].some((source) => layers[file]?.includes(source)),
    );
    const file = layer ?? (entry === undefined ? undefined : fileName(entry));
    if (file === undefined) continue;
    for (const reached of reach(name, chunks)) wantedBy.get(reached)?.add(file);
  }
  return new Map(
    [...wantedBy].map(([name, files]) => {
      const [only = '', ...others] = files;
      return [name, order.find((file) => files.has(file)) ?? (others.length > 0 ? SHARED : only)];
    }),
  );
}

/**
 * A chunk and all that it needs at once.
 *
 * @param {string} name
 * @param {Chunks} chunks
 */
function reach(name, chunks, reached = new Set()) {
  if (reached.has(name)) return reached;
  reached.add(name);
  for (const next of chunks.get(name)?.imports ?? []) reach(next, chunks, reached);
  return reached;
}

/**
 * `src/commands/logs/command.ts` is `commands-logs`, `node_modules/ora/index.js` is `ora`.
 *
 * @param {string} source
 */
const fileName = (source) =>
  source
    .replace(/^(?:src|node_modules)\//, '')
    .replace(/(?:\/(?:command|index))?\.[jt]s$/, '')
    .replaceAll('/', '-');

/**
 * Makes one file of its chunks: each of them that anybody else asks for is an export, by its name.
 *
 * @param {string} file
 * @param {Chunks} chunks
 * @param {ReadonlyMap<string, string>} fileOf
 * @returns {import('esbuild').Plugin}
 */
function oneFile(file, chunks, fileOf) {
  const asked = new Set(
    [...chunks].flatMap(([name, { imports, loads }]) => [
      ...(fileOf.get(name) === file ? [] : imports),
      ...loads,
    ]),
  );
  const exported = [...asked].filter((name) => fileOf.get(name) === file);
  const main = [...chunks].find(([, { entry }]) => entry === 'src/main.ts')?.[0] ?? '';
  return {
    name: 'one-file',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^entry$/ }, ({ path }) => ({ path, namespace: 'entry' }));
      onResolve({ filter: /^\.\/.*\.cjs$/ }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: /^\.\/.*\.js$/ }, ({ path, kind }) => {
        const name = path.slice(2);
        // A chunk that is asked for by import() would be wrapped, and then V8 has to read it twice.
        const isHere = fileOf.get(name) === file && kind !== 'dynamic-import';
        return { path: name, namespace: isHere ? 'here' : 'elsewhere' };
      });
      onLoad({ filter: /./, namespace: 'entry' }, () => ({
        contents: [
          ...exported.map(file === SHARED ? whenAsked : atOnce),
          ...(fileOf.get(main) === file ? [`export * from './${main}';`] : []),
        ].join('\n'),
      }));
      onLoad({ filter: /./, namespace: 'here' }, ({ path }) => ({
        contents: chunks.get(path)?.text ?? '',
      }));
      onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path }) => ({
        contents: elsewhere(fileOf.get(path) ?? '', path, chunks.get(path)?.exports ?? []),
      }));
    },
  };
}

/** @param {string} name */
const atOnce = (name) => `export * as '${name}' from './${name}';`;

/** Of what several share, each needs a part. @param {string} name */
const whenAsked = (name) =>
  `Object.defineProperty(exports, '${name}', { get: () => require('./${name}') });`;

/**
 * A chunk of another file, which is opened when something of it is first used: an import alone costs nothing.
 *
 * @param {string} file
 * @param {string} name
 * @param {readonly string[]} exports
 */
const elsewhere = (file, name, exports) => `
  let opened;
  const chunk = () => opened ??= require('./${file}.cjs')['${name}'];
  module.exports = {
    __esModule: true,
    ${exports.map((each) => `get ${each}() { return chunk().${each}; },`).join('\n')}
  };
`;
