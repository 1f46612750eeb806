import { wallMs } from '../shared/measure-process.mjs';
import { inTurn } from '../shared/pairs.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

const ROUNDS = 20;

/**
 * How long the program takes to say what it is, against a Node.js that does nothing.
 *
 * @param {Bench} bench
 */
export async function measure({ program, env }) {
  const ask = (/** @type {string} */ flag) =>
    inTurn(
      ROUNDS,
      () => wallMs([process.execPath, '-e', '0'], env),
      () => wallMs([process.execPath, program, flag], env),
    );
  return [
    { name: 'version', ...(await ask('--version')) },
    { name: 'help', ...(await ask('--help')) },
  ];
}
