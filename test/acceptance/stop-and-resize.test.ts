import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleEnvironment, program } from '../helpers/cli.js';
import { promise } from '../helpers/promise.js';
import { startOnTerminal, type TestTerminal } from '../helpers/terminal.js';

/** What has been written so often: once more is a reason to look at the terminal. */
const often = (text: string, times: number): RegExp => {
  const escaped = text.replace(/[[\]?^$\\]/g, String.raw`\$&`);
  return new RegExp(`^(?:(?:(?!${escaped})[\\s\\S])*${escaped}){${times}}`);
};

const count = (output: string, text: string): number => output.split(text).length - 1;

const HIDE = '\u001b[?25l';
const SHOW = '\u001b[?25h';
const CLEAR = '\u001b[J';
const WHOLE_FRAME = /\u001b\[\?2026l$/;

/** Waits for one more of a text than there was. */
async function oneMore(terminal: TestTerminal, text: string, act: () => void): Promise<void> {
  const before = count(terminal.output, text);
  act();
  await terminal.seen(often(text, before + 1));
}

/** Whether the terminal hands over each key as it is typed, and shows none of them. */
function readsKeys(pid: number): boolean {
  const path = readlinkSync(`/proc/${pid}/fd/0`);
  const settings = execFileSync('stty', ['-F', path, '-a'], { encoding: 'utf8' });
  const words = settings.split(/[\s;]+/);
  const modes = [words.includes('-icanon'), words.includes('-echo')];
  expect(new Set(modes).size).toBe(1);
  return modes[0] === true;
}

const stateOf = (pid: number): string | undefined =>
  / ([A-Z]) /.exec(readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)/, ' '))?.[1];

async function stopped(pid: number): Promise<void> {
  while (stateOf(pid) !== 'T') await new Promise((resolve) => setImmediate(resolve));
}

/** A live view with its first answer on the screen. */
async function watching(columns: number, rows: number): Promise<TestTerminal> {
  const terminal = startOnTerminal(['progress', '-w', '1m'], {
    environment: await exampleEnvironment(),
    columns,
    rows,
  });
  await terminal.seen(/updated/);
  return terminal;
}

promise(
  'C4',
  'Stopped, continued and resized, a live view leaves the terminal as it is to be',
  { full: 300, quick: 30 },
  async ({ count: steps, fail }) => {
    const terminal = await watching(80, 24);
    const stops = Math.round(steps / 3);
    for (let round = 0; round < stops; round += 1) {
      await oneMore(terminal, SHOW, () => process.kill(terminal.pid, 'SIGTSTP'));
      await stopped(terminal.pid);
      if (readsKeys(terminal.pid)) fail(`stop ${round}: the terminal is in raw mode`);
      await oneMore(terminal, HIDE, () => process.kill(terminal.pid, 'SIGCONT'));
      if (!readsKeys(terminal.pid)) fail(`stop ${round}: the terminal is not in raw mode again`);
    }
    const size = fc.tuple(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 8, max: 60 }));
    for (const [columns, rows] of fc.sample(size, { numRuns: steps - stops, seed: 4 })) {
      await oneMore(terminal, CLEAR, () => terminal.resize(columns, rows));
      await terminal.seen(WHOLE_FRAME);
      const seen = await terminal.rows();
      if (seen.some(({ isRest }) => isRest)) fail(`${columns}×${rows}: a line is too long`);
      const titles = seen.filter(({ text }) => text.startsWith('● Customer'));
      if (titles.length !== 1) fail(`${columns}×${rows}: ${titles.length} frames`);
    }
  },
);

test('Ctrl-Z hands the terminal to the shell; `bg` paints nothing there; `fg` paints anew', async () => {
  const environment = { ...(await exampleEnvironment()), PS1: '$ ' };
  const terminal = startOnTerminal(['--norc', '--noprofile', '-i'], {
    file: 'bash',
    environment,
    columns: 80,
    rows: 30,
  });
  await terminal.seen(/\$ $/);
  terminal.type(`'${process.execPath}' '${program}' progress -w 1s\r`);
  await terminal.seen(/updated/);
  terminal.type('\u001a');
  await terminal.seen(/Stopped/);
  terminal.type('echo typed in the sh""ell\r');
  await terminal.seen(/typed in the shell/);
  expect(count(await terminal.screen(), 'Customer Journey Analysis')).toBe(0);
  const painted = count(terminal.output, '\u001b[?2026h');
  terminal.type('bg; sleep 2; echo still the sh""ell\r');
  await terminal.seen(/still the shell/);
  expect(count(terminal.output, '\u001b[?2026h')).toBe(painted);
  expect(terminal.output).not.toMatch(/Stopped[\s\S]*Stopped/);
  const again = count(terminal.output, HIDE);
  terminal.type('fg\r');
  await terminal.seen(often(HIDE, again + 1));
  await terminal.seen(/fg[\s\S]*updated/);
  expect(count(await terminal.screen(), 'Customer Journey Analysis')).toBe(1);
  await oneMore(terminal, SHOW, () => terminal.type('q'));
  terminal.type('echo code $?\r');
  await terminal.seen(/code 0/);
});

test('Ctrl-Z where no shell could wake it again stops nothing', async () => {
  const terminal = await watching(80, 24);
  await oneMore(terminal, HIDE, () => terminal.type('\u001a'));
  await terminal.seen(WHOLE_FRAME);
  expect(await terminal.screen()).toContain('Customer Journey Analysis');
  terminal.type('q');
  expect(await terminal.ended).toMatchObject({ exitCode: 0 });
});

test('started in the background it neither paints nor takes the keys, until it comes to the front', async () => {
  const environment = { ...(await exampleEnvironment()), PS1: '$ ' };
  const terminal = startOnTerminal(['--norc', '--noprofile', '-i'], {
    file: 'bash',
    environment,
    columns: 80,
    rows: 30,
  });
  await terminal.seen(/\$ $/);
  terminal.type(`'${process.execPath}' '${program}' progress -w 1s & sleep 2; echo sh""ell\r`);
  await terminal.seen(/shell/);
  expect(terminal.output).not.toContain('\u001b[?25l');
  expect(terminal.output).not.toContain('Stopped');
  terminal.type('fg\r');
  await terminal.seen(/updated/);
  await oneMore(terminal, SHOW, () => terminal.type('q'));
  terminal.type('echo code $?\r');
  await terminal.seen(/code 0/);
});
