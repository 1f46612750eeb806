import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  cleanEnvironment,
  exampleEnvironment,
  program,
  type Run,
  runCli,
  temporaryFolder,
} from '../helpers/cli.js';

/** Runs a line of bash in which `$JOBTRACK` is the program. */
async function runShell(script: string, environment: Record<string, string> = {}): Promise<Run> {
  const home = temporaryFolder();
  const child = spawn('bash', ['-c', script], {
    cwd: home,
    env: { ...cleanEnvironment(home), JOBTRACK: `${process.execPath} ${program}`, ...environment },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  child.stdin.end();
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

const hasFullDevice = process.platform === 'linux';

test
  .runIf(hasFullDevice)
  .each([
    'progress',
    'progress --json',
    'logs --raw -v',
    'deps --format dot',
    '--help',
    'completion bash',
  ])('a full disk below %s is told in a sentence', async (line) => {
  const run = await runShell(`$JOBTRACK ${line} > /dev/full`, await exampleEnvironment());
  expect(run).toMatchObject({ code: 2, signal: null });
  expect(run.stderr).toContain('stdout: ENOSPC: no space left on device');
});

test.runIf(hasFullDevice)(
  'an error keeps its exit code where nobody can read about it',
  async () => {
    expect(await runShell('$JOBTRACK nonsense 2> /dev/full')).toMatchObject({ code: 2 });
    expect(await runShell('$JOBTRACK nonsense 2>&-')).toMatchObject({ code: 2 });
  },
);

test('what is said on a full standard error does not stop the work', async () => {
  const environment = await exampleEnvironment();
  const run = await runShell('$JOBTRACK logs -v 2> /dev/full', environment);
  expect(run).toMatchObject({ code: 0 });
  expect(run.stdout.split('\n').length).toBeGreaterThan(3);
});

test('closed inputs and outputs are no mistake of the program', async () => {
  const environment = await exampleEnvironment();
  for (const redirection of ['<&-', '>&-', '2>&-', '<&- >&- 2>&-']) {
    expect(await runShell(`$JOBTRACK progress ${redirection}`, environment)).toMatchObject({
      code: 0,
      stderr: '',
    });
  }
  expect(await runShell('$JOBTRACK login <&-', environment)).toMatchObject({ code: 2 });
});

test.each(['', '.', '../..'])(
  'settings in the working folder are not those of a user whose HOME is "%s"',
  async (home) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, '.config/jobtrack'), { recursive: true });
    const planted = { profiles: { default: { url: 'https://evil.example' } } };
    writeFileSync(join(cwd, '.config/jobtrack/config.json'), JSON.stringify(planted));
    const environment = { HOME: home, XDG_CONFIG_HOME: '', XDG_STATE_HOME: '.' };
    const run = await runCli(['config', '--json'], { cwd, environment });
    expect(run.stdout).not.toContain('evil.example');
  },
);

test('a working folder that has been deleted stops nothing', async () => {
  const run = await runShell(
    'mkdir gone && cd gone && rmdir ../gone && $JOBTRACK progress --json',
    await exampleEnvironment(),
  );
  expect(run).toMatchObject({ code: 0, stderr: '' });
});

test('COLUMNS can not be so large that a drawing takes all memory', async () => {
  const environment = { ...(await exampleEnvironment()), COLUMNS: '99999999' };
  const run = await runCli(['timeline', '--view', 'gantt'], { environment });
  expect(run.code).toBe(0);
  expect(run.stdout.length).toBeLessThan(200_000);
});
