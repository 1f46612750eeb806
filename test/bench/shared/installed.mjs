import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');
const call = promisify(execFile);

/**
 * Packs the built project and installs it into a folder of its own, as a user would.
 *
 * @param {string} folder
 * @returns {Promise<{ program: string, modules: string }>}
 */
export async function installPackage(folder) {
  const home = join(folder, 'installed');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{}');
  const quiet = ['--silent', '--no-audit', '--no-fund'];
  const packed = await call(
    'npm',
    ['pack', '--ignore-scripts', ...quiet, '--pack-destination', folder],
    { cwd: root },
  );
  const archive = join(folder, packed.stdout.trim());
  await call('npm', ['install', '--prefer-offline', '--ignore-scripts', ...quiet, archive], {
    cwd: home,
  });
  const modules = join(home, 'node_modules');
  return { program: join(modules, 'jobtrack/bin/jobtrack.js'), modules };
}
