import { JOBS, jobIdOf } from '../shared/data.mjs';
import { terminalCpu } from '../shared/terminal-cpu.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

const HOW = { shows: /import/i, startMs: 5_000, forMs: 20_000 };

/**
 * What `watch` costs while jobs move: one of them, and many.
 *
 * @param {Bench} bench
 */
export async function measure({ program, env }) {
  const ids = Array.from({ length: JOBS }, (_, index) => jobIdOf(index + 1));
  const cpu = (/** @type {string[]} */ jobs) => terminalCpu([program, 'watch', ...jobs], env, HOW);
  const one = await cpu(ids.slice(0, 1));
  const many = await cpu(ids);
  return [told('watchCpu', one), told('watchManyCpu', many)];
}

/**
 * @param {'watchCpu' | 'watchManyCpu'} name
 * @param {number | undefined} ours
 */
const told = (name, ours) =>
  ours === undefined
    ? { name, remark: 'there is no /proc' }
    : { name, ours, remark: 'over 20 seconds, at the usual interval' };
