import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runCli, temporaryFolder } from '../helpers/cli.js';
import { finish, reportedJob } from '../helpers/reported.js';
import { startRunning } from '../helpers/running.js';
import { homeEnvironment, type Serving, startServe } from '../helpers/serve.js';
import { schemaProblems } from '../helpers/watch-schema.js';

vi.setConfig({ testTimeout: 60_000 });

/** A job of two stages whose second one fails, told by marker lines. */
const FAILING = `
  say() { echo "::jobtrack $1::"; }
  say 'stage name="Load" total=100'; say 'progress records=100'
  say 'stage name="Check" total=50'; say 'progress records=20'
  echo 'WARN slow disk' >&2
  echo 'ERROR out of memory' >&2
  exit 7`;

/** What differs from run to run is only said to be there: ids, times and lengths of time; what was measured is left out. */
const masked = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z/g, '<time>')
    .replace(/\b\d+(?:ms|s)\b/g, '<length>')
    .replace(/ {2}(?:(?:overall )?efficiency \S+|slowest stage \w+ <length>)/g, '');

/** Runs a command as a job to its end, and answers the job's id. */
async function runToEnd({ environment }: Serving, script: string): Promise<string> {
  const id = randomUUID();
  const words = ['run', '-q', '--id', id, '--name', 'Nightly import', '--', 'sh', '-c', script];
  await runCli(words, { environment });
  return id;
}

/** The objects of ndjson, each of which fits its schema. */
function objectsOf(text: string): Record<string, unknown>[] {
  const objects = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const object of objects) expect(schemaProblems(object)).toEqual([]);
  return objects;
}

test('a job that has failed is told in lines, with what went wrong at the end', async () => {
  const serving = await startServe();
  const id = await runToEnd(serving, FAILING);
  const run = await runCli(['watch', id], { environment: serving.environment });
  expect(run).toMatchObject({ code: 1, stderr: '' });
  expect(`\n${masked(run.stdout)}`).toBe(`
<time>  stage  Load  Completed  took <length>  100 records
<time>  stage  Check  Failed  took <length>  20 records
<time>  progress  70%
<time>  WARN  sh  Check  WARN slow disk
<time>  ERROR  sh  Check  ERROR out of memory
<time>  status  Failed  exit code 7  Nightly import  <id>
<time>  end  Failed  failed stage Check  exit code 7  took <length>
  last errors:
  <time>  ERROR  sh  Check  ERROR out of memory
  read more with: jobtrack logs <id> --level ERROR
`);
});

test('the same job as objects: each fits its schema, and the last one is the verdict', async () => {
  const serving = await startServe();
  const id = await runToEnd(serving, FAILING);
  const run = await runCli(['watch', id, '-o', 'ndjson'], { environment: serving.environment });
  expect(run).toMatchObject({ code: 1, stderr: '' });
  const objects = objectsOf(run.stdout);
  expect(objects.map(({ type }) => type)).toEqual([
    'stage',
    'stage',
    'progress',
    'log',
    'log',
    'status',
    'verdict',
  ]);
  expect(objects.at(-1)).toMatchObject({
    jobId: id,
    state: 'Failed',
    exitCode: 1,
    failedStage: 'Check',
    reason: 'exit code 7',
    lastErrors: [{ level: 'ERROR', message: 'ERROR out of memory' }],
  });
});

test('-o json is one document, the verdict', async () => {
  const serving = await startServe();
  const { id } = await reportedJob(serving, [finish('Completed')]);
  const run = await runCli(['watch', id, '--json'], { environment: serving.environment });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(objectsOf(run.stdout)).toMatchObject([{ type: 'verdict', state: 'Completed' }]);
});

test('while it goes on, each change is a line at once', async () => {
  const serving = await startServe();
  const job = await reportedJob(serving, [{ type: 'stage', stageName: 'Load', totalRecords: 4 }]);
  const watch = startRunning(['watch', job.id, '-i', '250ms'], serving);
  await watch.seen(/stage {2}Load {2}Running\n/);
  await job.report({ type: 'progress', records: 1 });
  await watch.seen(/progress {2}25% {2}Load 25% {2}1 of 4 records/);
  await job.report({ type: 'log', level: 'INFO', message: 'all is well' });
  await job.report({ type: 'log', level: 'ERROR', message: 'no room', component: 'disk' });
  await watch.seen(/ERROR {2}disk {2}Load {2}no room\n/);
  await job.report(finish('Cancelled', 'by hand'));
  expect(await watch.ended).toEqual({ code: 3, signal: null });
  expect(watch.stdout()).not.toContain('all is well');
  expect(watch.stdout()).toMatch(/status {2}Cancelled {2}was Running {2}by hand\n/);
});

test('of several jobs each line says whose it is', async () => {
  const serving = await startServe();
  const [one, other] = await Promise.all([
    reportedJob(serving, [finish('Completed')], { name: 'Import' }),
    reportedJob(serving, [finish('Failed', 'no room')], { name: 'Export' }),
  ]);
  const run = await runCli(['watch', one.id, other.id], serving);
  expect(run).toMatchObject({ code: 1, stderr: '' });
  const ends = run.stdout.split('\n').filter((line) => / {2}end {2}/.test(line));
  expect(ends.map((line) => line.split('  ').slice(1, 5))).toEqual([
    [one.id.slice(0, 8), 'Import', 'end', 'Completed'],
    [other.id.slice(0, 8), 'Export', 'end', 'Failed'],
  ]);
});

test('with --logs, what several jobs log is told, with whose it is', async () => {
  const serving = await startServe();
  const warning = (message: string) => ({ type: 'log', level: 'WARN', message });
  const [one, other] = await Promise.all([
    reportedJob(serving, [warning('entry of one'), finish('Completed')], { name: 'Import' }),
    reportedJob(serving, [warning('entry of other'), finish('Completed')], { name: 'Export' }),
  ]);
  const both = ['watch', one.id, other.id];
  const without = await runCli(both, serving);
  expect(without.stdout).not.toContain('entry of');
  const run = await runCli([...both, '--logs', '-o', 'ndjson'], serving);
  const entries = objectsOf(run.stdout).filter(({ type }) => type === 'log');
  expect(entries).toMatchObject([
    { jobId: one.id, entry: { message: 'entry of one' } },
    { jobId: other.id, entry: { message: 'entry of other' } },
  ]);
});

test('a server that is killed and comes back is told, and nothing is lost or told twice', async () => {
  const environment = { ...homeEnvironment(), JOBTRACK_TOKEN: 'my-own-token' };
  const db = ['--db', join(temporaryFolder(), 'jobs.db')];
  const first = await startServe(db, environment);
  const job = await reportedJob(first, [{ type: 'log', level: 'WARN', message: 'entry 1' }]);
  const { url, tenant, project } = first.ready;
  const there = { JOBTRACK_URL: url, JOBTRACK_TENANT: tenant, JOBTRACK_PROJECT: project };
  const watch = startRunning(['watch', job.id, '-i', '250ms', '-o', 'ndjson'], {
    environment: { ...environment, ...there },
  });
  await watch.seen(/entry 1/);
  await first.stop('SIGKILL');
  await watch.seen(/"type":"stale"/);
  const second = await startServe([...db, '--port', new URL(url).port], environment);
  const again = await reportedJob(second, [], { id: job.id });
  await again.report({ type: 'log', level: 'WARN', message: 'entry 2' }, finish('Completed'));
  expect(await watch.ended).toEqual({ code: 0, signal: null });
  const objects = objectsOf(watch.stdout());
  const types = objects.map(({ type }) => type).filter((type) => type !== 'progress');
  expect(new Set(types)).toEqual(new Set(['status', 'log', 'stale', 'fresh', 'verdict']));
  expect(types.filter((type) => type === 'fresh')).toHaveLength(1);
  expect(objects.find(({ type }) => type === 'stale')).toMatchObject({
    cause: 'unreachable',
    error: { code: 'NETWORK', status: null },
  });
  const entries = objects.flatMap(({ entry }) => (entry as { message: string })?.message ?? []);
  expect(entries).toEqual(['entry 1', 'entry 2']);
});

describe('Ctrl-C', () => {
  test('ends the watch by the signal, and says that the job goes on and how to return', async () => {
    const serving = await startServe();
    const { id } = await reportedJob(serving);
    const { tenant, project } = serving.ready;
    const place = ['--tenant', tenant, '--project', project];
    const watch = startRunning(['watch', id, ...place], serving);
    await watch.seen(/Running/);
    watch.child.kill('SIGINT');
    expect(await watch.ended).toEqual({ code: null, signal: 'SIGINT' });
    const command = `jobtrack watch ${id} --tenant ${tenant} --project ${project}`;
    expect(watch.stderr().replace(/ \\\n */g, ' ')).toContain(command);
    const after = await serving.ask(`/job/${id}/progress`);
    expect(await after.json()).toMatchObject({ status: 'Running' });
  });

  test('says nothing with --quiet', async () => {
    const serving = await startServe();
    const { id } = await reportedJob(serving);
    const watch = startRunning(['watch', id, '-q', '-o', 'ndjson'], serving);
    await watch.seen(/Running/);
    watch.child.kill('SIGTERM');
    expect(await watch.ended).toEqual({ code: null, signal: 'SIGTERM' });
    expect(watch.stderr()).toBe('');
  });
});
