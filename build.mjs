// Builds dist/: the command line as bundles (dist/cli) and the library as plain modules with their types (dist/lib).
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine } from './build/command-line.mjs';
import { buildLibrary } from './build/library.mjs';
import { licences } from './build/licences.mjs';

const root = import.meta.dirname;

rmSync(join(root, 'dist'), { recursive: true, force: true });
const bundled = await buildCommandLine(root);
writeFileSync(join(root, 'dist/cli/LICENSES.txt'), licences(root, bundled));
buildLibrary(root);
