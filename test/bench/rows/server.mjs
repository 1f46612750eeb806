import { runChild } from '../shared/child.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

/**
 * What the embedded server does in a second, against the same machine with nothing in between.
 *
 * @param {Bench} bench
 */
export async function measure({ folder }) {
  const { bareInserts, ingested, empty, progress } = await runChild('server', folder);
  return [
    { name: 'ingest', floor: bareInserts, ours: ingested },
    { name: 'requests', floor: empty, ours: progress },
  ];
}
