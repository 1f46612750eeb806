import { join } from 'node:path';
import { access } from '../shared/data.mjs';
import { wallMs } from '../shared/measure-process.mjs';
import { inTurn } from '../shared/pairs.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

const ROUNDS = 20;
const script = join(import.meta.dirname, '../floors/progress.mjs');

/**
 * The quickest command that asks a server, against a script that does nothing else.
 *
 * @param {Bench} bench
 */
export async function measure({ program, env, address }) {
  const scriptEnv = { ...env, ADDRESS: address('progress'), TOKEN: access.token };
  const times = await inTurn(
    ROUNDS,
    () => wallMs([process.execPath, script], scriptEnv),
    () => wallMs([process.execPath, program, 'progress', '--json'], env),
  );
  return [{ name: 'progress', ...times }];
}
