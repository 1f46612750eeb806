// The library as plain modules with their types: dist/lib.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes dist/lib.
 *
 * @param {string} root
 */
export function buildLibrary(root) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.lib.json')], {
    stdio: 'inherit',
  });
  dropUnreached(join(root, 'dist/lib'), '.d.ts');
  dropUnreached(join(root, 'dist/lib'), '.js');
}

/**
 * Removes what nobody can reach from the library's index: declarations of its inner modules, and modules that held
 * types only.
 *
 * @param {string} lib
 * @param {'.d.ts' | '.js'} ending
 */
function dropUnreached(lib, ending) {
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
