// How long it takes a log line from the command of `jobtrack run` to a terminal that follows the job, with the built
// program, a real server and a real pseudo-terminal. The budget is 250 ms for 99 of 100 lines, at 1,000 lines a second.
//
//   node test/bench/shared/follow-latency.mjs [seconds] [lines a second]
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import pty from '@lydell/node-pty';

const builtProgram = join(import.meta.dirname, '../../../bin/jobtrack.js');

/**
 * A program that says its own time in each line: a few lines every few milliseconds, spread over each second.
 *
 * @param {number} seconds
 * @param {number} linesPerSecond
 */
const writer = (seconds, linesPerSecond) => `
const start = performance.now();
let said = 0;
const timer = setInterval(() => {
  const due = Math.min((performance.now() - start) * ${linesPerSecond / 1000}, ${seconds * linesPerSecond});
  for (; said < due; said += 1) console.log('said ' + (performance.timeOrigin + performance.now()).toFixed(2));
  if (said >= ${seconds * linesPerSecond}) clearInterval(timer);
}, 2);`;

/**
 * Measures it once.
 *
 * @param {{ seconds?: number, linesPerSecond?: number, program?: string }} [load] `program` is the built one when left out
 * @returns {Promise<{ lines: number, medianMs: number, p99Ms: number, mostMs: number }>}
 */
export async function measureFollowLatency({
  seconds = 10,
  linesPerSecond = 1_000,
  program = builtProgram,
} = {}) {
  const home = mkdtempSync(join(tmpdir(), 'jobtrack-latency-'));
  const { PATH } = process.env;
  const env = { PATH, HOME: home, XDG_STATE_HOME: join(home, 'state'), LANG: 'C.UTF-8', TZ: 'UTC' };
  const serve = spawn(process.execPath, [program, 'serve', '-o', 'json'], { env });
  try {
    await firstLine(serve.stdout);
    const job = randomUUID();
    const words = [
      'run',
      '--id',
      job,
      '--',
      process.execPath,
      '-e',
      writer(seconds, linesPerSecond),
    ];
    const run = spawn(process.execPath, [program, ...words], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await firstLine(run.stderr);
    run.stderr.resume();
    return summarize(await followOnTerminal(program, job, env));
  } finally {
    serve.kill();
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param {NodeJS.ReadableStream} stream */
async function firstLine(stream) {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('it said nothing');
}

/**
 * Follows the job to its end, and answers how old each line was when it came; what was said before the follower was there
 * does not count.
 *
 * @param {string} program
 * @param {string} job
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<number[]>}
 */
function followOnTerminal(program, job, env) {
  const terminal = pty.spawn(process.execPath, [program, 'logs', '-f', '--color', 'never', job], {
    env,
    cols: 120,
    rows: 50,
  });
  /** @type {number[]} */
  const ages = [];
  let rest = '';
  let firstMs = Number.POSITIVE_INFINITY;
  terminal.onData((data) => {
    const nowMs = performance.timeOrigin + performance.now();
    const lines = (rest + data).split('\n');
    rest = lines.pop() ?? '';
    firstMs = Math.min(firstMs, nowMs);
    for (const line of lines) {
      const saidMs = Number(/said ([\d.]+)/.exec(line)?.[1]);
      if (saidMs >= firstMs) ages.push(nowMs - saidMs);
    }
  });
  return new Promise((resolve) => terminal.onExit(() => resolve(ages)));
}

/** @param {number[]} ages */
function summarize(ages) {
  const sorted = ages.toSorted((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  return { lines: ages.length, medianMs: at(0.5), p99Ms: at(0.99), mostMs: at(1) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [seconds = 10, linesPerSecond = 1_000] = process.argv.slice(2).map(Number);
  const { lines, medianMs, p99Ms, mostMs } = await measureFollowLatency({
    seconds,
    linesPerSecond,
  });
  console.log(`${lines} lines: median ${medianMs} ms, p99 ${p99Ms} ms, most ${mostMs} ms`);
}
