import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runCli, temporaryFolder } from '../helpers/cli.js';
import { homeEnvironment, startServe } from '../helpers/serve.js';
import { startOnTerminal } from '../helpers/terminal.js';
import { askAbout, jobIdOf, runTracked, startTracked } from '../helpers/tracked.js';

// Each test starts a server that waits for the disk; one that is busy with others may take its time.
vi.setConfig({ testTimeout: 60_000 });

const JOB = 'aaaaaaaa-2222-4222-8222-000000000001';

const sh = (script: string): string[] => ['--', 'sh', '-c', script];

describe('what the command sees and says', () => {
  test('both streams pass byte for byte, and the exit code is its own', async () => {
    const serving = await startServe();
    const run = await runTracked(
      serving,
      sh(`printf 'out\\000\\377\\r\\n'; printf '\\033[31mred' >&2; exit 7`),
    );
    expect(run.code).toBe(7);
    expect(run.stdout).toBe('out\u0000\ufffd\r\n');
    expect(run.stderr).toBe(
      `job ${run.jobId}\nfollow it with: jobtrack watch ${run.jobId}\n\u001b[31mred`,
    );
    expect(run.progress).toMatchObject({
      status: 'Failed',
      jobName: expect.stringMatching(/^sh -c /),
    });
    expect(run.logs.map(({ message }) => message).sort()).toEqual(['out\ufffd', 'red']);
  });

  test('its input, its arguments and its surroundings are what they would be without us', async () => {
    const serving = await startServe();
    const run = await runCli(
      [
        'run',
        '-q',
        '--',
        'sh',
        '-c',
        'cat; printf "<%s>" "$@"; echo > /dev/stdout',
        'x',
        'a b',
        '--',
        '-q',
        '',
      ],
      {
        environment: serving.environment,
        input: 'input\n',
      },
    );
    expect(run).toMatchObject({ code: 0, stderr: '', stdout: 'input\n<a b><--><-q><>\n' });
  });

  test('it can report by itself with what is in its environment', async () => {
    const serving = await startServe();
    const report = JSON.stringify({ type: 'milestone', reportId: 'mine', message: 'by itself' });
    const script = `
      const { JOBTRACK_URL: url, JOBTRACK_TENANT: t, JOBTRACK_PROJECT: p, JOBTRACK_JOB: j, JOBTRACK_TOKEN: k } = process.env;
      fetch(url + '/api/' + t + '/' + p + '/execution/job/' + j + '/reports', {
        method: 'POST', body: ${JSON.stringify(report)},
        headers: { authorization: 'Bearer ' + k, 'content-type': 'application/json' },
      }).then((answer) => console.log(answer.status));`;
    const run = await runTracked(serving, ['--', process.execPath, '-e', script]);
    expect(run.stdout).toBe('200\n');
    const timeline = await (await serving.ask(`/job/${run.jobId}/timeline`)).text();
    expect(timeline).toContain('by itself');
  });

  test('a closed pipe reaches the command as it would without us', async () => {
    const serving = await startServe();
    const run = startTracked(serving, ['-q', '--', 'yes']);
    await run.seen(/y\n/);
    run.child.stdout?.destroy();
    expect(await run.ended).toEqual({ code: null, signal: 'SIGPIPE' });
  });
});

describe('what becomes of its output', () => {
  test('levels, structured lines, stages, progress, milestones and figures', async () => {
    const serving = await startServe();
    const folder = temporaryFolder();
    const script = join(folder, 'job.mjs');
    writeFileSync(
      script,
      `console.log('WARN: low on memory');
       console.log(JSON.stringify({ level: 50, msg: 'structured', logger: 'db', code: 3 }));
       console.log('::jobtrack stage name="Data Loading" total=200::');
       console.log('loading');
       console.log('::jobtrack progress records=50::');
       console.log('::jobtrack metric rejected=4::');
       console.log('::jobtrack milestone message="a quarter"::');`,
    );
    const run = await runTracked(serving, ['--name', 'Import', '--', process.execPath, script]);
    expect(run.logs).toMatchObject([
      { level: 'WARN', message: 'WARN: low on memory', component: 'node' },
      { level: 'ERROR', message: 'structured', component: 'db', details: { code: 3 } },
      { level: 'INFO', message: 'loading', stage: 'Data Loading' },
    ]);
    expect(run.progress).toMatchObject({
      jobName: 'Import',
      status: 'Completed',
      stages: [{ stageName: 'Data Loading', recordsProcessed: 50, metrics: { rejected: 4 } }],
    });
    expect(await (await serving.ask(`/job/${run.jobId}/timeline`)).text()).toContain('a quarter');
  });

  test('what its processes use is measured, its children included', async () => {
    const serving = await startServe();
    const burn = 'end=$(( $(date +%s) + 3 )); while [ $(date +%s) -lt $end ]; do :; done';
    const run = await runTracked(serving, sh(`sh -c '${burn}'`));
    const metrics = (await (await serving.ask(`/job/${run.jobId}/metrics`)).json()) as {
      currentMetrics: { resourceUtilization: { cpu: { usage: number }; memory: object } };
    };
    expect(metrics.currentMetrics.resourceUtilization).toMatchObject({
      cpu: { usage: expect.any(Number) },
      memory: { peak: expect.any(String) },
    });
    expect(metrics.currentMetrics.resourceUtilization.cpu.usage).toBeGreaterThan(5);
  });
});

describe('how it ends', () => {
  test('a command that is not there, or may not be run, fails its job with the reason', async () => {
    const serving = await startServe();
    const missing = await runTracked(serving, ['--', 'no-such-command']);
    expect(missing.code).toBe(127);
    expect(missing.stderr).toContain('error: no-such-command: command not found');
    expect(missing.progress.status).toBe('Failed');
    const closed = await runTracked(serving, ['--', serving.ready.stateFile]);
    expect(closed.code).toBe(126);
    expect(closed.logs).toMatchObject([
      { level: 'ERROR', message: expect.stringContaining('permission denied') },
    ]);
  });

  test.each([
    ['SIGINT', 'Cancelled'],
    ['SIGTERM', 'Cancelled'],
    ['SIGHUP', 'Cancelled'],
  ] as const)('%s reaches the whole process group, and the job is %s', async (signal, status) => {
    const serving = await startServe();
    const run = startTracked(serving, sh('sleep 60 & echo ready; wait; sleep 60'));
    await run.seen(/ready/);
    run.child.kill(signal);
    expect(await run.ended).toEqual({ code: null, signal });
    expect((await askAbout(serving, jobIdOf(run.stderr()))).progress.status).toBe(status);
  });

  test('a command that tidies up on a signal keeps its own exit code', async () => {
    const serving = await startServe();
    const run = startTracked(
      serving,
      sh('trap "echo bye; exit 9" TERM; echo ready; while :; do sleep 0.1; done'),
    );
    await run.seen(/ready/);
    run.child.kill('SIGTERM');
    expect(await run.ended).toEqual({ code: 9, signal: null });
    expect(run.stdout()).toBe('ready\nbye\n');
    expect((await askAbout(serving, jobIdOf(run.stderr()))).progress.status).toBe('Cancelled');
  });

  test('who does not listen is killed by the third signal', async () => {
    const serving = await startServe();
    const run = startTracked(
      serving,
      sh('trap "" INT HUP; echo ready; while :; do sleep 0.1; done'),
    );
    await run.seen(/ready/);
    // Signals of one kind that come in at the same moment are one.
    for (const signal of ['SIGINT', 'SIGHUP', 'SIGINT'] as const) {
      run.child.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await run.ended).toEqual({ code: null, signal: 'SIGKILL' });
  });

  test('a crash of the command is a crash of run', async () => {
    const serving = await startServe();
    const run = await runTracked(serving, sh('kill -ABRT $$'));
    expect(run).toMatchObject({ code: null, signal: 'SIGABRT', progress: { status: 'Failed' } });
  });

  test('what it leaves running in the background does not hold us', async () => {
    const serving = await startServe();
    const run = await runTracked(serving, sh('sleep 20 & echo $!'));
    expect(run.code).toBe(0);
    process.kill(Number(run.stdout), 'SIGKILL');
  });
});

describe('waiting', () => {
  test('a job waits for another one, says why, and batch and deps show it', async () => {
    const serving = await startServe();
    const first = startTracked(serving, ['--id', JOB, ...sh('echo ready; read line')]);
    await first.seen(/ready/);
    const second = startTracked(serving, ['--after', JOB, ...sh('echo second')]);
    await second.seen(/waiting for/);
    const jobId = jobIdOf(second.stderr());
    expect(second.stderr()).toContain(`waiting for ${JOB}\n`);
    const batch = await runCli(['batch'], { environment: serving.environment });
    expect(batch.stdout).toMatch(new RegExp(`${jobId} +Queued`));
    const deps = await runCli(['deps', jobId], { environment: serving.environment });
    expect(deps.stdout).toContain(JOB);
    first.child.stdin?.end('go\n');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(second.stdout()).toBe('second\n');
    expect(second.stderr()).toMatch(/\nstarted\n$/);
  });

  test('a job fails with the one that it waits for, and its command never runs', async () => {
    const serving = await startServe();
    await runTracked(serving, ['--id', JOB, ...sh('exit 3')]);
    const second = await runTracked(serving, ['--after', JOB, ...sh('echo never')]);
    expect(second).toMatchObject({ code: 1, stdout: '', progress: { status: 'Failed' } });
    expect(second.stderr).toContain('the job was not started');
  });

  test('a full server queues, and a signal takes a job out of the queue', async () => {
    const serving = await startServe(['--max-running', '1']);
    const first = startTracked(serving, sh('echo ready; read line'));
    await first.seen(/ready/);
    const second = startTracked(serving, sh('echo never'));
    await second.seen(/waiting in the queue, place 1\n/);
    second.child.kill('SIGINT');
    expect(await second.ended).toEqual({ code: null, signal: 'SIGINT' });
    expect((await askAbout(serving, jobIdOf(second.stderr()))).progress.status).toBe('Cancelled');
    first.child.stdin?.end('go\n');
    expect(await first.ended).toEqual({ code: 0, signal: null });
  });
});

describe('without a server', () => {
  test('nothing is run, and the way to one is told', async () => {
    const run = await runCli(['run', '--', 'echo', 'never'], { environment: homeEnvironment() });
    expect(run).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: 'error: no url is set\nStart a server in another terminal with: jobtrack serve\n',
    });
  });

  test('a server that has gone for good ends the wait for it when we are told to, and the exit code stays', async () => {
    const serving = await startServe();
    const run = startTracked(serving, sh('echo ready; read line; echo lost; exit 4'));
    await run.seen(/ready/);
    await serving.stop('SIGKILL');
    run.child.stdin?.end('go\n');
    await run.seen(/delivering \d+ reports? to the server/);
    run.child.kill('SIGINT');
    expect(await run.ended).toEqual({ code: 4, signal: null });
    expect(run.stderr()).toMatch(/\d+ reports? could not be delivered to the server\n$/);
  });
});

describe('on a terminal', () => {
  test('the command has one too, and what arrives is what it would send without us', async () => {
    const { environment } = await startServe();
    const script = `test -t 0 && test -t 1 && test -t 2 && echo terminal; stty size; printf '\\033[31mred\\033[0m\\n'`;
    const run = startOnTerminal(['run', '-q', ...sh(script)], {
      environment,
      columns: 91,
      rows: 17,
    });
    await run.ended;
    const direct = startOnTerminal(['-c', script], { file: '/bin/sh', columns: 91, rows: 17 });
    await direct.ended;
    expect(run.output).toBe('terminal\r\n17 91\r\n\u001b[31mred\u001b[0m\r\n');
    expect(run.output).toBe(direct.output);
  });

  test('what is typed reaches it, also Ctrl-C, which cancels the job', async () => {
    const serving = await startServe();
    const { environment } = serving;
    // A shell that is just starting a program ends by Ctrl-C only after that program, so it must be a short one.
    const script = 'echo name?; read name; echo "hi $name"; while :; do sleep 0.1; done';
    const run = startOnTerminal(['run', ...sh(script)], { environment });
    await run.seen(/name\?/);
    run.type('bob\r');
    await run.seen(/hi bob/);
    run.type('\u0003');
    expect(await run.ended).toMatchObject({ signal: 2 });
    const jobId = jobIdOf(run.output.replaceAll('\r', ''));
    expect((await askAbout(serving, jobId)).progress.status).toBe('Cancelled');
  });

  test('it is told of a new size', async () => {
    const { environment } = await startServe();
    const script = 'trap "stty size; exit 0" WINCH; echo go; while :; do sleep 0.1; done';
    const run = startOnTerminal(['run', '-q', ...sh(script)], { environment });
    await run.seen(/go/);
    run.resize(100, 30);
    await run.ended;
    expect(run.output).toBe('go\r\n30 100\r\n');
  });

  test('the terminal is as before, whatever the command did to its own and however it ended', async () => {
    const { environment } = await startServe();
    const helper = join(import.meta.dirname, '../helpers/signal-parent.mjs');
    const program = join(import.meta.dirname, '../../bin/jobtrack.js');
    for (const script of ['stty raw -echo; exit 3', 'stty raw; kill -9 $$']) {
      const run = startOnTerminal([helper, program, 'run', '-q', ...sh(script)], {
        environment,
        file: process.execPath,
      });
      await run.ended;
      expect(run.output).toContain('"restored":true');
    }
  });

  test('a pipe beside it stays a pipe', async () => {
    const { environment } = await startServe();
    const folder = temporaryFolder();
    const inner = `test -t 0 || echo no input; test -t 1 && echo output; test -t 2 || echo no errors; stty size <&1; printf 'x\\ny\\n'; echo err >&2`;
    const line = `echo input | "$NODE" "$PROGRAM" run -q -- sh -c '${inner.replaceAll("'", `'\\''`)}' 2>${folder}/err`;
    const run = startOnTerminal(['-c', line], {
      file: '/bin/sh',
      columns: 77,
      environment: {
        ...environment,
        NODE: process.execPath,
        PROGRAM: join(import.meta.dirname, '../../bin/jobtrack.js'),
      },
    });
    await run.ended;
    expect(run.output).toBe('no input\r\noutput\r\nno errors\r\n50 77\r\nx\r\ny\r\n');
    expect(readFileSync(join(folder, 'err'), 'utf8')).toBe('err\n');
  });
});
