import { describe, expect, test, vi } from 'vitest';
import { accessTo, exampleEnvironment } from '../helpers/cli.js';
import { startServer } from '../helpers/http-server.js';
import { controlBytes } from '../helpers/no-control-bytes.js';
import { finish, reportedJob } from '../helpers/reported.js';
import { startServe } from '../helpers/serve.js';
import { startOnTerminal, type TestTerminal } from '../helpers/terminal.js';

vi.setConfig({ testTimeout: 60_000 });

const isCursorShown = ({ output }: TestTerminal): boolean =>
  output.lastIndexOf('\u001b[?25h') > output.lastIndexOf('\u001b[?25l');

/** How often it has rung; the same character also ends a title. */
const bells = ({ output }: TestTerminal): number =>
  output.replace(/\u001b\][^\u0007]*\u0007/g, '').split('\u0007').length - 1;

/** A job on a server of its own, and a watch of it. */
async function watched(args: readonly string[] = [], columns = 80) {
  const serving = await startServe();
  const job = await reportedJob(serving, [
    { type: 'stage', stageName: 'Load', totalRecords: 100 },
    { type: 'progress', records: 40 },
  ]);
  const line = ['watch', job.id, '-i', '250ms', '--tz', 'utc', ...args];
  const terminal = startOnTerminal(line, { ...serving, columns, rows: 24 });
  return { serving, job, terminal };
}

describe('the end', () => {
  test('of a job that completes: the last frame stays, with the summary below it', async () => {
    const { job, terminal } = await watched();
    await terminal.shows(/● Load .* 40%/);
    await job.report({ type: 'progress', records: 100 }, finish('Completed'));
    expect(await terminal.ended).toMatchObject({ exitCode: 0 });
    const screen = await terminal.screen();
    expect(screen).toMatch(/^✓ Import {2}Completed .*\n {2}█+ {2}100%$/m);
    expect(screen).toMatch(/^✓ Load +█+ 100%/m);
    expect(screen).toMatch(/^✓ Completed in \d+/m);
    expect(screen).not.toContain('q quit');
    expect(isCursorShown(terminal)).toBe(true);
  });

  test('of a job that fails: the stage, the reason, its last errors, and how to read more', async () => {
    const { job, terminal } = await watched();
    await terminal.shows(/● Load/);
    const error = { type: 'log', level: 'ERROR', component: 'disk', message: 'no room left' };
    await job.report(error, finish('Failed', 'out of space'));
    expect(await terminal.ended).toMatchObject({ exitCode: 1 });
    const screen = await terminal.screen();
    expect(screen).toContain('✗ Failed at stage Load: out of space');
    const end = screen.slice(screen.indexOf('Last errors'));
    expect(end).toMatch(/ERROR +disk +.*no room left/);
    expect(end.replace(/\s+/g, ' ')).toContain(`jobtrack logs ${job.id} --level ERROR`);
  });

  test('rings the bell where --bell asks for it', async () => {
    const { job, terminal } = await watched(['--bell']);
    await terminal.shows(/● Load/);
    expect(bells(terminal)).toBe(0);
    await job.report(finish('Completed'));
    await terminal.ended;
    expect(bells(terminal)).toBe(1);
  });
});

describe('leaving', () => {
  test('q leaves the view and exits with 0: the job goes on, and the way back is told', async () => {
    const { serving, job, terminal } = await watched();
    await terminal.shows(/● Load .* 40%/);
    terminal.type('q');
    expect(await terminal.ended).toMatchObject({ exitCode: 0 });
    const screen = await terminal.screen();
    expect(screen).toMatch(/● Load .* 40%/);
    expect(screen).toContain('The job goes on.');
    expect(screen).toContain(`jobtrack watch ${job.id}`);
    const after = await serving.ask(`/job/${job.id}/progress`);
    expect(await after.json()).toMatchObject({ status: 'Running' });
  });

  test('Ctrl-C leaves the last frame, says the same, and dies by the signal', async () => {
    const { job, terminal } = await watched();
    await terminal.shows(/● Load .* 40%/);
    terminal.type('\u0003');
    expect(await terminal.ended).toMatchObject({ signal: 2 });
    const screen = await terminal.screen();
    expect(screen).toMatch(/● Load .* 40%[\s\S]*The job goes on\.[\s\S]*jobtrack watch/);
    expect(screen).toContain(job.id);
    expect(isCursorShown(terminal)).toBe(true);
  });
});

describe('keys', () => {
  test('? explains them, t shows what happened, p pauses', async () => {
    const { terminal } = await watched();
    await terminal.shows(/● Load/);
    terminal.type('?');
    await terminal.shows(/pause[\s\S]*look more or less often/);
    terminal.type('?t');
    await terminal.shows(/Timeline[\s\S]*Load stage started/);
    terminal.type('p');
    await terminal.shows(/paused/);
    terminal.type('q');
    expect(await terminal.ended).toMatchObject({ exitCode: 0 });
  });

  test('+ and - change how often is looked', async () => {
    const { terminal } = await watched();
    await terminal.shows(/every 250ms/);
    terminal.type('++');
    await terminal.shows(/every 1s/);
    terminal.type('-');
    await terminal.shows(/every 500ms/);
    terminal.type('q');
    await terminal.ended;
  });
});

describe('on the whole screen', () => {
  test('the terminal is given back with the last frame in it', async () => {
    const { job, terminal } = await watched(['--fullscreen']);
    await terminal.shows(/● Load .* 40%/);
    expect(terminal.output).toContain('\u001b[?1049h');
    await job.report(finish('Completed'));
    expect(await terminal.ended).toMatchObject({ exitCode: 0 });
    const { output } = terminal;
    const after = output.slice(output.lastIndexOf('\u001b[?1049l'));
    expect(after).toContain('Import');
    const screen = await terminal.screen();
    expect(screen).toMatch(/✓ Import {2}Completed[\s\S]*✓ Completed in/);
    expect(screen).not.toContain('\n\n\n');
  });
});

describe('what is not there', () => {
  test('a server that has not answered yet: the view is there at once and says so', async () => {
    const server = await startServer(() => {});
    const terminal = startOnTerminal(['watch', '--lang', 'ja'], {
      environment: accessTo(server.url),
      rows: 24,
    });
    await terminal.shows(/cc0e8400/);
    terminal.type('q');
    expect(await terminal.ended).toMatchObject({ exitCode: 0 });
  });

  test('a job that nobody knows: the error, and no empty frame', async () => {
    const environment = await exampleEnvironment();
    const other = 'ffffffff-e29b-41d4-a716-446655440000';
    const terminal = startOnTerminal(['watch', other], { environment, rows: 24 });
    expect(await terminal.ended).toMatchObject({ exitCode: 5 });
    expect(await terminal.screen()).toMatch(/^\nerror: there is no job ffffffff/);
  });

  test('a server that goes away: the view stays and says so, and goes on when it is back', async () => {
    const { serving, terminal } = await watched();
    await terminal.shows(/● Load .* 40%/);
    await serving.stop('SIGKILL');
    const away = await terminal.shows(/next try/);
    expect(away).toMatch(/Load .* 40%/);
    terminal.type('q');
    await terminal.ended;
  });
});

test('with --logs the logs of several jobs go by above the rows, and stay', async () => {
  const serving = await startServe();
  const one = await reportedJob(serving, [], { name: 'Import' });
  const other = await reportedJob(serving, [], { name: 'Export' });
  const line = ['watch', one.id, other.id, '-i', '250ms', '--logs', 'error'];
  const terminal = startOnTerminal(line, { ...serving, columns: 120, rows: 24 });
  await terminal.shows(/● Import[\s\S]*● Export|● Export[\s\S]*● Import/);
  const error = { type: 'log', level: 'ERROR', component: 'disk', message: 'no room left' };
  await one.report(error, { ...error, level: 'WARN', message: 'not so bad' });
  const screen = await terminal.shows(/no room left[\s\S]*● Import/);
  expect(screen).toMatch(
    new RegExp(`  ${one.id.slice(0, 8)}  Import  ERROR  disk  .*no room left`),
  );
  expect(screen).not.toContain('not so bad');
  terminal.type('q');
  await terminal.ended;
  expect(await terminal.screen()).toMatch(/no room left[\s\S]*Import[\s\S]*The jobs go on/);
});

test('notes on stderr stand above the view, each once', async () => {
  const { terminal } = await watched(['-v', '-i', '1m'], 300);
  await terminal.shows(/\/metrics\?[\s\S]*● Load .* 40%/);
  terminal.type('q');
  await terminal.ended;
  const screen = await terminal.screen();
  const [notes = '', view = ''] = screen.split('● Import');
  expect(notes.match(/\/progress -> 200/g)).toHaveLength(1);
  expect(view).not.toContain('GET');
  expect(screen).not.toContain('nothing is known');
});

test('of several jobs there is a row for each', async () => {
  const serving = await startServe();
  const one = await reportedJob(serving, [], { name: 'Import' });
  const other = await reportedJob(serving, [], { name: 'Export' });
  const line = ['watch', one.id, other.id, '-i', '250ms'];
  const terminal = startOnTerminal(line, { ...serving, rows: 24 });
  await terminal.shows(/● Import[\s\S]*● Export|● Export[\s\S]*● Import/);
  await one.report(finish('Completed'));
  await terminal.shows(/✓ Import/);
  await other.report(finish('Cancelled'));
  expect(await terminal.ended).toMatchObject({ exitCode: 3 });
});

test('--mode plain on a terminal: the lines of a pipe, for readers of the screen', async () => {
  const { job, terminal } = await watched(['--mode', 'plain', '--no-color']);
  await terminal.seen(/stage {2}Load/);
  await job.report(finish('Completed'));
  expect(await terminal.ended).toMatchObject({ exitCode: 0 });
  const lines = terminal.output.replaceAll('\r\n', '\n');
  expect(controlBytes(lines)).toEqual([]);
  expect(lines).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z {2}/);
});
