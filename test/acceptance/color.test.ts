import { expect, test } from 'vitest';
import { exampleEnvironment, runCli } from '../helpers/cli.js';
import { promise } from '../helpers/promise.js';
import { startOnTerminal } from '../helpers/terminal.js';

const commands = [
  'progress',
  'logs',
  'timeline',
  'metrics',
  'batch',
  'deps',
  'config',
  '--help',
  // The live view moves the cursor, which has nothing to do with colour.
  'watch --mode plain --timeout 300ms',
];

/** The five things that decide about colour, each there or not. */
interface Case {
  noColor: boolean;
  forceColor: boolean;
  dumb: boolean;
  never: boolean;
  terminal: boolean;
}

const cases: readonly Case[] = Array.from({ length: 32 }, (_, bits) => ({
  noColor: (bits & 1) !== 0,
  forceColor: (bits & 2) !== 0,
  dumb: (bits & 4) !== 0,
  never: (bits & 8) !== 0,
  terminal: (bits & 16) !== 0,
}));

/** The flag bans, then NO_COLOR; FORCE_COLOR allows it anywhere else; otherwise it takes a terminal that is not dumb. */
const isBanned = ({ noColor, forceColor, dumb, never, terminal }: Case): boolean =>
  never || noColor || (!forceColor && (dumb || !terminal));

async function output(
  line: string,
  { terminal, ...wish }: Case,
  access: Record<string, string>,
): Promise<string> {
  const environment = {
    ...access,
    ...(wish.noColor ? { NO_COLOR: '1' } : {}),
    ...(wish.forceColor ? { FORCE_COLOR: '1' } : {}),
    TERM: wish.dumb ? 'dumb' : 'xterm-256color',
  };
  const args = [...line.split(' '), ...(wish.never ? ['--color', 'never'] : [])];
  if (!terminal) {
    const run = await runCli(args, { environment });
    return run.stdout + run.stderr;
  }
  const started = startOnTerminal(args, { environment });
  await started.ended;
  return started.output;
}

promise(
  'C6',
  'Colour is where it may be and nowhere else',
  { full: 288, quick: 36 },
  async ({ count, fail }) => {
    const access = await exampleEnvironment();
    const all = commands.flatMap((command) => cases.map((each) => ({ command, each })));
    // 41 has no divisor in common with 288: a smaller count still meets every command and every case.
    for (let round = 0; round < count; round += 1) {
      const chosen = all[(round * 41) % all.length];
      if (chosen === undefined) continue;
      const text = await output(chosen.command, chosen.each, access);
      const colours = /\u001b\[[0-9;]*m/.test(text);
      if (isBanned(chosen.each) ? /\u001b/.test(text) : !colours) {
        fail(
          `${chosen.command} ${JSON.stringify(chosen.each)}: ${JSON.stringify(text.slice(0, 200))}`,
        );
      }
    }
  },
);

test('FORCE_COLOR=0 turns colour off on a terminal', async () => {
  const environment = { ...(await exampleEnvironment()), FORCE_COLOR: '0' };
  const terminal = startOnTerminal(['progress'], { environment });
  await terminal.ended;
  expect(terminal.output).not.toMatch(/\u001b\[[0-9;]*m/);
});
