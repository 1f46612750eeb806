import { join } from 'node:path';
import { access } from '../shared/data.mjs';
import { peakMb } from '../shared/measure-process.mjs';
import { inTurn } from '../shared/pairs.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

const ROUNDS = 3;
const script = join(import.meta.dirname, '../floors/logs.mjs');

/**
 * The most memory that a log takes, in one answer and in pages, against a script that does it the simple way.
 *
 * @param {Bench} bench
 */
export async function measure(bench) {
  const whole = await peaks(bench, '10000', ROUNDS);
  const paged = await peaks(bench, '100000', ROUNDS);
  return [
    { name: 'logsMemory', ...whole },
    { name: 'pagedMemory', ...paged },
    { name: 'pagedGrowth', ours: paged.ours - whole.ours },
  ];
}

/**
 * The peaks of so many entries, the script's and the program's.
 *
 * @param {Omit<Bench, 'modules'>} bench
 * @param {string} limit
 * @param {number} rounds
 */
export function peaks({ program, env, folder, address }, limit, rounds) {
  const scriptEnv = { ...env, ADDRESS: address('logs'), TOKEN: access.token, LIMIT: limit };
  const words = [program, 'logs', '--limit', limit, '-o', 'ndjson'];
  return inTurn(
    rounds,
    () => peakMb([script], scriptEnv, folder),
    () => peakMb(words, env, folder),
  );
}
