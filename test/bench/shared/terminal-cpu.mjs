import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pty from '@lydell/node-pty';

/** Ticks a second of the times in /proc: USER_HZ, which is 100 on every Linux that Node.js runs on (man 5 proc). */
const TICKS_PER_SECOND = 100;

/**
 * How much of a core the program takes on a terminal of 80x24 once it is at work, in percent. `undefined` where the
 * machine has no /proc.
 *
 * @param {readonly string[]} words
 * @param {Record<string, string>} env
 * @param {object} how
 * @param {RegExp} how.shows what its screen has to show meanwhile
 * @param {number} how.startMs how long it has to come to rest
 * @param {number} how.forMs how long it is measured
 */
export async function terminalCpu(words, env, { shows, startMs, forMs }) {
  if (process.platform !== 'linux') return undefined;
  const child = pty.spawn(process.execPath, [...words], { env, cols: 80, rows: 24 });
  let isOver = false;
  let output = '';
  child.onData((data) => {
    output = (output + data).slice(-100_000);
  });
  const ended = new Promise((resolve) => child.onExit(resolve)).then(() => {
    isOver = true;
  });
  await Promise.race([wait(startMs), ended]);
  const before = isOver ? 0 : cpuSeconds(child.pid);
  const fromMs = performance.now();
  await Promise.race([wait(forMs), ended]);
  if (isOver || !shows.test(output)) {
    throw new Error(`${isOver ? 'it ended' : 'it did not show the jobs'}: ${output.slice(-2_000)}`);
  }
  const used = cpuSeconds(child.pid) - before;
  const seconds = (performance.now() - fromMs) / 1000;
  child.kill('SIGTERM');
  await ended;
  return (100 * used) / seconds;
}

/** @param {number} pid */
function cpuSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program may hold anything; after its bracket the fields are numbered from 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[14 - 3]) + Number(fields[15 - 3])) / TICKS_PER_SECOND;
}
