// `npm run bench`: measures every figure of shared/budgets.mjs with the built program, and prints one table.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench } from './shared/bench.mjs';
import { budgets, judged, rowNames } from './shared/budgets.mjs';
import { tableText } from './shared/table.mjs';

/** @import { Bench } from './shared/bench.mjs' */
/** @import { Figure } from './shared/budgets.mjs' */

const usage = `npm run bench -- [--row <name,...>] [--json <file>] [--check] [--list]

  --row    only these rows
  --json   where the figures are written; bench.json when left out
  --check  end with 1 when a budget is not met
  --list   names the rows and what they measure
`;

const { values } = parseArgs({
  options: {
    row: { type: 'string' },
    json: { type: 'string', default: join(import.meta.dirname, '../../bench.json') },
    check: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const wanted = values.row?.split(',') ?? rowNames;
const unknown = wanted.filter((name) => !rowNames.includes(name));

if (unknown.length > 0) {
  console.error(`there is no row ${unknown.join(', ')}; there are ${rowNames.join(', ')}`);
  process.exitCode = 2;
} else if (values.help) console.log(usage);
else if (values.list) {
  for (const { row, what } of Object.values(budgets)) console.log(`${row.padEnd(12)} ${what}`);
} else process.exitCode = await run();

async function run() {
  const { bench, close } = await openBench();
  /** @type {ReturnType<typeof judged>[]} */
  const figures = [];
  try {
    for (const name of rowNames.filter((row) => wanted.includes(row))) {
      console.error(`measuring ${name}`);
      figures.push(...(await measured(name, bench)).map(judged));
    }
  } finally {
    close();
  }
  process.stdout.write(tableText(figures));
  const { version: node, platform, arch } = process;
  const machine = { node, platform, arch, cores: cpus().length, cpu: cpus()[0]?.model };
  const measuredAt = new Date().toISOString();
  writeFileSync(values.json, `${JSON.stringify({ measuredAt, machine, figures }, null, 2)}\n`);
  const missed = figures.filter(({ isMet }) => isMet === false);
  if (missed.length > 0) console.error(`${missed.length} not met`);
  return values.check && missed.length > 0 ? 1 : 0;
}

/**
 * A row that fails does not take the others with it: its figures are then not measured, and it is said why.
 *
 * @param {string} name
 * @param {Bench} bench
 * @returns {Promise<Figure[]>}
 */
async function measured(name, bench) {
  const { measure } = await import(`./rows/${name}.mjs`);
  try {
    return await measure(bench);
  } catch (error) {
    const [remark = ''] = String(error).split('\n');
    const names = Object.entries(budgets).filter(([, { row }]) => row === name);
    return names.map(([figure]) => ({ name: /** @type {Figure['name']} */ (figure), remark }));
  }
}
