// `npm run growth`: what a command costs as what it shows grows, with the built program, a server of generated answers,
// a pipe and a real pseudo-terminal. What grows in line with its size costs as much per thing at every size.
//
//   node test/bench/growth.mjs [batch|deps|timeline|gantt|logs|by-time …] [--most <size>]
import { parseArgs } from 'node:util';
import { measure } from './growth/measure.mjs';
import { JOB_BY_TIME, serveSize } from './growth/server.mjs';

const TO_10_000 = [10, 100, 1_000, 10_000];
const TO_1_000_000 = [1_000, 10_000, 100_000, 1_000_000];

/** The commands, and how each is called for a size. */
const SUBJECTS = [
  { name: 'batch', sizes: TO_10_000, words: () => ['batch'] },
  { name: 'deps', sizes: TO_10_000, words: () => ['deps'] },
  { name: 'timeline', sizes: TO_10_000, words: () => ['timeline'] },
  { name: 'gantt', sizes: TO_10_000, words: () => ['timeline', '--view', 'gantt'] },
  {
    name: 'logs',
    sizes: TO_1_000_000,
    words: (/** @type {number} */ size) => ['logs', '--limit', `${size}`],
  },
  {
    name: 'by-time',
    sizes: TO_1_000_000,
    words: (/** @type {number} */ size) => ['logs', JOB_BY_TIME, '--limit', `${size}`],
  },
];

/** Where a command writes to, and the flags that go with it. */
const PLACES = /** @type {const} */ ([
  { name: 'ndjson |', place: 'pipe', flags: ['-o', 'ndjson'] },
  { name: 'human |', place: 'pipe', flags: [] },
  { name: 'terminal', place: 'terminal', flags: [] },
]);

const COLUMNS = [10, 10, 10, 9, 9, 12, 9, 9];

/** @param {readonly string[]} cells */
const say = (cells) =>
  console.log(
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(10) : cell.padStart(COLUMNS[at] ?? 9)))
      .join(' '),
  );

/** @param {number} number */
const figure = (number, digits = 0) =>
  number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string', default: '1000000' } },
});
const most = Number(values.most);

say(['command', 'to', 'size', 'wall ms', 'cpu ms', 'cpu µs each', 'peak MB', 'lines']);
for (const { name, sizes, words } of SUBJECTS) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for (const { name: to, place, flags } of PLACES) {
    /** What the smallest size costs is the start of the program, and not what grows. */
    let startMs = Number.NaN;
    for (const size of sizes.filter((each) => each <= most)) {
      const server = await serveSize(size);
      const { wallMs, cpuMs, peakMb, lines } = await measure(
        [...words(size), ...flags],
        place,
        server.environment,
      );
      server.close();
      const each = Number.isNaN(startMs) ? '-' : figure(((cpuMs - startMs) * 1000) / size, 1);
      if (Number.isNaN(startMs)) startMs = cpuMs;
      say([
        name,
        to,
        figure(size),
        figure(wallMs),
        figure(cpuMs),
        each,
        figure(peakMb),
        figure(lines),
      ]);
    }
  }
}
