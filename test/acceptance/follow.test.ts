import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureFollowLatency } from '../bench/shared/follow-latency.mjs';
import { at, createFakeLog, lines } from '../client/follow/fake-log.js';
import { startLogServer } from '../client/follow/log-server.js';
import { accessTo, cleanEnvironment, program, runCli, temporaryFolder } from '../helpers/cli.js';
import { finish, reportedJob } from '../helpers/reported.js';
import { type Running, startRunning } from '../helpers/running.js';
import { homeEnvironment, type Serving, startServe } from '../helpers/serve.js';
import { startOnTerminal } from '../helpers/terminal.js';
import { startTracked } from '../helpers/tracked.js';

/** A command under `jobtrack run` that says line after line until a test ends it. */
async function startJob(serving: Serving, exitCode = 0) {
  const job = randomUUID();
  const stop = join(temporaryFolder(), 'stop');
  const program = `
    let n = 0;
    const timer = setInterval(() => {
      console.log('line ' + (n += 1));
      if (!require('fs').existsSync('${stop}')) return;
      clearInterval(timer);
      process.exitCode = ${exitCode};
    }, 20);`;
  const run = startTracked(serving, ['--id', job, '--', process.execPath, '-e', program]);
  await run.seen(/^job/m);
  return { job, run, end: () => writeFileSync(stop, '') };
}

/** Starts `logs --follow`. */
const startFollowing = (
  { environment }: Pick<Serving, 'environment'>,
  words: readonly string[],
): Running => startRunning(['logs', '-f', ...words], { environment });

/** The lines of the command, in the order in which they were shown. */
const shown = (stdout: string): string[] => stdout.match(/line \d+/g) ?? [];

const saysLine = (message: string) => ({ type: 'log', message });

describe('in a pipe', () => {
  test.each([
    [0, 'Completed', 0],
    [7, 'Failed', 1],
  ])(
    'a command that ends with %i is followed to its end: %s, %i',
    async (exitCode, status, code) => {
      const serving = await startServe();
      const { job, run, end } = await startJob(serving, exitCode);
      const follower = startFollowing(serving, [job]);
      await follower.seen(/line 5\n/);
      end();
      expect(await follower.ended).toEqual({ code, signal: null });
      expect(shown(follower.stdout())).toEqual(shown(run.stdout()));
      expect(follower.stderr()).toBe(`the job has ended: ${status}\n`);
    },
  );

  test('a cancelled job exits with 3', async () => {
    const serving = await startServe();
    const { id } = await reportedJob(serving, [finish('Cancelled')]);
    expect((await runCli(['logs', '-f', id], serving)).code).toBe(3);
  });

  test('the first line that says something ends it, with what it said', async () => {
    const serving = await startServe();
    const { job } = await startJob(serving);
    const found = await runCli(['logs', '-f', '--grep', 'line 3\\d', '-n', '1', job], serving);
    expect(shown(found.stdout)).toEqual(['line 30']);
    expect(found).toMatchObject({ code: 0, stderr: '' });
  });

  test('every line is there at once, before there is another one', async () => {
    const serving = await startServe();
    const { id, report } = await reportedJob(serving);
    const follower = startFollowing(serving, ['-o', 'ndjson', '--tail', '0', id]);
    // Nobody knows when it begins, so lines are said until one is there.
    for (let number = 1; follower.stdout() === ''; number += 1) {
      await report(saysLine(`line ${number}`));
    }
    const { length } = follower.stdout().trim().split('\n');
    for (let number = 1; number <= 3; number += 1) {
      await report(saysLine(`more ${number}`));
      await follower.seen(new RegExp(`more ${number}"[^\\n]*\\n`));
    }
    expect(follower.stdout().trim().split('\n').length).toBeGreaterThanOrEqual(length + 3);
    follower.child.kill('SIGINT');
    expect(await follower.ended).toEqual({ code: null, signal: 'SIGINT' });
    expect(follower.stderr()).toBe('');
  });

  test('a reader that goes away ends it quietly', async () => {
    const serving = await startServe();
    const { job } = await startJob(serving);
    const home = temporaryFolder();
    const script = `"${process.execPath}" "${program}" logs -f ${job} | head -3; exit "\${PIPESTATUS[0]}"`;
    const shell = spawn('bash', ['-c', script], {
      env: { ...cleanEnvironment(home), ...serving.environment },
    });
    const said = { stdout: '', stderr: '' };
    shell.stdout.on('data', (data) => {
      said.stdout += String(data);
    });
    shell.stderr.on('data', (data) => {
      said.stderr += String(data);
    });
    const code = await new Promise((resolve) => shell.once('close', resolve));
    expect({ code, stderr: said.stderr }).toEqual({ code: 0, stderr: '' });
    expect(shown(said.stdout)).toEqual(['line 1', 'line 2', 'line 3']);
  });

  test('one JSON document is refused before anything is asked', async () => {
    const run = await runCli(['logs', '-f', '--json', randomUUID()], {
      environment: accessTo('http://127.0.0.1:9'),
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("--follow and --output json can't be used together");
  });

  test('a job that is not there, a wrong token and a server that never answers are errors', async () => {
    const serving = await startServe();
    expect((await runCli(['logs', '-f', randomUUID()], serving)).code).toBe(5);
    const wrong = {
      ...serving.environment,
      JOBTRACK_URL: serving.ready.url,
      JOBTRACK_TOKEN: 'wrong',
    };
    const { tenant, project } = serving.ready;
    const place = ['--tenant', tenant, '--project', project];
    expect(
      (await runCli(['logs', '-f', ...place, randomUUID()], { environment: wrong })).code,
    ).toBe(4);
    const dead = accessTo('http://127.0.0.1:9');
    expect((await runCli(['logs', '-f', '--retries', '0'], { environment: dead })).code).toBe(6);
  });
});

describe('a server that goes away and comes back', () => {
  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'by %s: every line once, and two words about it',
    async (signal) => {
      const environment = homeEnvironment();
      const first = await startServe([], environment);
      const { job, run, end } = await startJob(first);
      const follower = startFollowing(first, [job]);
      await follower.seen(/line 10\n/);
      await first.stop(signal);
      await follower.seen(/the next try is in/);
      const { length } = shown(follower.stdout());
      // At another address, with another token: where it is stands in the user's own state file.
      await startServe([], environment);
      await follower.seen(new RegExp(`line ${length + 10}\n`));
      end();
      expect(await follower.ended).toEqual({ code: 0, signal: null });
      expect((await run.ended).code).toBe(0);
      expect(shown(follower.stdout())).toEqual(shown(run.stdout()));
      expect(follower.stderr()).toMatch(
        /^can't reach http:\S+ after 1 attempt: \w+; the next try is in \S+\nthere are answers again, after [^\n]+\nthe job has ended: Completed\n$/,
      );
    },
  );
});

test('a log without numbers is followed, with its late lines and its gaps', async () => {
  const log = createFakeLog({ isNumbered: false });
  const { url } = await startLogServer(log);
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, '.jobtrackrc.json'), '{ "interval": "250ms" }');
  log.add(...lines(1, 3));
  const environment = accessTo(url);
  const follower = startRunning(['logs', '-f', '-o', 'ndjson'], { environment, cwd });
  await follower.seen(/line 3"/);
  log.add(at(2, 'from before'), at(4));
  await follower.seen(/line 4"/);
  log.add(...lines(5, 9));
  log.keep(1);
  await follower.seen(/line 9"/);
  log.status = 'Completed';
  expect((await follower.ended).code).toBe(0);
  const objects: Record<string, unknown>[] = follower
    .stdout()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(objects.map((object) => [object['message'] ?? object['type'], object['late']])).toEqual([
    ['line 1', undefined],
    ['line 2', undefined],
    ['line 3', undefined],
    ['from before', true],
    ['line 4', undefined],
    ['gap', undefined],
    ['line 9', undefined],
  ]);
});

test('on a terminal lines come below each other, and Ctrl-C ends it by the signal without a word', async () => {
  const serving = await startServe();
  const { id, report } = await reportedJob(serving, [{ ...saysLine('first'), component: 'db' }]);
  const terminal = startOnTerminal(['logs', '-f', id], { environment: serving.environment });
  await terminal.seen(/first/);
  await report({ ...saysLine('second'), level: 'ERROR', component: 'Scheduler' });
  await terminal.seen(/second/);
  terminal.type('\u0003');
  expect(await terminal.ended).toEqual({ exitCode: 0, signal: 2 });
  expect((await terminal.screen()).replaceAll(/\d\d:\d\d:\d\d/g, '10:00:00')).toBe(`
10:00:00  INFO  db  first
10:00:00  ERROR  Scheduler  second
^C
`);
});

test('lines are on a following terminal as they are said, without waiting for a poll', async () => {
  const { lines: count, medianMs } = await measureFollowLatency({ seconds: 2 });
  expect(count).toBeGreaterThan(500);
  // The budget of 250 ms for 99 of 100 lines is for a machine that is not busy with other tests; where the log was only
  // asked for every two seconds, half of the lines would be more than a second old.
  expect(medianMs).toBeLessThan(600);
});
