import { terminalCpu } from '../shared/terminal-cpu.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

const HOW = { shows: /Import of customer/, startMs: 5_000, forMs: 20_000 };

/**
 * What a table of all jobs costs that is looked at all day.
 *
 * @param {Bench} bench
 */
export async function measure({ program, env }) {
  const ours = await terminalCpu([program, 'batch', '-w', '1s'], env, HOW);
  return [
    {
      name: 'batchCpu',
      ...(ours === undefined ? { remark: 'there is no /proc' } : { ours }),
    },
  ];
}
