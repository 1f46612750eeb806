import { runChild } from '../shared/child.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

/**
 * Whether a watch that goes on for days needs more and more memory.
 *
 * @param {Bench} bench
 */
export async function measure({ folder }) {
  const { bytesARefresh } = await runChild('heap', folder, ['20000']);
  return [{ name: 'heap', ours: bytesARefresh }];
}
