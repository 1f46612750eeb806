import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../helpers/cli.js';
import { homeEnvironment, startServe } from '../helpers/serve.js';

const JOB = 'aaaaaaaa-1111-4111-8111-000000000001';

/** A job with a log line and a stage, told as any program can. */
const reports = [
  { reportId: '1', type: 'stage', stageName: 'Load', totalRecords: 100 },
  { reportId: '2', type: 'progress', records: 25 },
  { reportId: '3', type: 'log', level: 'WARN', message: 'half of the fields are empty' },
];

describe('ready', () => {
  test('one line of JSON says where it is; the token is in a private file and nowhere else', async () => {
    const { ready, token, environment } = await startServe();
    expect(Object.keys(ready)).toEqual(['url', 'tenant', 'project', 'stateFile', 'pid']);
    expect(ready.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(JSON.stringify(ready)).not.toContain(token);
    expect(statSync(ready.stateFile).mode & 0o777).toBe(0o600);
    const folder = join(environment['XDG_STATE_HOME'] ?? '', 'jobtrack');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'jobs.db')).mode & 0o777).toBe(0o600);
  });

  test('other commands of the same user find it by themselves', async () => {
    const { environment, ask } = await startServe();
    await ask('/jobs', { method: 'POST', body: JSON.stringify({ jobId: JOB, jobName: 'Import' }) });
    await ask(`/job/${JOB}/reports`, { method: 'POST', body: JSON.stringify(reports) });
    const progress = await runCli(['progress', JOB, '--json'], { environment });
    expect(progress).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(progress.stdout)).toMatchObject({
      jobName: 'Import',
      status: 'Running',
      overallProgress: { percentage: 25 },
      stages: [{ stageName: 'Load', recordsProcessed: 25, totalRecords: 100, progress: 25 }],
    });
    const logs = await runCli(['logs', JOB, '--fail-on', 'WARN'], { environment });
    expect(logs.code).toBe(1);
    expect(logs.stdout).toMatch(/^\S+ {2}WARN {2}.*half of the fields are empty\n$/);
  });

  test('a token of your own is used', async () => {
    const environment = { ...homeEnvironment(), JOBTRACK_TOKEN: 'my-own-token' };
    expect((await startServe([], environment)).token).toBe('my-own-token');
  });
});

describe('the end', () => {
  test('SIGTERM ends it by that signal, and takes its state away', async () => {
    const serving = await startServe();
    expect(await serving.stop('SIGTERM')).toEqual({ code: null, signal: 'SIGTERM' });
    expect(existsSync(serving.ready.stateFile)).toBe(false);
  });

  test('jobs are still there when it starts again', async () => {
    const first = await startServe();
    await first.ask('/jobs', {
      method: 'POST',
      body: JSON.stringify({ jobId: JOB, jobName: 'A' }),
    });
    await first.stop();
    const second = await startServe([], first.environment);
    expect((await second.ask(`/job/${JOB}/progress`)).status).toBe(200);
  });

  test('what a killed server left behind leads nowhere', async () => {
    const serving = await startServe();
    await serving.stop('SIGKILL');
    expect(existsSync(serving.ready.stateFile)).toBe(true);
    const run = await runCli(['batch'], { environment: serving.environment });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('no url is set');
    await startServe([], serving.environment);
  });
});

describe('what is refused', () => {
  test('a second server on the same database', async () => {
    const { environment } = await startServe();
    const second = await runCli(['serve'], { environment });
    expect(second.code).toBe(2);
    expect(second.stderr).toMatch(/^error: .*jobs\.db/);
  });

  test('a second server on another database leaves the first one found', async () => {
    const { environment, ready } = await startServe();
    const other = join(environment['HOME'] ?? '', 'other.db');
    const second = await startServe(['--db', other], environment);
    expect(second.ready.stateFile).toBe(`${other}.serve.json`);
    const config = await runCli(['config', '--json'], { environment });
    expect(config.stdout).toContain(ready.url);
  });

  test('listening beyond this machine, unless the risk is accepted by name', async () => {
    const run = await runCli(['serve', '--host', '0.0.0.0'], { environment: homeEnvironment() });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('--insecure-remote-access');
  });

  test('a port that is taken', async () => {
    const { ready } = await startServe();
    const port = new URL(ready.url).port;
    const run = await runCli(['serve', '--port', port], { environment: homeEnvironment() });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`can't listen on 127.0.0.1:${port}: EADDRINUSE`);
  });
});
