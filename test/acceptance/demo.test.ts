import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCli, temporaryFolder } from '../helpers/cli.js';
import { startOnTerminal } from '../helpers/terminal.js';

test('a real job runs to its end, is told line by line in a pipe, and leaves nothing behind', {
  timeout: 120_000,
}, async () => {
  const home = temporaryFolder();
  const run = await runCli(['demo'], {
    environment: { HOME: home, XDG_STATE_HOME: home },
    cwd: home,
  });
  expect(run.code).toBe(0);
  expect(run.stdout).not.toContain('\u001b');
  expect(run.stdout).toMatch(/^(0% )?Find files$/m);
  expect(run.stdout).toMatch(/^\d+% Read and hash$/m);
  expect(run.stdout).toMatch(/^Status: Completed$/m);
  expect(run.stdout).toMatch(/^Read and hash +Completed +100% /m);
  const lines = run.stdout.trimEnd().split('\n').slice(-4);
  expect(lines.map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
    'jobtrack serve',
    'jobtrack run -- <command>',
    'jobtrack progress <job id>',
    'jobtrack --help',
  ]);
  expect(readdirSync(home)).toEqual([]);
});

test('on a terminal it is painted in place, and Ctrl-C ends the job and gives the terminal back', async () => {
  const terminal = startOnTerminal(['demo'], { rows: 24 });
  await terminal.seen(/Read and hash/);
  expect(await terminal.screen()).toContain('● Find files');
  expect((await terminal.screen()).split('\n').length).toBeLessThanOrEqual(26);
  terminal.type('\u0003');
  expect(await terminal.ended).toMatchObject({ signal: 2 });
  const { output } = terminal;
  expect(output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(output.lastIndexOf('\u001b[?25l'));
});
