import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startData } from './data-source.mjs';
import { installPackage } from './installed.mjs';

/**
 * What the rows measure with: the installed program, a home of its own, and a server of prepared data.
 *
 * @typedef {object} Bench
 * @property {string} folder for anything; it is taken away at the end
 * @property {string} program the installed bin/jobtrack.js
 * @property {string} modules the folder of packages that it was installed with
 * @property {Record<string, string>} env in which the program finds the server and the job
 * @property {(path: string) => string} address of one of the job's endpoints
 */

/** @returns {Promise<{ bench: Bench, close: () => void }>} */
export async function openBench() {
  const folder = mkdtempSync(join(tmpdir(), 'jobtrack-bench-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  try {
    const home = join(folder, 'home');
    mkdirSync(home);
    const installed = await installPackage(folder);
    const { env, address, close } = await startData(home);
    return {
      bench: { folder, env, address, ...installed },
      close: () => {
        close();
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}
