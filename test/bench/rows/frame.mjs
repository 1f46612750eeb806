import { runChild } from '../shared/child.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

/**
 * What a frame takes to compute, lay out and paint, and what of it goes to the terminal.
 *
 * @param {Bench} bench
 */
export async function measure({ folder }) {
  const {
    frameMs,
    processorMs = Number.NaN,
    clockBytes,
    mostClockBytes,
  } = await runChild('frame', folder);
  return [
    { name: 'frame', ours: frameMs, remark: `${processorMs.toFixed(1)} ms of processor time` },
    { name: 'clockBytes', ours: clockBytes, remark: `the most in a minute ${mostClockBytes}` },
  ];
}
