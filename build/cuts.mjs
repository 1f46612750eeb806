// What the bundles leave out of packages. The build's only tricks, each with what it gave; docs/adr/0007 tells how it
// was measured. A cut that no longer fits its package fails the build: the lockfile holds the inner paths still.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

/** For code that can't be reached: a call of it is a mistake of ours, and says so. */
const never = (/** @type {string} */ why) =>
  `function never() { throw new Error(${JSON.stringify(why)}); }`;

/** @param {string} part @param {string} by */
const replacing = (part, by) => (/** @type {string} */ text) => text.replace(part, by);

/**
 * WebAssembly in a file of its own. As base64 in a script it is read with the script, copied and collected: 2 ms.
 *
 * @param {string} path @param {string} outdir
 */
function binary(path, outdir) {
  const name = `${basename(path, '-wasm.js')}.wasm`;
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, name), createRequire(path)(path));
  return `module.exports = require('node:fs').readFileSync(require('node:path').join(__dirname, '${name}'));`;
}

/** A mistake of undici's is told as node:assert tells it, whose reports of differences take 2 ms to load. */
const assert = `
  module.exports = (ok, message = 'an assertion failed') => {
    if (!ok) throw Object.assign(new Error(message), { name: 'AssertionError', code: 'ERR_ASSERTION' });
  };
`;

/**
 * By the end of the file's path, the text in its place.
 *
 * @type {Readonly<Record<string, (text: string, path: string, outdir: string) => string>>}
 */
const cuts = {
  // What src/client/transport and src/server/webhooks use. The rest, fetch, caches and mocks, is a sixth of the time of a read command; what
  // proxies need is there when there is one.
  'undici/index.js': () => `
    import Dispatcher from './lib/dispatcher/dispatcher.js';
    import request from './lib/api/api-request.js';
    import Agent from './lib/dispatcher/agent.js';
    import buildConnector from './lib/core/connect.js';
    Object.assign(Dispatcher.prototype, { request });
    class EnvHttpProxyAgent {
      constructor(options) {
        Dispatcher.prototype.connect = require('./lib/api/api-connect.js');
        return new (require('./lib/dispatcher/env-http-proxy-agent.js'))(options);
      }
    }
    export { Agent, buildConnector, EnvHttpProxyAgent };
  `,

  // node:http2 takes 4 to 11 ms, where a bare node takes 80.
  'undici/lib/dispatcher/client-h2.js': () =>
    `module.exports = ${never('HTTP/2 is offered to no server')}`,

  // It loads node:tls, 5 ms, also for an address without TLS.
  'undici/lib/dispatcher/socks5-proxy-agent.js': () =>
    `module.exports = ${never('a proxy is an http or https address: src/client/proxies.ts')}`,

  // 90 kB of fetch that would be read and never run.
  'undici/lib/web/fetch/body.js': () => `module.exports = ${never('a body is a text')}`,

  // These two load node:http, 4 ms, for a limit that is 16 KiB unless Node was told another, and for one class: no
  // body here is a request that somebody receives.
  'undici/lib/dispatcher/client.js': replacing(
    "const http = require('node:http')",
    `const http = /max-http-header-size/.test([process.env.NODE_OPTIONS, ...process.execArgv].join())
      ? require('node:http')
      : { maxHeaderSize: 16384 };`,
  ),
  'undici/lib/core/util.js': replacing(
    "const { IncomingMessage } = require('node:http')",
    'class IncomingMessage {}',
  ),

  // Tables of everything that HTTP knows, made anew in each run, of which two are asked: 1 ms.
  'undici/lib/llhttp/constants.js': (_text, path) => {
    const { ERROR, TYPE } = createRequire(path)(path);
    return `module.exports = ${JSON.stringify({ ERROR, TYPE })};`;
  },

  // V8 finds this parser worth optimising after some twenty of its steps, and a program that is done waits for that:
  // 110 to 160 ms and 35 MB. So it is told that nothing is; only now, because after a change of its settings V8 takes
  // none of the code that was compiled for Node's own modules before, and they are three times as slow to load.
  'undici/lib/llhttp/llhttp_simd-wasm.js': (_text, path, outdir) => `
    require('node:v8').setFlagsFromString('--wasm-tiering-budget=2147483647');
    ${binary(path, outdir)}
  `,

  // For processors without SIMD.
  'undici/lib/llhttp/llhttp-wasm.js': (_text, path, outdir) => binary(path, outdir),

  // Ours is src/output/color.ts, and chalk is always told. Saves node:tty and node:os, 4 ms where stdout is a file.
  'chalk/source/vendor/supports-color/index.js': () =>
    'export default { stdout: false, stderr: false };',

  // Ours is src/help.ts.
  'commander/lib/help.js': () =>
    `exports.Help = ${never('help is written by src/help.ts')}; exports.stripColor = (text) => text;`,

  // For commands that are programs of their own, of which there are none: 4 ms.
  'commander/lib/command.js': replacing("const childProcess = require('node:child_process');", ''),
};

/**
 * Makes the cuts.
 *
 * @type {import('esbuild').Plugin}
 */
export const cutPackages = {
  name: 'cut-packages',
  setup({ onResolve, onLoad, onEnd, initialOptions }) {
    onResolve({ filter: /^node:assert$/ }, ({ path, importer }) =>
      /[\\/]undici[\\/]/.test(importer) ? { path, namespace: 'cut' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'cut' }, () => ({ contents: assert }));
    const left = new Set(Object.keys(cuts));
    for (const [file, cut] of Object.entries(cuts)) {
      const end = file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]');
      onLoad({ filter: new RegExp(`[\\\\/]node_modules[\\\\/]${end}$`) }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const contents = cut(text, path, initialOptions.outdir ?? '');
        if (contents !== text) left.delete(file);
        return { contents };
      });
    }
    onEnd(() => ({
      errors: [...left].map((file) => ({ text: `There is nothing to cut: ${file}` })),
    }));
  },
};
