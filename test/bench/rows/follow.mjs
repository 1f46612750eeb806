import { measureFollowLatency } from '../shared/follow-latency.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

/**
 * How old a line of `run` is when a terminal shows it.
 *
 * @param {Bench} bench
 */
export async function measure({ program }) {
  const { lines, medianMs, p99Ms } = await measureFollowLatency({ program });
  return [{ name: 'follow', ours: p99Ms, remark: `${lines} lines, median ${medianMs} ms` }];
}
