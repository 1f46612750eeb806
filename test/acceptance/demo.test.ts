import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCli, temporaryFolder } from '../helpers/cli.js';
import { startOnTerminal } from '../helpers/terminal.js';
import { schemaProblems } from '../helpers/watch-schema.js';

test('a real job runs to its end, is told in lines or as objects, and leaves nothing behind', {
  timeout: 120_000,
}, async () => {
  const home = temporaryFolder();
  const surroundings = { environment: { HOME: home, XDG_STATE_HOME: home }, cwd: home };
  const [inLines, inObjects] = await Promise.all([
    runCli(['demo'], surroundings),
    runCli(['demo', '-o', 'ndjson'], surroundings),
  ]);
  expect([inLines.code, inObjects.code]).toEqual([0, 0]);
  expect(inLines.stdout).not.toContain('\u001b');
  expect(inLines.stdout).toMatch(/^\S+ {2}status {2}Running {2}Find equal files {2}/m);
  expect(inLines.stdout).toMatch(/^\S+ {2}stage {2}Find files {2}Completed {2}/m);
  expect(inLines.stdout).toMatch(/^\S+ {2}progress {2}\S+ {2}Read and hash \d/m);
  expect(inLines.stdout).toMatch(/^\S+ {2}end {2}Completed {2}/m);
  const outro = inLines.stdout.trimEnd().split('\n').slice(-4);
  expect(outro.map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
    'jobtrack serve',
    'jobtrack run -- <command>',
    'jobtrack watch <job id>',
    'jobtrack --help',
  ]);
  const lines = inObjects.stdout.trimEnd().split('\n');
  const objects = lines.map((line) => JSON.parse(line));
  expect(objects.flatMap(schemaProblems)).toEqual([]);
  expect(objects.at(-1)).toMatchObject({ type: 'verdict', state: 'Completed', exitCode: 0 });
  expect(readdirSync(home)).toEqual([]);
});

test('on a terminal it is watched live, and Ctrl-C ends the job and gives the terminal back', async () => {
  const terminal = startOnTerminal(['demo'], { rows: 24 });
  const screen = await terminal.shows(/● Find equal files[\s\S]*Read and hash/);
  expect(screen.split('\n').length).toBeLessThanOrEqual(26);
  terminal.type('\u0003');
  expect(await terminal.ended).toMatchObject({ signal: 2 });
  const { output } = terminal;
  expect(output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(output.lastIndexOf('\u001b[?25l'));
});

test('q ends it, and the job with it, and nothing is said of going on', async () => {
  const terminal = startOnTerminal(['demo'], { rows: 24 });
  await terminal.shows(/● Find equal files/);
  const leftMs = performance.now();
  terminal.type('q');
  expect(await terminal.ended).toMatchObject({ exitCode: 0 });
  // The job alone would take half a minute.
  expect(performance.now() - leftMs).toBeLessThan(10_000);
  expect(await terminal.screen()).not.toContain('goes on');
});
