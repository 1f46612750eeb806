import { runChild } from '../shared/child.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

/**
 * What the server's sockets of events cost, and how quick they are.
 *
 * @param {Bench} bench
 */
export async function measure({ folder }) {
  const { kibASocket, oneMs, manyMs } = await runChild('sockets', folder);
  return [
    { name: 'socketMemory', ours: kibASocket },
    { name: 'socketOne', ours: oneMs },
    { name: 'socketMany', ours: manyMs },
  ];
}
